import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DutyRule } from '../rules/rule.ts'

/** A hearing from which a child could go to custody. */
export interface CustodyHearingFacts {
  readonly hearingId: string
  readonly heldOn: PlainDate
  readonly custodyPossible: boolean
  readonly remandSought: boolean
  /** When what keeps the child safe in custody was written down and sent; null: not yet. */
  readonly safetyWrittenOn: PlainDate | null
}

/**
 * OM-3.1-custody-alert: before a hearing from which a child may go to custody, what keeps them safe there is written down.
 *
 * @source OM section 3.1
 * @interpretation The day of the hearing is the last day, because remand is often sought within hours.
 */
export const custodySafety: DutyRule<CustodyHearingFacts> = {
  id: 'OM-3.1-custody-alert',
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Write down what keeps the child safe in custody, before the hearing',
  why: 'The first night in custody is the most dangerous. Those who receive the child know only what we have told them.',
  citation: { source: 'OM', section: '3.1' },
  parameters: {},
  waitsFor: 'court',
  decide: ({ hearingId, heldOn, custodyPossible, remandSought, safetyWrittenOn }, asOf) => {
    if (!custodyPossible && !remandSought) return []
    const head = { subjectId: hearingId, dueOn: heldOn, dueWords: 'before the hearing' }
    const why = { text: remandSought ? 'Remand is sought' : 'The court may decide on custody' }
    if (safetyWrittenOn !== null) {
      const written = { text: 'Needs and vulnerabilities were sent', on: safetyWrittenOn }
      return [{ ...head, state: 'met', because: [why, written] }]
    }
    return [{ ...head, state: isAfter(asOf, heldOn) ? 'overdue' : 'open', because: [why] }]
  },
}
