import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Instant } from '#domain/calendar/time.ts'
import { readIdentifier } from '#domain/identifiers/read-identifier.ts'
import { newReferral } from '#domain/referrals/new-referral.ts'
import { policeStay, type PoliceStay } from '#domain/referrals/police-stay.ts'
import type { ReferralKind } from '#domain/vocabulary/work.ts'
import type { Problem } from '#platform/forms/form.ts'
import type { GivenReferral } from './new-referral-form.ts'

/** When the page was sent. */
export interface Moment {
  readonly today: PlainDate
  readonly now: Instant
}

export type Stay = Extract<PoliceStay, { readonly kind: 'stay' }>

/** A referral that can be saved, or what is wrong with it. */
export type CheckedReferral =
  | { readonly kind: 'right'; readonly becomes: ReferralKind; readonly stay: Stay | null }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

const allParts = ['day', 'month', 'year'] as const

/** Looks at the answers together: ages and dates, the stay at the police station, answers that belong in pairs. */
export function checkReferral(given: GivenReferral, moment: Moment): CheckedReferral {
  const age = checkAges(given, moment)
  const stay = checkStay(given, moment)
  const problems = [...checkPairs(given), ...age.problems, ...stay.problems]
  if (problems.length > 0) return { kind: 'wrong', problems }
  return { kind: 'right', becomes: age.becomes, stay: stay.stay }
}

function checkAges(
  given: GivenReferral,
  { today }: Moment,
): { readonly becomes: ReferralKind; readonly problems: readonly Problem[] } {
  const becoming = newReferral({
    givenName: given.givenName,
    bornOn: given.bornOn,
    offencesOn: given.offences.map(offence => offence.occurredOn),
    receivedOn: given.receivedOn,
    today,
  })
  switch (becoming.kind) {
    case 'ordinary':
      return { becomes: 'out-of-court', problems: [] }
    case 'refused':
      return {
        becomes: 'out-of-court',
        problems: becoming.problems.map(({ row, message }) =>
          row === null ? { field: 'bornOn', message, parts: allParts } : atOffence(row, message),
        ),
      }
    case 'mixed':
      return {
        becomes: 'out-of-court',
        problems: becoming.underTenRows.map(row =>
          atOffence(
            row,
            `${given.givenName} was under 10 on that day, so this cannot be an offence. Remove it and write it into what happened`,
          ),
        ),
      }
    case 'safeguarding':
      return { becomes: 'safeguarding', problems: given.underTen.length > 0 ? [] : [askUnderTen] }
  }
}

const askUnderTen: Problem = {
  field: 'underTen',
  message:
    'The child was under 10, so this is for children’s social care. Tick to refer the child as a child to be kept safe',
}

function atOffence(row: number, message: string): Problem {
  return { field: `offences-${row}-occurredOn`, message, parts: allParts }
}

function checkPairs(given: GivenReferral): Problem[] {
  return [...checkNumber(given), ...checkCarer(given)]
}

function checkNumber({
  otherIdentifierKind: kind,
  otherIdentifier: number,
}: GivenReferral): Problem[] {
  if (kind === null && number === null) return []
  if (kind === null) {
    return [{ field: 'otherIdentifierKind', message: 'Select what kind of number this is' }]
  }
  if (number === null) return [{ field: 'otherIdentifier', message: 'Enter the number' }]
  const reading = readIdentifier(kind, number)
  return reading.kind === 'wrong' ? [{ field: 'otherIdentifier', message: reading.message }] : []
}

function checkCarer(given: GivenReferral): Problem[] {
  const problems: Problem[] = []
  if (given.carerName === null && (given.carerPhone !== null || given.carerKind !== null)) {
    problems.push({ field: 'carerName', message: 'Enter the name of the parent or carer' })
  }
  if (given.carerName !== null && given.carerKind === null) {
    problems.push({ field: 'carerKind', message: 'Select who this person is to the child' })
  }
  return problems
}

interface CheckedStay {
  readonly stay: Stay | null
  readonly problems: readonly Problem[]
}

function checkStay(given: GivenReferral, { now }: Moment): CheckedStay {
  if (given.policeContact !== 'arrest') return { stay: null, problems: [] }
  const { arrivedOn, arrivedTime } = given
  const missing = missingTimes(given)
  if (missing.length > 0 || arrivedOn === null || arrivedTime === null) {
    return { stay: null, problems: missing }
  }
  const { releasedOn: on, releasedTime: time } = given
  const released = on === null || time === null ? null : { on, time }
  const read = policeStay({ arrivedOn, arrivedTime, released }, now)
  if (read.kind === 'refused') {
    const { about, message } = read
    return { stay: null, problems: [{ field: `${about}On`, message, parts: allParts }] }
  }
  const isDoubtful = read.isVeryLong && given.longStay.length === 0
  return { stay: read, problems: isDoubtful ? [askLongStay] : [] }
}

const askLongStay: Problem = {
  field: 'longStay',
  message: 'That is more than 36 hours. Check both dates, then tick if they are right',
}

function missingTimes(given: GivenReferral): Problem[] {
  const problems: Problem[] = []
  if (given.station === null) {
    problems.push({ field: 'station', message: 'Enter the police station' })
  }
  if (given.arrivedOn === null) {
    const message = 'Enter the day on which the child arrived'
    problems.push({ field: 'arrivedOn', message, parts: allParts })
  }
  if (given.arrivedTime === null) {
    problems.push({ field: 'arrivedTime', message: 'Enter the time at which the child arrived' })
  }
  if (given.releasedOn !== null && given.releasedTime === null) {
    problems.push({ field: 'releasedTime', message: 'Enter the time at which the child left' })
  }
  if (given.releasedOn === null && given.releasedTime !== null) {
    const message = 'Enter the day on which the child left'
    problems.push({ field: 'releasedOn', message, parts: allParts })
  }
  return problems
}
