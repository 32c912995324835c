import { formatDate } from '../calendar/format-date.ts'
import { addMonths } from '../calendar/months.ts'
import { isOnOrBefore, latest, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import { numberOn, type Policy } from '../rules/policy.ts'
import type { RuleHead } from '../rules/rule.ts'
import { spellTitle } from './describe-spell.ts'
import { kindOf } from './kinds.ts'
import type { AskedSpell, RecordQuestion } from './question.ts'
import { holdsOn } from './spell.ts'

/** How long something counts as known without anybody saying it again. */
export const staleAfter: TimeLimit = {
  name: 'Time after which somebody is asked whether it is still true',
  unit: 'months',
  values: [{ from: plainDate('2026-01-01'), value: 6 }],
  least: 1,
  most: 24,
}

/**
 * What a service settles about the record of a child's life.
 *
 * @interpretation No source says how long an address or a school counts as known: six months are ours, twice a review of a plan.
 */
export const circumstanceSettings: RuleHead & { readonly kind: 'setting' } = {
  id: 'ALONGSIDE-circumstances',
  kind: 'setting',
  title: 'When we ask whether something is still true',
  why: 'A child moves, changes school, leaves care. What nobody has said for long is asked again, so that letters go to the right home and help fits.',
  citation: { source: 'ALONGSIDE', section: 'what is true of a child' },
  parameters: { staleAfter },
  alwaysOn: 'Every record grows old.',
}

/**
 * What holds and nobody has said for longer than the service allows: one question, which names all of it.
 *
 * @param spells those that were not withdrawn
 */
export function staleQuestions(
  spells: readonly AskedSpell[],
  today: PlainDate,
  policy: Policy,
): RecordQuestion[] {
  const since = addMonths(today, -numberOn(policy, staleAfter, today))
  const old = spells.filter(
    spell =>
      kindOf(spell.kind).goesStale &&
      holdsOn(spell, today) &&
      isOnOrBefore(lastSaidOn(spell), since),
  )
  if (old.length === 0) return []
  const each = old.map(spell => `${spellTitle(spell)} (${formatDate(lastSaidOn(spell))})`)
  const text = `Nobody has said for long: ${each.join('; ')}. Is it still true?`
  return [{ about: 'stale', text, mends: [{ how: 'ask-again' }] }]
}

/** The day on which somebody last said it: when it was recorded, or confirmed since. */
export function lastSaidOn({ recordedOn, confirmedOn }: AskedSpell): PlainDate {
  return confirmedOn === null ? recordedOn : latest(recordedOn, confirmedOn)
}
