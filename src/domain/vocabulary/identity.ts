/** The two ways in which a question about oneself has no answer. They are never the same: one is ours to put right, one is the child's choice. */
const withoutAnswer = {
  'not-asked': 'Not asked yet',
  'prefers-not-to-say': 'Prefers not to say',
} as const

/**
 * Gender as the child says it; where none of the words fits, the child's own.
 *
 * @source YJB-SQL "genderTermUsed"
 * @interpretation The national item is free text. A short list answers most with one press; the child's words stay beside it.
 */
export const genders = {
  girl: 'Girl or young woman',
  boy: 'Boy or young man',
  'non-binary': 'Non-binary',
  'own-words': 'In their own words',
  ...withoutAnswer,
} as const
export type Gender = keyof typeof genders

/** Whether gender is the same as the sex registered at birth. @source YJB-SQL "genderIdentifiedSameSexRegisteredBirth" */
export const sameAsRegistered = { yes: 'Yes', no: 'No', ...withoutAnswer } as const
export type SameAsRegistered = keyof typeof sameAsRegistered

/** @interpretation The answers of the 2021 census; the national list is not public. */
export const religions = {
  none: 'No religion',
  buddhist: 'Buddhist',
  christian: 'Christian',
  hindu: 'Hindu',
  jewish: 'Jewish',
  muslim: 'Muslim',
  sikh: 'Sikh',
  another: 'Another religion or belief',
  ...withoutAnswer,
} as const
export type Religion = keyof typeof religions

/** @interpretation The national list is not public: the nationalities most met here, and any other in words. */
export const nationalities = {
  british: 'British',
  irish: 'Irish',
  another: 'Another nationality, or more than one',
  stateless: 'No nationality (stateless)',
  'child-does-not-know': 'The child does not know',
  ...withoutAnswer,
} as const
export type Nationality = keyof typeof nationalities

/** Whether the child says that they are disabled or have a long-term condition that makes everyday things harder. */
export const disabilityAnswers = { yes: 'Yes', no: 'No', ...withoutAnswer } as const
export type DisabilityAnswer = keyof typeof disabilityAnswers

/** What is known of needs in speech, language and communication. */
export const speechLanguageAnswers = {
  'none-found': 'Looked at, and none found',
  noticed: 'Something noticed, not looked at by a therapist yet',
  assessed: 'A need, assessed by a speech and language therapist',
  supported: 'A need, with therapy or support in place',
  'not-asked': 'Not looked at yet',
  'prefers-not-to-say': 'Prefers not to say',
} as const
export type SpeechLanguageAnswer = keyof typeof speechLanguageAnswers
