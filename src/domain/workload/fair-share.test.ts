import { describe, expect, it } from 'vitest'
import { aCase, anAssessmentFact, openWork, someChild } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import { declaredPolicy, policyOf } from '../rules/policy.ts'
import type { JudgementLevel } from '../vocabulary/work.ts'
import { fairShare, loadsWith, pointsOf, type WorkerFact } from './fair-share.ts'
import { workloadSettings } from './workload-settings.ts'

const asked = { asOf: plainDate('2026-04-01'), policy: declaredPolicy }

/** Work whose assessment is completed and judges the risk to others at this level. */
function work(level: JudgementLevel, values: Partial<CaseFacts> = {}): CaseFacts {
  const assessment = anAssessmentFact({
    completedOn: plainDate('2026-03-09'),
    judgements: [{ kind: 'risk-of-serious-harm', level }],
  })
  return aCase({ intervention: openWork, assessments: [assessment], ...values })
}

function heldBy(staffId: string, caseId: string, facts: CaseFacts): CaseFacts {
  const allocation = { id: caseId, staffId, startedOn: plainDate('2026-03-02'), endedOn: null }
  return { ...facts, caseId, allocations: [allocation] }
}

const ann: WorkerFact = { id: 'ann', hoursPerWeek: 37, grade: 'practitioner' }
const half: WorkerFact = { ...ann, id: 'half', hoursPerWeek: 18.5 }
const manager: WorkerFact = { ...ann, id: 'manager', grade: 'manager' }

describe('what a case weighs', () => {
  it.each([
    ['one point when every judgement is low', work('low'), 1],
    ['two more when one is high', work('high'), 3],
    ['four more when one is very high', work('very-high'), 5],
    [
      'one more for a child looked after',
      work('low', { child: { ...someChild, isLookedAfter: true } }),
      2,
    ],
    [
      'two more for work from court',
      work('low', { intervention: { ...openWork, kind: 'court-order' } }),
      3,
    ],
    ['one more until it is assessed', work('low', { assessments: [anAssessmentFact()] }), 2],
  ])('is %s', (_name, facts, points) => {
    expect(pointsOf(facts, asked)).toBe(points)
  })

  it('is what the service has settled', () => {
    const numbers = [
      { ruleId: 'ALONGSIDE-workload', parameter: 'high', from: plainDate('2026-04-01'), value: 9 },
    ]
    const policy = policyOf({ numbers, switches: [], closedDays: [] }, [workloadSettings])
    expect(pointsOf(work('high'), { ...asked, policy })).toBe(10)
  })
})

describe('the share of each worker', () => {
  const cases = [
    heldBy('ann', 'one', work('low')),
    heldBy('ann', 'two', work('high')),
    heldBy('half', 'three', work('low')),
    heldBy(
      'half',
      'ended',
      work('high', { intervention: { ...openWork, endedOn: plainDate('2026-03-20') } }),
    ),
  ]

  it('counts open cases, weighs them, and sets them against hours and grade; most room first', () => {
    expect(fairShare([ann, half], cases, asked)).toEqual([
      { staffId: 'half', cases: 1, points: 1, capacity: 0.5, load: 2 },
      { staffId: 'ann', cases: 2, points: 4, capacity: 1, load: 4 },
    ])
  })

  it('shows what a proposal would make of it', () => {
    const after = fairShare([ann, half], cases, asked, new Map([['two', 'half']]))
    expect(after.map(({ staffId, points }) => [staffId, points])).toEqual([
      ['ann', 1],
      ['half', 4],
    ])
  })

  it('shows for each worker what one case more would make of their load', () => {
    const loads = loadsWith([ann, half], cases, 'two', asked)
    expect(loads.get('ann')).toEqual({ now: 4, then: 4 })
    expect(loads.get('half')).toEqual({ now: 2, then: 8 })
  })

  it('gives a newly qualified worker less room for the same hours', () => {
    const learning: WorkerFact = { ...ann, id: 'learning', grade: 'newly-qualified' }
    const [share] = fairShare([learning], [heldBy('learning', 'one', work('low'))], asked)
    expect(share).toMatchObject({ capacity: 0.7 })
  })

  it('gives no load to a manager, who holds no caseload, and puts them last', () => {
    expect(fairShare([manager, ann], cases, asked).at(-1)).toMatchObject({ load: null })
  })

  it('gives no load to somebody without hours, and puts them last', () => {
    const away = { ...ann, id: 'away', hoursPerWeek: 0 }
    expect(fairShare([away, ann], cases, asked).at(-1)).toMatchObject({
      staffId: 'away',
      load: null,
    })
  })
})
