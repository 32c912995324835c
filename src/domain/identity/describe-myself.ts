import { isAfter, isBefore, type PlainDate } from '../calendar/plain-date.ts'
import { refused, type Refused } from '../interventions/refused.ts'
import type { Ethnicity } from '../vocabulary/children.ts'
import type { Gender, Nationality, Religion, SameAsRegistered } from '../vocabulary/identity.ts'
import { wordsBeside } from './own-words.ts'

/** How a child describes themselves. */
export interface SelfDescription {
  readonly gender: Gender
  readonly genderWords: string | null
  readonly genderAsRegistered: SameAsRegistered
  readonly ethnicity: Ethnicity
  /** Null exactly where nobody has asked. */
  readonly ethnicityAskedOn: PlainDate | null
  readonly religion: Religion
  readonly religionWords: string | null
  readonly nationality: Nationality
  readonly nationalityWords: string | null
}

export type Describing = { readonly kind: 'describe'; readonly value: SelfDescription } | Refused

/**
 * Takes down how a child describes themselves.
 *
 * Ethnicity has the day on which the child was asked, also where they prefer not to say; today when no other day is given. Where nobody has
 * asked there is no day. An answer "in their own words" or "another" comes with the words.
 *
 * @source YJB-SQL "ethnicity groups"
 * @interpretation Who was asked and did not want to say is not asked again as if nobody had: that day is kept too.
 */
export function describeMyself(
  typed: SelfDescription,
  { bornOn, today }: { readonly bornOn: PlainDate; readonly today: PlainDate },
): Describing {
  const askedOn = typed.ethnicity === 'not-asked' ? null : (typed.ethnicityAskedOn ?? today)
  const problems = [...missingWords(typed), ...wrongDay(askedOn, bornOn, today)]
  if (problems.length > 0) return refused(...problems)
  return {
    kind: 'describe',
    value: {
      ...typed,
      ethnicityAskedOn: askedOn,
      genderWords: wordsBeside(typed.gender, typed.genderWords),
      religionWords: wordsBeside(typed.religion, typed.religionWords),
      nationalityWords: wordsBeside(typed.nationality, typed.nationalityWords),
    },
  }
}

function missingWords(typed: SelfDescription) {
  const { gender, religion, nationality } = typed
  return [
    gender === 'own-words' &&
      typed.genderWords === null && {
        field: 'genderWords',
        message: 'Write the child’s own words',
      },
    religion === 'another' &&
      typed.religionWords === null && {
        field: 'religionWords',
        message: 'Write which religion or belief',
      },
    nationality === 'another' &&
      typed.nationalityWords === null && {
        field: 'nationalityWords',
        message: 'Write which nationality or nationalities',
      },
  ].filter(problem => problem !== false)
}

function wrongDay(askedOn: PlainDate | null, bornOn: PlainDate, today: PlainDate) {
  const field = 'ethnicityAskedOn'
  if (askedOn === null) return []
  if (isAfter(askedOn, today)) {
    return [{ field, message: 'The day of asking must be today or in the past' }]
  }
  return isBefore(askedOn, bornOn)
    ? [{ field, message: 'The day of asking is before the date of birth. Check both dates' }]
    : []
}
