/**
 * Ethnicity as the child describes it: the census "18+1" set in the reporting groups.
 *
 * @source YJB-SQL "ethnicity groups"
 * @interpretation The detailed values follow the 2021 census; the national mapping table is not public.
 */
export const ethnicities = {
  'white-british': { name: 'English, Welsh, Scottish, Northern Irish or British', group: 'White' },
  'white-irish': { name: 'Irish', group: 'White' },
  'white-traveller': { name: 'Gypsy or Irish Traveller', group: 'White' },
  'white-roma': { name: 'Roma', group: 'White' },
  'white-other': { name: 'Any other White background', group: 'White' },
  'mixed-white-black-caribbean': { name: 'White and Black Caribbean', group: 'Mixed' },
  'mixed-white-black-african': { name: 'White and Black African', group: 'Mixed' },
  'mixed-white-asian': { name: 'White and Asian', group: 'Mixed' },
  'mixed-other': { name: 'Any other Mixed background', group: 'Mixed' },
  'asian-indian': { name: 'Indian', group: 'Asian or Asian British' },
  'asian-pakistani': { name: 'Pakistani', group: 'Asian or Asian British' },
  'asian-bangladeshi': { name: 'Bangladeshi', group: 'Asian or Asian British' },
  'asian-chinese': { name: 'Chinese', group: 'Asian or Asian British' },
  'asian-other': { name: 'Any other Asian background', group: 'Asian or Asian British' },
  'black-african': { name: 'African', group: 'Black or Black British' },
  'black-caribbean': { name: 'Caribbean', group: 'Black or Black British' },
  'black-other': { name: 'Any other Black background', group: 'Black or Black British' },
  'other-arab': { name: 'Arab', group: 'Other ethnic group' },
  'other-any': { name: 'Any other ethnic group', group: 'Other ethnic group' },
  'not-asked': { name: 'Not asked yet', group: 'Information not obtained' },
  'prefers-not-to-say': { name: 'Prefers not to say', group: 'Information not obtained' },
} as const
export type Ethnicity = keyof typeof ethnicities

export const sexes = { female: 'Girl', male: 'Boy', 'not-known': 'Not known' } as const
export type Sex = keyof typeof sexes

/** Numbers by which other systems know a child. */
export const identifierKinds = {
  pnc: 'Police National Computer (PNC) number',
  nhs: 'NHS number',
  upn: 'Unique pupil number (UPN)',
  uln: 'Unique learner number (ULN)',
  'previous-system': 'Number in an earlier system',
} as const
export type IdentifierKind = keyof typeof identifierKinds

/** Things that are true of a child from one date to another, in the order in which a page lists them. */
export const circumstanceKinds = {
  address: 'Home',
  accommodation: 'Where and with whom I live',
  'care-status': 'Care and social care',
  education: 'Education, training or work',
  exclusion: 'Suspension or exclusion',
  'special-need': 'Needs in learning',
  health: 'Health',
  'mental-health': 'Mental health and well-being',
  'substance-use': 'Alcohol and drugs',
  'exploitation-concern': 'Worry about exploitation',
  nrm: 'National Referral Mechanism',
  'legal-status': 'Bail and remand',
  'immigration-status': 'Immigration status',
} as const
export type CircumstanceKind = keyof typeof circumstanceKinds

/** Care statuses, strongest first; the first three mean that the child is looked after. @source YJB-SQL "care status" */
export const careStatuses = {
  'care-order': { name: 'Looked after: care order', lookedAfter: true },
  'voluntary-accommodation': { name: 'Looked after: accommodated by agreement', lookedAfter: true },
  'remand-to-care': { name: 'Looked after: on remand', lookedAfter: true },
  'child-protection-plan': { name: 'Child protection plan', lookedAfter: false },
  'child-in-need': { name: 'Child in need', lookedAfter: false },
  'early-help': { name: 'Early help plan', lookedAfter: false },
} as const
export type CareStatus = keyof typeof careStatuses

/** True when a care status means that the child is looked after by a local authority. */
export function isLookedAfter(status: string): boolean {
  return Object.hasOwn(careStatuses, status) && careStatuses[status as CareStatus].lookedAfter
}

/** Family and friends by who they are to the child. */
export const familyAndFriendKinds = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  'adoptive-parent': 'Adoptive parent',
  'foster-carer': 'Foster carer',
  grandparent: 'Grandparent',
  'aunt-or-uncle': 'Aunt or uncle',
  sibling: 'Brother or sister',
  'half-sibling': 'Half-brother or half-sister',
  'step-sibling': 'Step-brother or step-sister',
  partner: 'Boyfriend, girlfriend or partner',
  'own-child': 'Own child',
  carer: 'Carer',
  friend: 'Friend',
  neighbour: 'Neighbour',
  other: 'Other',
} as const

/** Those who are there for the child in their work. */
export const professionalRelationships = {
  'social-worker': 'Social worker',
  teacher: 'Teacher or tutor',
  'health-worker': 'Nurse, therapist or doctor',
  'youth-worker': 'Youth worker or mentor',
  'residential-worker': 'Residential worker',
  police: 'Police officer',
  probation: 'Probation officer',
  advocate: 'Advocate',
  'reviewing-officer': 'Independent reviewing officer',
  solicitor: 'Solicitor',
  'other-professional': 'Another professional',
} as const

/** Who a person is to the child. */
export const relationshipKinds = { ...familyAndFriendKinds, ...professionalRelationships } as const
export type RelationshipKind = keyof typeof relationshipKinds

/** The kinds of those who are there for the child in their work: a rule counts them. */
export const professionalKinds = Object.keys(professionalRelationships) as RelationshipKind[]

/** The kinds of those who bring the child up, and to whom the service speaks about the child first. */
export const parentOrCarerKinds: readonly RelationshipKind[] = [
  'mother',
  'father',
  'adoptive-parent',
  'step-parent',
  'foster-carer',
  'grandparent',
  'carer',
]

/** True for somebody who is there for the child in their work. */
export function isProfessional(kind: string): boolean {
  return Object.hasOwn(professionalRelationships, kind)
}

/** Those who work with a child, by who sends them. */
export const agencyNames = {
  ours: 'Youth justice service',
  'social-care': 'Children’s social care',
  education: 'Education',
  health: 'Health',
  justice: 'Police, probation and law',
  community: 'Youth work and advocacy',
  elsewhere: 'Others',
} as const
export type AgencyGroup = keyof typeof agencyNames

const agencyOf: Partial<Record<RelationshipKind, AgencyGroup>> = {
  'social-worker': 'social-care',
  'residential-worker': 'social-care',
  'reviewing-officer': 'social-care',
  teacher: 'education',
  'health-worker': 'health',
  police: 'justice',
  probation: 'justice',
  solicitor: 'justice',
  'youth-worker': 'community',
  advocate: 'community',
}

/** Who sends a professional of this kind. @interpretation by the kind alone: an organisation is free text */
export function agencyOfKind(kind: RelationshipKind): AgencyGroup {
  return agencyOf[kind] ?? 'elsewhere'
}
