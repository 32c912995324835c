import { aCase, anAgreement, anAssessmentFact, anEventFact, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { guardExamples, promptExamples } from '../rules/testing/worked-examples.ts'
import type { JudgementLevel } from '../vocabulary/work.ts'
import {
  caseToAllocate,
  type AllocationFacts,
  type CaseToAllocate,
  type WorkerFact,
} from './allocation-facts.ts'
import { rightWorkerGuard } from './right-worker.ts'
import { sameWorkerGuard } from './same-worker.ts'
import { workerPreferencePrompt } from './worker-preference.ts'

const asOf = '2026-04-20'

const officer: WorkerFact = {
  id: 'officer',
  isSupportRole: false,
  isTrainedInHarmfulSexualBehaviour: false,
}
const support: WorkerFact = { ...officer, id: 'support', isSupportRole: true }
const trained: WorkerFact = { ...officer, id: 'trained', isTrainedInHarmfulSexualBehaviour: true }

/** What is asked before these workers get the case, which the officer has held since 2 March 2026 unless said otherwise. */
function given(
  workers: readonly WorkerFact[],
  facts: CaseFacts,
  around: Partial<Pick<CaseToAllocate, 'current' | 'movedOn'>> & { readonly reason?: string } = {},
): AllocationFacts {
  const current =
    around.current === undefined
      ? { staffId: 'officer', startedOn: plainDate('2026-03-02') }
      : around.current
  const addressDays = around.movedOn == null ? [] : [around.movedOn]
  const changeReason = around.reason ?? ''
  return { ...caseToAllocate(facts, { current, addressDays }), workers, changeReason }
}

function judged(level: JudgementLevel, values: Partial<CaseFacts> = {}): CaseFacts {
  const assessment = anAssessmentFact({
    completedOn: plainDate('2026-03-20'),
    judgements: [{ kind: 'risk-of-serious-harm', level }],
  })
  return aCase({ assessments: [assessment], ...values })
}

const sexualOffence = aCase({
  offences: [
    {
      id: 'offence',
      title: 'Sharing a private image',
      group: 'SEXUAL_OFFENCES',
      occurredOn: plainDate('2026-02-01'),
    },
  ],
})
const alleged = anEventFact({ kind: 'significant-change', topic: 'harmful-sexual-behaviour' })
const agreed = anAgreement({ ruleId: 'HMIP-1.2-allocation', subjectId: 'case' })

export const rightWorkerExamples = guardExamples(rightWorkerGuard, [
  {
    when: 'the risk of harm is high and the worker is an officer',
    facts: given([officer], judged('high')),
    asOf,
    is: 'allowed',
  },
  {
    when: 'the risk of harm is high and the worker is in a support role',
    facts: given([support], judged('high')),
    asOf,
    is: 'blocked',
    says: 'not in a support role',
  },
  {
    when: 'the risk of harm is very high and a support worker would hold it jointly',
    facts: given([officer, support], judged('very-high')),
    asOf,
    is: 'blocked',
    says: 'not in a support role',
  },
  {
    when: 'the head of service has agreed',
    facts: given([support], judged('high', { agreements: [agreed] })),
    asOf,
    is: 'agreed',
    says: 'agreed',
  },
  {
    when: 'a sexual offence would be held by one worker who is trained',
    facts: given([trained], sexualOffence),
    asOf,
    is: 'blocked',
    says: 'second worker',
  },
  {
    when: 'harmful sexual behaviour was alleged and neither of two workers is trained',
    facts: given([officer, support], aCase({ events: [alleged] })),
    asOf,
    is: 'blocked',
    says: 'trained in harmful sexual behaviour',
  },
  {
    when: 'two workers hold it and one is trained',
    facts: given([officer, trained], sexualOffence),
    asOf,
    is: 'allowed',
  },
  {
    when: 'the risk of harm is medium',
    facts: given([support], judged('medium')),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'nobody has judged the risk yet',
    facts: given([support], aCase()),
    asOf,
    is: 'not-applicable',
  },
])

const lookedAfter = aCase({ child: { ...someChild, isLookedAfter: true } })
const move = anEventFact({
  kind: 'significant-change',
  topic: 'home-moved',
  on: plainDate('2026-04-13'),
})
const moved = { ...lookedAfter, events: [move] }
const movedOn = plainDate('2026-04-13')
const placedElsewhere = anEventFact({ kind: 'home-address-elsewhere', on: movedOn })

export const sameWorkerExamples = guardExamples(sameWorkerGuard, [
  {
    when: 'the child moved within the county and nobody says why the worker changes',
    facts: given([trained], moved),
    asOf,
    is: 'blocked',
    says: 'strong reason',
  },
  {
    when: 'only the address in the record says that the child moved',
    facts: given([trained], lookedAfter, { movedOn }),
    asOf,
    is: 'blocked',
  },
  {
    when: 'the worker is leaving and the record says so',
    facts: given([trained], moved, { reason: 'The worker leaves in May.' }),
    asOf,
    is: 'allowed',
    says: 'leaves in May',
  },
  {
    when: 'the child was placed in another area',
    facts: given([trained], { ...lookedAfter, events: [move, placedElsewhere] }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'the child moved before the worker began',
    facts: given([trained], moved, {
      current: { staffId: 'officer', startedOn: plainDate('2026-04-14') },
    }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'the worker stays and a second one joins',
    facts: given([officer, trained], moved),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'nobody holds the case',
    facts: given([trained], moved, { current: null }),
    asOf,
    is: 'not-applicable',
  },
  {
    when: 'the child lives with their family',
    facts: given([trained], aCase({ events: [move] })),
    asOf,
    is: 'not-applicable',
  },
])

const preference = anEventFact({ kind: 'worker-preference' })

export const workerPreferenceExamples = promptExamples(workerPreferencePrompt, [
  {
    when: 'a girl’s case is given to a worker and nobody has asked her',
    facts: given([], aCase()),
    asOf,
    is: 'advises',
    says: 'which worker she would like',
  },
  {
    when: 'what she said is recorded',
    facts: given([], aCase({ events: [preference] })),
    asOf,
    is: 'says-nothing',
  },
  {
    when: 'the child is a boy',
    facts: given([], aCase({ child: { ...someChild, sex: 'male' } })),
    asOf,
    is: 'says-nothing',
  },
])
