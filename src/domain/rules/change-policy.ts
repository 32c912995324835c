import { formatDate } from '../calendar/format-date.ts'
import { isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import { limitInWords } from './deadline.ts'
import type { Parameter, RuleSettings } from './parameter.ts'
import { numberOn, type Policy } from './policy.ts'

/** The service's policy before the change, and the day on which somebody wants to make it. */
interface Standing {
  readonly policy: Policy
  readonly today: PlainDate
}

type Allowed = { readonly kind: 'allowed' }

/**
 * Decides whether a number of a rule may become another from a day on: a whole one between the least and the most that the rule allows,
 * not in the past, and really another number than the one that would hold on that day.
 *
 * @param change `from` is inclusive
 */
export function changeNumber(
  parameter: Parameter,
  { value, from }: { readonly value: number; readonly from: PlainDate },
  { policy, today }: Standing,
): Allowed | Refused {
  const { name, unit, least, most } = parameter
  if (!Number.isInteger(value)) {
    return refused({ field: 'value', message: `${name} must be a whole number` })
  }
  if (value < least || value > most) {
    const message = `${name} must be from ${least} to ${limitInWords(unit, most)}`
    return refused({ field: 'value', message })
  }
  const start = whenItBegins(from, { policy, today })
  if (start.kind === 'refused') return start
  if (numberOn(policy, parameter, from) === value) {
    const held = limitInWords(unit, value)
    const message = `It is already ${held} on ${formatDate(from)}. Enter another number`
    return refused({ field: 'value', message })
  }
  return { kind: 'allowed' }
}

/**
 * Decides whether a rule may be switched on or off from a day on: not where the rule has to hold always, not in the past, and only where it
 * is not so already.
 *
 * @param change `from` is inclusive
 */
export function switchRule(
  rule: RuleSettings,
  { isOn, from }: { readonly isOn: boolean; readonly from: PlainDate },
  { policy, today }: Standing,
): Allowed | Refused {
  if (rule.alwaysOn !== undefined) {
    return refused({ field: 'isOn', message: `This rule is always on. ${rule.alwaysOn}` })
  }
  const start = whenItBegins(from, { policy, today })
  if (start.kind === 'refused') return start
  if (policy.isOn(rule.id, from) === isOn) {
    const message = `This rule is ${isOn ? 'on' : 'off'} already on ${formatDate(from)}`
    return refused({ field: 'isOn', message })
  }
  return { kind: 'allowed' }
}

/**
 * Decides whether a day may be added to those on which the service's offices are closed: today or later, and a working day until now.
 *
 * @interpretation A day in the past cannot be added, also where the office was closed by surprise: it would move what fell due after it.
 */
export function closeDay(closedOn: PlainDate, { policy, today }: Standing): Allowed | Refused {
  const message = problemWithDay(closedOn, { policy, today })
  if (message !== null) return refused({ field: 'closedOn', message })
  if (!isWorkingDay(closedOn, policy.holidays)) {
    const already = `${formatDate(closedOn)} is not a working day as it is: a weekend, a bank holiday or a closed day`
    return refused({ field: 'closedOn', message: already })
  }
  return { kind: 'allowed' }
}

function whenItBegins(from: PlainDate, standing: Standing): Allowed | Refused {
  const message = problemWithDay(from, standing)
  return message === null ? { kind: 'allowed' } : refused({ field: 'from', message })
}

/** Working days are only counted in years whose bank holidays are known, so nothing is settled for later ones. */
function problemWithDay(day: PlainDate, { policy, today }: Standing): string | null {
  if (isBefore(day, today)) {
    return 'Choose today or a later day: what fell due before keeps its number'
  }
  const { lastYear } = policy.holidays
  return day.year > lastYear ? `Choose a day before the end of ${lastYear}` : null
}
