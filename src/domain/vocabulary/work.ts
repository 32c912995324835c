/** How the police met the child. */
export const policeContacts = {
  arrest: 'Arrested and taken to a police station',
  'voluntary-interview': 'Interviewed voluntarily',
} as const
export type PoliceContact = keyof typeof policeContacts

/** What the child says about what happened. */
export const admissions = {
  admitted: 'Yes, the child admits it',
  'partly-admitted': 'In part',
  'not-admitted': 'No, the child does not admit it',
  'no-comment': 'The child made no comment',
} as const
export type Admission = keyof typeof admissions

/** `safeguarding`: the child was under 10, so what happened is never recorded as an offence. @source CYPA-1933 section 50 */
export const referralKinds = {
  'out-of-court': 'Out of court',
  safeguarding: 'Safeguarding (child under 10)',
} as const
export type ReferralKind = keyof typeof referralKinds

/** Sources asked before the panel, children's social care first. @source OM section 2.4, section 6.1 */
export const checkKinds = {
  'childrens-social-care': "Children's social care",
  education: 'Education',
  probation: 'Probation (adults in the home with convictions)',
  'police-intelligence': 'Police intelligence',
  'own-records': 'Our own records and earlier workers',
  health: 'Health',
  'other-professionals': 'Other professionals around the child',
  specialists: 'Our own specialists',
  'victim-views': "Victim's views",
  'placement-plan': 'Placement plan (child looked after)',
} as const
export type CheckKind = keyof typeof checkKinds

export const checkResults = {
  done: 'Done',
  'not-applicable': 'Does not apply',
  'no-answer': 'No answer after chasing',
} as const
export type CheckResult = keyof typeof checkResults

/** Agencies that sit on a youth justice panel. @source OM section 6.1 */
export const panelAgencies = {
  'youth-justice-service': 'Youth justice service',
  police: 'Police',
  'childrens-social-care': "Children's social care",
  'restorative-service': 'Restorative service',
} as const
export type PanelAgency = keyof typeof panelAgencies

/** YJB offence groups. @source YJB-SQL "offence category" */
export const offenceGroups = {
  ARSON: 'Arson',
  CRIMINAL_DAMAGE: 'Criminal damage',
  DOMESTIC_BURGLARY: 'Domestic burglary',
  DRUGS: 'Drugs',
  FRAUD_AND_FORGERY: 'Fraud and forgery',
  MOTORING_OFFENCES: 'Motoring',
  NON_DOMESTIC_BURGLARY: 'Non-domestic burglary',
  PUBLIC_ORDER: 'Public order',
  RACIALLY_AGGRAVATED: 'Racially aggravated',
  ROBBERY: 'Robbery',
  SEXUAL_OFFENCES: 'Sexual',
  THEFT_AND_HANDLING_STOLEN_GOODS: 'Theft and handling stolen goods',
  VEHICLE_THEFT: 'Vehicle theft or taking',
  VIOLENCE_AGAINST_THE_PERSON: 'Violence against the person',
  OTHER: 'Other',
} as const
export type OffenceGroup = keyof typeof offenceGroups

/** Kinds of intervention: a period of work with a child from start to close. */
export const interventionKinds = {
  prevention: { name: 'Prevention', route: 'out-of-court' },
  diversion: { name: 'Diversion', route: 'out-of-court' },
  caution: { name: 'Youth caution support', route: 'out-of-court' },
  'conditional-caution': { name: 'Conditional caution', route: 'out-of-court' },
  voluntary: { name: 'Voluntary support', route: 'out-of-court' },
  bail: { name: 'Bail support', route: 'court' },
  'court-order': { name: 'Court order', route: 'court' },
  custody: { name: 'Custody and resettlement', route: 'court' },
} as const
export type InterventionKind = keyof typeof interventionKinds
export type InterventionRoute = (typeof interventionKinds)[InterventionKind]['route']

/** How work ended. KPI 6 counts `completed`. */
export const interventionResults = {
  completed: 'Completed',
  'not-completed': 'Not completed',
} as const
export type InterventionResult = keyof typeof interventionResults

export const contactKinds = {
  'home-visit': 'Home visit',
  office: 'At our office',
  school: 'At school or college',
  community: 'Somewhere else the child chose',
  phone: 'Phone or video call',
  restorative: 'Restorative session',
  group: 'Group session',
} as const
export type ContactKind = keyof typeof contactKinds

/** @interpretation No national list of attendance was found; these are the usual four. */
export const attendances = {
  attended: 'Came',
  'acceptable-absence': 'Did not come, with good reason',
  'unacceptable-absence': 'Did not come, no good reason known',
  'service-cancelled': 'We cancelled',
} as const
export type Attendance = keyof typeof attendances

/** Who signs. */
export const signatories = {
  child: 'Child',
  'parent-or-carer': 'Parent or carer',
  manager: 'Manager',
} as const
export type Signatory = keyof typeof signatories

export const signatureMethods = {
  typed: 'Typed on screen',
  paper: 'Signed on paper',
} as const
export type SignatureMethod = keyof typeof signatureMethods

/** What kind of restorative activity a plan has. @source OM section 16 */
export const restorativeKinds = {
  'made-for-child': 'Made for this child',
  'standard-reparation': 'Standard reparation, as it is offered to anyone',
} as const
export type RestorativeKind = keyof typeof restorativeKinds

/** How a worker holds a case: as the one who answers for it, or as the second of two. */
export const allocationRoles = { lead: 'Worker', second: 'Second worker' } as const
export type AllocationRole = keyof typeof allocationRoles

/** The three judgements of an assessment. */
export const judgementKinds = {
  'likelihood-of-reoffending': 'How likely is it to happen again?',
  'risk-of-serious-harm': 'Could someone else be seriously hurt?',
  'safety-and-wellbeing': 'Is the child safe and well?',
} as const
export type JudgementKind = keyof typeof judgementKinds

/** Levels of a judgement, lowest first. `very-high` does not exist for likelihood. @source YJB-ASSETPLUS "judgements" */
export const judgementLevels = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  'very-high': 'Very high',
} as const
export type JudgementLevel = keyof typeof judgementLevels

/** Who gives feedback when work ends. */
export const feedbackVoices = { child: 'Child', 'parent-or-carer': 'Parent or carer' } as const
export type FeedbackVoice = keyof typeof feedbackVoices
