import { plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { deadline, type Deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Policy } from '../rules/policy.ts'
import type { Exception } from '../rules/rule.ts'

/**
 * How far ahead one agreement reaches where its rule says nothing else.
 *
 * @interpretation The sources name no limit. Assessment and plan are written afresh every six months (OM-2.5, OM-4.5), so what was agreed
 * before that is asked again then.
 */
const usualReach: TimeLimit = {
  name: 'Longest that one agreement reaches ahead',
  unit: 'months',
  values: [{ from: plainDate('2013-04-08'), value: 6 }],
  least: 1,
  most: 12,
}

/** The last day that an agreement granted on a day may cover, inclusive. */
export function lastDayOfAgreement(
  { reach }: Pick<Exception, 'reach'>,
  grantedOn: PlainDate,
  policy: Policy,
): Deadline {
  return deadline(reach ?? usualReach, grantedOn, { asOf: grantedOn, policy })
}
