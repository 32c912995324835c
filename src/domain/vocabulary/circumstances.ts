/** An answer that may not be there yet. */
export const yesNoNotKnown = { yes: 'Yes', no: 'No', 'not-known': 'Not known yet' } as const

/** Whether a home is in the service's own area: it decides which service counts the child. @source YJB-SQL "residence" */
export const homeAreas = { own: 'In our area', other: 'In another area' } as const

/** Unknown counts as unsuitable in the national figures. @source YJB-SQL "suitability" */
export const suitabilities = {
  suitable: 'Suitable',
  unsuitable: 'Not suitable',
  unknown: 'Not known yet',
} as const

/**
 * Where a child lives, by national type: a code in capitals and underscores is the national one.
 *
 * `neverSuitable`: counts as unsuitable whatever is said. `isWithParents`: the parents' own home. `byCare`: a place that children's
 * services find for a child whom they look after.
 *
 * @source YJB-SQL "accommodation type"
 * @interpretation The codes for bed and breakfast, no fixed abode, unknown and the three kinds of secure establishment are ours: the
 * published reporting code names them in words alone.
 */
export const accommodationTypes = {
  'at-home': place('With a parent or parents', 'with-parents'),
  'living-with-family-not-parents': place('With family, not parents'),
  'living-with-friends': place('With friends'),
  'independent-living': place('On my own'),
  'foster-care-la': place('Foster family of the local authority', 'by-care'),
  'foster-care-private': place('Foster family of an agency', 'by-care'),
  'residential-unit-la': place('Children’s home of the local authority', 'by-care'),
  'residential-unit-private': place('Children’s home, private', 'by-care'),
  'residential-unit-secure': place('Secure unit', 'by-care'),
  'supported-accommodation-supported-lodgings': place('Supported accommodation or lodgings'),
  'temporary-accommodation': place('Temporary accommodation'),
  'bail-hostel': place('Bail hostel'),
  hospital: place('Hospital'),
  'traveller-site': place('Traveller site'),
  'secure-childrens-home': place('Secure children’s home', 'by-care'),
  'secure-training-centre': place('Secure training centre', 'by-care'),
  'young-offender-institution': place('Young offender institution', 'by-care'),
  'bed-and-breakfast': place('Bed and breakfast', 'never-suitable'),
  'no-fixed-abode': place('No fixed home', 'never-suitable'),
  other: place('Somewhere else'),
  unknown: place('Not known', 'never-suitable'),
} as const
export type AccommodationType = keyof typeof accommodationTypes

interface Place {
  readonly name: string
  readonly neverSuitable: boolean
  readonly isWithParents: boolean
  readonly byCare: boolean
}

function place(name: string, is?: 'with-parents' | 'by-care' | 'never-suitable'): Place {
  return {
    name,
    neverSuitable: is === 'never-suitable',
    isWithParents: is === 'with-parents',
    byCare: is === 'by-care',
  }
}

/** What is known of a type of accommodation; undefined for a code that is none. */
export function accommodationType(code: string): Place | undefined {
  return Object.hasOwn(accommodationTypes, code)
    ? accommodationTypes[code as AccommodationType]
    : undefined
}

/**
 * Education, training and work by national type: a code in capitals and underscores is the national one. National codes that mean the
 * same are one here.
 *
 * @source YJB-SQL "provision type"
 */
export const educationProvisions = {
  'school-full-time': 'School, full time',
  'school-part-time': 'School, part time',
  'electively-home-educated': 'Educated at home by choice',
  'alternative-provision-pru-full-time': 'Pupil referral unit, full time',
  'alternative-provision-pru-part-time': 'Pupil referral unit, part time',
  'alternative-provision-other-full-time': 'Other alternative provision, full time',
  'alternative-provision-other-part-time': 'Other alternative provision, part time',
  'alternative-provision-above-school-age': 'Alternative provision above school age',
  college: 'College',
  university: 'University',
  'education-re-engagement-programme': 'Programme to come back to learning',
  traineeship: 'Traineeship',
  'training-course-apprenticeship': 'Training course or apprenticeship',
  'supported-internship': 'Supported internship',
  'mentoring-circle': 'Mentoring circle',
  'full-time-employment': 'Work, full time',
  'part-time-employment': 'Work, part time',
  'self-employment': 'Own business',
  'voluntary-work': 'Voluntary work',
  other: 'Something else',
  none: 'None at present',
} as const

/** @source YJB-SQL "mental health intervention type" */
export const mentalHealthHelp = {
  'not-decided': 'Not decided yet',
  'getting-advice': 'Getting advice',
  'getting-help': 'Getting help',
  'getting-additional-help': 'Getting more help',
  'getting-risk-support': 'Getting support with risk',
  'no-intervention': 'None is needed',
} as const

/** @source YJB-SQL "substance misuse intervention type" */
export const substanceUseHelp = {
  'not-decided': 'Not decided yet',
  'targeted-intervention': 'Targeted work',
  'specialist-substance-misuse-treatment': 'Specialist treatment',
  'complex-care': 'Complex care',
  'no-intervention': 'None is needed',
} as const

/** @interpretation No national list: the forms of child exploitation that services name. */
export const exploitationConcerns = {
  criminal: 'Criminal exploitation',
  sexual: 'Sexual exploitation',
  labour: 'Made to work',
  domestic: 'Made to work in a home',
  other: 'Another kind',
} as const

