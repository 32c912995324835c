import { isAfter, isBefore, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import { excusedBy } from '../rules/agreements.ts'
import { eventsOf, isOpenCase, type CaseFacts } from '../rules/case-facts.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'

const shareWithin: TimeLimit = {
  name: 'Time to share a paper once a manager has signed it',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 5 }],
  least: 1,
  most: 20,
}

const ruleId = 'OM-10.2-share'

/**
 * OM-10.2-share: the social worker and the home have the assessment and the plan of a child whom others care for too.
 *
 * @source OM section 10.2
 * @interpretation The child is open to social care or early help when a care status of any kind holds on the day asked. The assessment is
 * countersigned as quality assurance records it; a plan is countersigned by the manager's signature. Of each, the latest one counts. It is
 * shared by an event on or after that day whose topic is the paper or all of them, and which is about that paper or about the case. The
 * court report joins them with the court screens.
 */
export const sharePapers: DutyRule<CaseFacts> = {
  id: ruleId,
  kind: 'duty',
  owedBy: 'case-manager',
  title: 'Share the assessment and the plan with the social worker and the home',
  why: 'A child with several adults around them should not have several plans. Those who care for the child need to know what was agreed.',
  citation: { source: 'OM', section: '10.2' },
  parameters: { shareWithin },
  exception: {
    by: 'worker',
    what: 'Not to share: there is no consent, or the law does not allow it',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: (facts, asOf, policy) => {
    if (!isOpenCase(facts) || facts.child.careStatuses.length === 0) return []
    return papersOf(facts).map(paper => decidePaper(facts, paper, { asOf, policy }))
  },
}

interface Paper {
  readonly id: string
  readonly topic: 'assessment' | 'plan'
  readonly signedOn: PlainDate
}

/** The latest assessment and the latest plan that a manager has signed. */
function papersOf({ assessments, plans }: CaseFacts): Paper[] {
  const papers: Paper[] = []
  const assessment = assessments.findLast(({ countersignedOn }) => countersignedOn !== null)
  if (assessment?.countersignedOn != null) {
    const { id, countersignedOn: signedOn } = assessment
    papers.push({ id, topic: 'assessment', signedOn })
  }
  const signed = plans.flatMap(({ id, signatures }) => {
    const signature = signatures.find(({ signatory }) => signatory === 'manager')
    return signature === undefined ? [] : [{ id, topic: 'plan', signedOn: signature.on } as const]
  })
  return [...papers, ...signed.slice(-1)]
}

function decidePaper(facts: CaseFacts, paper: Paper, asked: Asked): DutyDecision {
  const { dueOn, limit } = deadline(shareWithin, paper.signedOn, asked)
  const signed = { text: `A manager signed the ${paper.topic}`, on: paper.signedOn }
  const head = { subjectId: paper.id, dueOn, dueWords: `${limit} after a manager has signed it` }
  const shared = eventsOf(facts, 'shared').find(
    ({ topic, aboutId, on }) =>
      (topic === paper.topic || topic === 'all') &&
      (aboutId === null || aboutId === paper.id) &&
      !isBefore(on, paper.signedOn),
  )
  if (shared !== undefined) {
    return { ...head, state: 'met', because: [signed, { text: 'It was shared', on: shared.on }] }
  }
  const excuse = excusedBy(facts, ruleId, paper.id, asked.asOf)
  if (excuse !== null) return { ...head, state: 'excused', because: [signed, excuse] }
  const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
  return { ...head, state, because: [signed, { text: `The ${paper.topic} is not shared yet` }] }
}
