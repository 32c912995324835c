import { isAfter, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule, Reason } from '../rules/rule.ts'

/** A case that is listed for a panel, with those who were harmed, as the victims screens will have them. */
export interface VictimFacts {
  readonly panelOn: PlainDate | null
  readonly victims: readonly VictimOfCase[]
}

/** Somebody who was harmed and can be identified. */
export interface VictimOfCase {
  readonly id: string
  /** What they said when asked whether we may be in touch; null: not asked yet. */
  readonly consent: { readonly given: boolean; readonly on: PlainDate } | null
  /** When their views were written down for the panel. */
  readonly viewsOn: PlainDate | null
  readonly outcomeToldOn: PlainDate | null
}

const tellWithin: TimeLimit = {
  name: 'Time to tell the victim the outcome after the panel',
  unit: 'working days',
  values: [{ from: plainDate('2023-04-01'), value: 5 }],
  least: 1,
  most: 20,
}

/**
 * LP-victim-before: whoever was harmed is asked before the panel and told the outcome after it.
 *
 * @source LP "victims"
 * @interpretation "Before the panel" includes its day: views can be written down on the morning. First the views are owed, then the
 * outcome, each by its own day. A victim who does not consent is left in peace: that record is the exception.
 */
export const victimBeforePanel: DutyRule<VictimFacts> = {
  id: 'LP-victim-before',
  kind: 'duty',
  owedBy: 'victim-worker',
  title: 'Ask the victim before the panel, and tell them the outcome after it',
  why: 'The panel decides about something that happened to somebody. They have a right to be heard, and to know what became of it.',
  citation: { source: 'LP', section: 'victims' },
  parameters: { tellWithin },
  exception: {
    by: 'worker',
    what: 'Not to be in touch: the victim does not consent',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'victims',
  decide: ({ panelOn, victims }, asOf, policy) =>
    panelOn === null
      ? []
      : victims.map(victim => ({
          subjectId: victim.id,
          ...decideVictim(victim, panelOn, { asOf, policy }),
        })),
}

type Decision = Omit<DutyDecision, 'subjectId'>

function decideVictim(victim: VictimOfCase, panelOn: PlainDate, asked: Asked): Decision {
  const before = { dueOn: panelOn, dueWords: 'on the day of the panel' }
  const { consent, viewsOn, outcomeToldOn } = victim
  if (consent?.given === false) {
    const because = [{ text: 'The victim does not consent', on: consent.on }]
    return { ...before, state: 'excused', because }
  }
  if (consent === null) return due(before, asked, { text: 'The victim is not asked yet' })
  if (viewsOn === null) return due(before, asked, { text: 'Their views are not written down yet' })
  const { dueOn, limit } = deadline(tellWithin, panelOn, asked)
  const after = { dueOn, dueWords: `${limit} after the panel` }
  if (outcomeToldOn !== null) {
    const because = [{ text: 'The victim was told the outcome', on: outcomeToldOn }]
    return { ...after, state: 'met', because }
  }
  return due(after, asked, { text: 'Their views were written down', on: viewsOn })
}

function due(
  head: Pick<Decision, 'dueOn' | 'dueWords'>,
  { asOf }: Asked,
  reason: Reason,
): Decision {
  const isLate = head.dueOn !== null && isAfter(asOf, head.dueOn)
  return { ...head, state: isLate ? 'overdue' : 'open', because: [reason] }
}
