import { bankHolidays, withClosedDays } from '../calendar/bank-holidays.ts'
import type { Holidays } from '../calendar/bank-holidays.ts'
import { compareDates, isAfter, isOnOrBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DatedNumber, Parameter, RuleSettings } from './parameter.ts'

/** What a service has settled over the rule book: each change dated, none ever taken back. */
export interface PolicyPack {
  readonly numbers: readonly NumberChange[]
  readonly switches: readonly SwitchChange[]
  /** Days on which this service's offices are closed, besides weekends and bank holidays. */
  readonly closedDays: readonly PlainDate[]
}

/** From a day on, inclusive, a parameter of a rule has another number. */
export interface NumberChange {
  readonly ruleId: string
  /** The parameter's key in its rule. */
  readonly parameter: string
  readonly from: PlainDate
  readonly value: number
}

/** From a day on, inclusive, a rule holds or does not. */
export interface SwitchChange {
  readonly ruleId: string
  readonly from: PlainDate
  readonly isOn: boolean
}

/** The rule book's numbers and switches as one service has them: what rules are asked with. */
export interface Policy {
  readonly valuesOf: (parameter: Parameter) => readonly DatedNumber[]
  readonly isOn: (ruleId: string, on: PlainDate) => boolean
  readonly holidays: Holidays
}

/** The day asked, inclusive, and the numbers and switches of the service. */
export interface Asked {
  readonly asOf: PlainDate
  readonly policy: Policy
}

/** The numbers of the sources, every rule on. */
export const declaredPolicy: Policy = {
  valuesOf: parameter => parameter.values,
  isOn: () => true,
  holidays: bankHolidays,
}

/**
 * A service's policy: what the rules declare, with the service's changes on top.
 *
 * @param pack in the order in which it was recorded: of two changes from the same day the later one counts
 * @param rules those that the changes may speak of; changes of others, and switches of a rule that is always on, have no effect
 */
export function policyOf(pack: PolicyPack, rules: readonly RuleSettings[]): Policy {
  const changed = new Map<Parameter, readonly DatedNumber[]>()
  for (const rule of rules) {
    for (const [key, parameter] of Object.entries(rule.parameters)) {
      const changes = pack.numbers.filter(
        ({ ruleId, parameter: name }) => ruleId === rule.id && name === key,
      )
      if (changes.length > 0) changed.set(parameter, inForce([...parameter.values, ...changes]))
    }
  }
  const alwaysOn = new Set(rules.filter(rule => rule.alwaysOn !== undefined).map(({ id }) => id))
  return {
    valuesOf: parameter => changed.get(parameter) ?? parameter.values,
    isOn: (ruleId, on) =>
      alwaysOn.has(ruleId) || lastBegun(switchesOf(pack.switches, ruleId), on)?.isOn !== false,
    holidays:
      pack.closedDays.length === 0 ? bankHolidays : withClosedDays(bankHolidays, pack.closedDays),
  }
}

/**
 * The value of a parameter on a day: the latest one that has begun.
 *
 * @throws RangeError when the parameter has no value yet on that day: a rule must not count with a number that did not hold
 */
export function numberOn(policy: Policy, parameter: Parameter, on: PlainDate): number {
  const held = lastBegun(policy.valuesOf(parameter), on)
  if (held === undefined) {
    throw new RangeError(`${parameter.name} has no value on ${on.toString()}`)
  }
  return held.value
}

/** The number that the source gives on a day, whatever a service has settled; errors as `numberOn`. */
export function numberOfSource(parameter: Parameter, on: PlainDate): number {
  return numberOn(declaredPolicy, parameter, on)
}

/** The numbers that are settled already for days after this one, earliest first. */
export function numbersAfter(policy: Policy, parameter: Parameter, on: PlainDate): DatedNumber[] {
  return inForce(policy.valuesOf(parameter)).filter(({ from }) => isAfter(from, on))
}

/** The switches of a rule that are settled already for days after this one, earliest first. */
export function switchesAfter(
  { switches }: Pick<PolicyPack, 'switches'>,
  ruleId: string,
  on: PlainDate,
): SwitchChange[] {
  return inForce(switchesOf(switches, ruleId)).filter(({ from }) => isAfter(from, on))
}

/** By day, without those that another one from the same day has replaced. */
function inForce<Dated extends { readonly from: PlainDate }>(changes: readonly Dated[]): Dated[] {
  const byDay = new Map(changes.map(change => [change.from.toString(), change]))
  return [...byDay.values()].toSorted((a, b) => compareDates(a.from, b.from))
}

function switchesOf(switches: readonly SwitchChange[], ruleId: string): readonly SwitchChange[] {
  return switches.filter(change => change.ruleId === ruleId)
}

function lastBegun<Dated extends { readonly from: PlainDate }>(
  changes: readonly Dated[],
  on: PlainDate,
): Dated | undefined {
  return changes
    .filter(({ from }) => isOnOrBefore(from, on))
    .toSorted((a, b) => compareDates(a.from, b.from))
    .at(-1)
}