export const concernLevels = { low: 'Low', medium: 'Medium', high: 'High' } as const

/** How far a referral has come. @interpretation The two decisions of the National Referral Mechanism, each either way. */
export const nrmStages = {
  referred: 'Referred, waiting',
  'reasonable-grounds': 'Reasonable grounds to believe it',
  'no-reasonable-grounds': 'No reasonable grounds',
  'conclusive-grounds': 'Conclusive grounds: recognised as a victim',
  'no-conclusive-grounds': 'No conclusive grounds',
  withdrawn: 'Withdrawn by the child or the first responder',
} as const

/**
 * How a child stands before the police and the court while a matter is open.
 *
 * `isRemand`: the child is looked after because of it.
 *
 * @source YJB-SQL "remand decision"
 * @interpretation Legal status is read as bail and remand; sentences are outcomes and work, not circumstances. The police's own terms are
 * not in the national list. Every remand to local authority accommodation or to youth detention makes a child looked after.
 */
export const legalStatuses = {
  'released-under-investigation': standing('Released under investigation'),
  'police-bail': standing('Police bail'),
  'police-bail-conditional': standing('Police bail with conditions'),
  'police-bail-after-charge': standing('Police bail after charge'),
  'court-bail': standing('Court bail'),
  'court-bail-conditional': standing('Court bail with conditions'),
  'bail-and-tag': standing('Court bail with a tag'),
  'bail-supervision-and-support': standing('Bail supervision and support'),
  'bail-iss': standing('Bail with intensive supervision and surveillance'),
  'remand-to-local-authority-accommodation': standing(
    'Remand to local authority accommodation',
    true,
  ),
  'remand-to-local-authority-accommodation-and-tag': standing(
    'Remand to local authority accommodation with a tag',
    true,
  ),
  'remand-to-local-authority-accommodation-and-gps-tag': standing(
    'Remand to local authority accommodation with a GPS tag',
    true,
  ),
  'remand-to-local-authority-accommodation-and-radio-tag': standing(
    'Remand to local authority accommodation with a radio tag',
    true,
  ),
  'remand-to-local-authority-accommodation-and-curfew': standing(
    'Remand to local authority accommodation with a curfew',
    true,
  ),
  'court-ordered-secure-remand': standing('Secure remand ordered by the court', true),
  'remand-in-custody': standing('Remand in custody', true),
} as const
export type LegalStatus = keyof typeof legalStatuses

interface Standing {
  readonly name: string
  readonly isRemand: boolean
}

function standing(name: string, isRemand = false): Standing {
  return { name, isRemand }
}

/** True for a remand that makes a child looked after. */
export function isRemand(code: string): boolean {
  return Object.hasOwn(legalStatuses, code) && legalStatuses[code as LegalStatus].isRemand
}

/** @interpretation No national list is public; these are the ones that decide what help a child may have. */
export const immigrationStatuses = {
  'british-or-irish': 'British or Irish',
  settled: 'Settled status or indefinite leave to remain',
  'pre-settled': 'Pre-settled status',
  'limited-leave': 'Limited leave to remain',
  'asylum-asked': 'Waiting for a decision on asylum',
  'unaccompanied-asylum-asked': 'Waiting for a decision on asylum, here without family',
  'refugee-status': 'Refugee status or humanitarian protection',
  'no-leave': 'No leave to remain at present',
  'not-known': 'Not known yet',
} as const

/** The law under which a child is looked after. @interpretation No national list is public; England and Wales together. */
export const careLegalBases = {
  'section-20': 'By agreement: Children Act 1989, section 20',
  'section-76': 'By agreement: Social Services and Well-being (Wales) Act 2014, section 76',
  'interim-care-order': 'Interim care order: Children Act 1989, section 38',
  'care-order': 'Care order: Children Act 1989, section 31',
  'emergency-protection-order': 'Emergency protection order: Children Act 1989, section 44',
  'placed-with-parents': 'Care order, placed with parents',
  'remand-local-authority': 'Remand to local authority accommodation',
  'remand-youth-detention': 'Remand to youth detention accommodation',
  'police-detention': 'Transferred from police detention',
} as const

/** What a child is owed on the way out of care. @source YJB-SQL "care flags" */
export const leavingCareStatuses = {
  none: 'None of these',
  eligible: 'Eligible child',
  relevant: 'Relevant child',
} as const

export const exclusionKinds = {
  suspension: 'Suspension',
  'permanent-exclusion': 'Permanent exclusion',
} as const

/** England speaks of special educational needs, Wales of additional learning needs. @source YJB-SQL "SEND or ALN" */
export const learningNeedsIdentified = {
  sen: 'Yes, special educational needs (England)',
  aln: 'Yes, additional learning needs (Wales)',
  no: 'No',
  'not-known': 'Not known yet',
} as const

/** Who said that something is so. */
export const circumstanceSources = {
  child: 'The child',
  'parent-or-carer': 'A parent or carer',
  'social-worker': 'Social worker',
  school: 'School or college',
  health: 'Health',
  police: 'Police',
  'own-visit': 'We saw it ourselves',
  other: 'Somebody else',
} as const
