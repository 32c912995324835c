/** What the record holds of a child outside any assessment, so that no form has to ask for it. */
export const recordFacts = {
  name: 'the child’s name',
  birth: 'the day on which the child was born',
  sex: 'the child’s sex',
  gender: 'the child’s gender',
  ethnicity: 'the child’s ethnicity',
  religion: 'the child’s religion',
  nationality: 'the child’s nationality',
  language: 'the languages that the child speaks',
  communication: 'how the child understands best',
  disability: 'a disability or long-term condition',
  identifiers: 'the numbers by which others know the child',
  address: 'where the child lives',
  accommodation: 'the kind of home',
  household: 'who is at home',
  parents: 'who has parental responsibility',
  'care-status': 'the child’s care status',
  school: 'school, college or training',
  exclusion: 'suspensions and exclusions',
  'special-need': 'needs in learning',
  health: 'health conditions and help',
  'mental-health': 'help with mental health',
  'substance-use': 'help with alcohol and drugs',
  'exploitation-concern': 'a worry about exploitation',
  nrm: 'a referral to the National Referral Mechanism',
  'legal-status': 'bail and remand',
  'immigration-status': 'immigration status',
  offences: 'the offences',
  professionals: 'who works with the child',
} as const
export type RecordFact = keyof typeof recordFacts

/** A fact that a question asks for; `only-here`: nothing else in the record holds it. */
export type AskedFact = RecordFact | 'only-here'

/** Parts of the record besides circumstances that a form can show in the place of questions. */
export const recordParts = {
  identity: 'Language, communication and disability',
  people: 'Who is at home',
} as const
export type RecordPart = keyof typeof recordParts

/** True for a fact that a form must not ask for, because the record has it. */
export function isRecordFact(fact: AskedFact | undefined): fact is RecordFact {
  return fact !== undefined && fact !== 'only-here'
}
