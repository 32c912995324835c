import { describe, expect, it } from 'vitest'
import { aCase, aReferralFact } from '#test/facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { decisionGuards } from './out-of-court-rules.ts'
import { declaredPolicy } from '../rules/policy.ts'
import type { GuardRule } from '../rules/rule.ts'
import { panelDecisions } from '../vocabulary/outcomes.ts'
import type { CaseFacts } from '../rules/case-facts.ts'
import {
  conditionalCautionLength,
  conditionalCautionLengthGuard,
  lastDayOfConditions,
} from './conditional-caution-length.ts'
import type { DecisionFacts, GrantedAgreement } from './decision-facts.ts'
import {
  implicationsGuard,
  jointDecisionGuard,
  panelGuard,
  shortAssessmentGuard,
} from './decision-guards.ts'
import { guardStandings } from './guard-standing.ts'
import { recordDecision, summaryLimit } from './record-decision.ts'

const day = plainDate('2026-03-02')
const dayBefore = plainDate('2026-03-01')
const dayAfter = plainDate('2026-03-03')
const asked = { asOf: day, policy: declaredPolicy }

/** Everything there, decided on the day of the panel: each case takes something away. */
const ready = {
  referralId: 'referral',
  isLookedAfter: false,
  victimKnown: true,
  checks: [
    { kind: 'childrens-social-care', result: 'done', on: day },
    { kind: 'victim-views', result: 'no-answer', on: day },
  ],
  panel: {
    id: 'panel',
    heldOn: day,
    attendances: [
      { agency: 'youth-justice-service', attended: true, reason: null },
      { agency: 'police', attended: true, reason: null },
      { agency: 'childrens-social-care', attended: true, reason: null },
      { agency: 'restorative-service', attended: false, reason: 'Ill; views sent by letter' },
    ],
  },
  assessment: {
    id: 'assessment',
    form: 'short',
    completedOn: day,
    countersignedOn: null,
    judged: ['likelihood-of-reoffending', 'risk-of-serious-harm', 'safety-and-wellbeing'],
  },
  explanation: { on: day, childUnderstood: true, parentUnderstood: true },
  agreements: [],
  decision: 'community-resolution',
  decidedOn: day,
  conditionsEndOn: null,
  decidedByService: { id: 'worker', agency: 'youth-justice-service' },
  decidedByPolice: { id: 'officer', agency: 'police' },
  rationale: 'First time, sorry, wants to mend it.',
  weighed: { diversity: 'd', safety: 's', wellbeing: 'w', risk: 'r' },
} as const satisfies DecisionFacts

function missing(guard: GuardRule<DecisionFacts>, change: Partial<DecisionFacts>): string {
  const decision = guard.decide({ ...ready, ...change }, day, declaredPolicy)
  return decision.kind === 'blocked' ? decision.missing.join(' ') : decision.kind
}

describe('OM-6.1-panel', () => {
  it('allows a decision on the day of a panel that had everything', () => {
    expect(missing(panelGuard, {})).toBe('allowed')
  })

  it.each<[string, Partial<DecisionFacts>, string]>([
    ['no panel', { panel: null }, 'List the referral'],
    ['a panel on the day after', { panel: { ...ready.panel, heldOn: dayAfter } }, 'not met yet'],
    ['no social care check', { checks: [ready.checks[1]] }, "children's social care"],
    [
      'a social care check without an answer',
      { checks: [{ ...ready.checks[0], result: 'no-answer' }, ready.checks[1]] },
      "children's social care",
    ],
    ['no word from the victim', { checks: [ready.checks[0]] }, "victim's views"],
    [
      'not knowing whether there is a victim',
      { checks: [ready.checks[0]], victimKnown: null },
      "victim's views",
    ],
    ['no assessment', { assessment: null }, 'Complete the assessment'],
    [
      'an assessment that is a draft',
      { assessment: { ...ready.assessment, completedOn: null } },
      'Complete the assessment',
    ],
    [
      'an assessment of the day after',
      { assessment: { ...ready.assessment, completedOn: dayAfter } },
      'completed after the panel',
    ],
  ])('stops for %s', (_name, change, words) => {
    expect(missing(panelGuard, change)).toContain(words)
  })

  it.each(ready.panel.attendances.map(seat => seat.agency))('stops when %s is silent', agency => {
    const attendances = ready.panel.attendances.filter(seat => seat.agency !== agency)
    expect(missing(panelGuard, { panel: { ...ready.panel, attendances } })).toContain('Record that')
  })

  it('stops when an agency stayed away and nobody wrote why', () => {
    const attendances = ready.panel.attendances.map(seat => ({ ...seat, reason: ' ' }))
    const words = missing(panelGuard, { panel: { ...ready.panel, attendances } })
    expect(words).toBe(
      'Record that the restorative service came to the panel, or why they could not.',
    )
  })

  it('takes an assessment completed the day before, and asks for no views where no victim is known', () => {
    const assessment = { ...ready.assessment, completedOn: dayBefore }
    expect(missing(panelGuard, { assessment })).toBe('allowed')
    expect(missing(panelGuard, { checks: [ready.checks[0]], victimKnown: false })).toBe('allowed')
  })
})

describe('HMIP-3.4-joint', () => {
  it('allows a decision with two names, a rationale and all that was weighed', () => {
    expect(missing(jointDecisionGuard, {})).toBe('allowed')
  })

  it.each<[string, Partial<DecisionFacts>, string]>([
    ['nobody for the service', { decidedByService: null }, 'for the youth justice service'],
    ['nobody for the police', { decidedByPolice: null }, 'for the police'],
    [
      'two from the service',
      { decidedByPolice: { id: 'other', agency: 'youth-justice-service' } },
      'for the police',
    ],
    [
      'two from the police',
      { decidedByService: { id: 'other', agency: 'police' } },
      'for the youth justice service',
    ],
    ['no rationale', { rationale: ' \n' }, 'why this was decided'],
    ['diversity', { weighed: { ...ready.weighed, diversity: '' } }, 'who the child is'],
    ['safety', { weighed: { ...ready.weighed, safety: '' } }, "the child's safety"],
    ['well-being', { weighed: { ...ready.weighed, wellbeing: '' } }, "the child's well-being"],
    ['risk', { weighed: { ...ready.weighed, risk: '' } }, 'risk to others'],
  ])('stops for %s', (_name, change, words) => {
    expect(missing(jointDecisionGuard, change)).toContain(words)
  })

  it.each(panelDecisions)('is asked for %s', decision => {
    expect(missing(jointDecisionGuard, { decision, rationale: '' })).toContain('why')
  })
})

describe('HMIP-3.4-implications', () => {
  it('allows a decision on the day on which it was explained', () => {
    expect(missing(implicationsGuard, {})).toBe('allowed')
  })

  it.each<[string, DecisionFacts['explanation'], string]>([
    ['nothing explained', null, 'was explained'],
    ['an explanation of the day after', { ...ready.explanation, on: dayAfter }, 'explain first'],
    ['a child who did not understand', { ...ready.explanation, childUnderstood: false }, 'child'],
    ['a parent who did not', { ...ready.explanation, parentUnderstood: false }, 'parent or carer'],
  ])('stops for %s', (_name, explanation, words) => {
    expect(missing(implicationsGuard, { explanation })).toContain(words)
  })

  it.each(['no-further-action', 'charge'] as const)('does not apply to %s', decision => {
    expect(missing(implicationsGuard, { decision, explanation: null })).toBe('not-applicable')
  })
})

describe('OM-6.2-eha', () => {
  it.each([
    'community-resolution',
    'outcome-22',
    'deferred-prosecution',
    'youth-conditional-caution',
  ] as const)('wants the short assessment for %s', decision => {
    expect(missing(shortAssessmentGuard, { decision })).toBe('allowed')
    expect(missing(shortAssessmentGuard, { decision, assessment: null })).toContain('Write')
  })

  it.each(['no-further-action', 'youth-caution', 'charge'] as const)(
    'does not apply to %s',
    decision => {
      expect(missing(shortAssessmentGuard, { decision, assessment: null })).toBe('not-applicable')
    },
  )

  it('does not take another form, nor one without its judgements', () => {
    const { assessment } = ready
    expect(
      missing(shortAssessmentGuard, { assessment: { ...assessment, form: 'full' } }),
    ).toContain('Use the short assessment')
    const judged = ['likelihood-of-reoffending', 'risk-of-serious-harm'] as const
    expect(missing(shortAssessmentGuard, { assessment: { ...assessment, judged } })).toBe(
      'Answer in the assessment: Is the child safe and well?',
    )
  })
})

describe('OM-6.3-ycc-length', () => {
  const caution = { decision: 'youth-conditional-caution' } as const
  const limit = plainDate('2026-06-02')
  const past = plainDate('2026-06-03')
  const agreed: GrantedAgreement = {
    id: 'agreement',
    ruleId: 'OM-6.3-ycc-length',
    subjectId: 'referral',
    grantedOn: day,
    untilOn: plainDate('2026-07-31'),
    grantedBy: 'A manager',
    grantedById: 'manager',
    reason: 'The course runs until July.',
  }
  const longer = { ...caution, conditionsEndOn: past }

  it('does not apply to other decisions', () => {
    expect(missing(conditionalCautionLengthGuard, {})).toBe('not-applicable')
  })

  it('allows conditions until the last day of three months and not a day longer', () => {
    const until = (conditionsEndOn: typeof limit) =>
      missing(conditionalCautionLengthGuard, { ...caution, conditionsEndOn })
    expect(lastDayOfConditions(day, asked).dueOn.toString()).toBe(limit.toString())
    expect(until(limit)).toBe('allowed')
    expect(until(past)).toContain('by 2 June 2026, or ask a manager')
    expect(until(day)).toBe('allowed')
    expect(until(dayBefore)).toContain('on or after the day')
    expect(lastDayOfConditions(plainDate('2025-11-30'), asked).dueOn.toString()).toBe('2026-02-28')
  })

  it('asks for the day on which they end', () => {
    expect(missing(conditionalCautionLengthGuard, caution)).toContain('Say on which day')
  })

  it.each<[string, GrantedAgreement, string]>([
    ['agreed in time', agreed, 'allowed'],
    ['agreed with no end', { ...agreed, untilOn: null }, 'allowed'],
    ['agreed until the last day of the conditions', { ...agreed, untilOn: past }, 'allowed'],
    ['agreed until the day before', { ...agreed, untilOn: limit }, 'agreed until 2 June 2026'],
    ['agreed about another referral', { ...agreed, subjectId: 'other' }, 'ask a manager'],
    ['agreed under another rule', { ...agreed, ruleId: 'OM-6.5-longer' }, 'ask a manager'],
    ['agreed on the day after', { ...agreed, grantedOn: dayAfter }, 'ask a manager'],
    ['agreed by who decides', { ...agreed, grantedById: 'worker' }, 'cannot also decide'],
  ])('says of longer conditions %s what counts', (_name, agreement, words) => {
    const change = { ...longer, agreements: [agreement] }
    expect(missing(conditionalCautionLengthGuard, change)).toContain(words)
  })
})

describe('OM-6.3-ycc-length while work goes on', () => {
  const work = { id: 'work', kind: 'conditional-caution', startedOn: day, endedOn: null } as const
  const facts = aCase({
    caseId: 'referral',
    referral: aReferralFact({ receivedOn: dayBefore, panelOn: day, closedOn: day }),
    intervention: work,
    outcomes: [
      {
        id: 'outcome',
        kind: 'youth-conditional-caution',
        decidedOn: day,
        conditionsEndOn: plainDate('2026-07-01'),
      },
    ],
  })
  const stateOn = (on: string, change: Partial<CaseFacts> = {}) =>
    conditionalCautionLength.decide({ ...facts, ...change }, plainDate(on), declaredPolicy)[0]
      ?.state

  it('is open until the last day of three months and overdue after it', () => {
    expect(stateOn('2026-06-02')).toBe('open')
    expect(stateOn('2026-06-03')).toBe('overdue')
  })

  it('is met once the work has ended', () => {
    const intervention = { ...work, endedOn: plainDate('2026-05-30') }
    expect(stateOn('2026-06-03', { intervention })).toBe('met')
  })

  it.each(['referral', 'outcome'])('is excused to the last day agreed about the %s', subjectId => {
    const agreement = {
      id: 'agreement',
      ruleId: 'OM-6.3-ycc-length',
      subjectId,
      grantedOn: day,
      untilOn: plainDate('2026-07-01'),
      grantedBy: 'A manager',
      reason: 'The course runs until July.',
    }
    expect(stateOn('2026-07-01', { agreements: [agreement] })).toBe('excused')
    expect(stateOn('2026-07-02', { agreements: [agreement] })).toBe('overdue')
  })

  it('is owed for nothing but a conditional caution', () => {
    const outcomes = facts.outcomes.map(outcome => ({ ...outcome, kind: 'youth-caution' as const }))
    expect(stateOn('2026-06-03', { outcomes })).toBeUndefined()
  })
})

describe('recording a decision', () => {
  const around = {
    receivedOn: dayBefore,
    isClosed: false,
    hasOutcome: false,
    today: day,
    policy: declaredPolicy,
  }

  it.each([
    ['community-resolution', null],
    ['no-further-action', 'No further action'],
    ['charge', 'Back to charge'],
  ] as const)('allows %s and says what becomes of the referral', (decision, closesBecause) => {
    const recorded = recordDecision({ ...ready, decision }, around, decisionGuards)
    expect(recorded).toEqual({ kind: 'allowed', closesBecause })
  })

  it('names the rule of everything that stops it', () => {
    const recorded = recordDecision(
      { ...ready, explanation: null, rationale: '' },
      around,
      decisionGuards,
    )
    const stops = recorded.kind === 'stopped' ? recorded.stops : []
    expect(stops.map(one => one.ruleId)).toEqual(['HMIP-3.4-joint', 'HMIP-3.4-implications'])
  })

  it.each([
    ['a second one', { hasOutcome: true }, 'already recorded'],
    ['one for a closed referral', { isClosed: true }, 'closed'],
    ['one of tomorrow', { today: dayBefore }, 'today or in the past'],
    ['one before the referral', { receivedOn: dayAfter }, 'earlier than the referral'],
  ])('refuses %s', (_name, change, words) => {
    const recorded = recordDecision(ready, { ...around, ...change }, [])
    expect(recorded.kind === 'stopped' ? recorded.stops[0]?.message : '').toContain(words)
  })

  it('takes a decision on the day of the referral', () => {
    const recorded = recordDecision(ready, { ...around, receivedOn: day }, [])
    expect(recorded.kind).toBe('allowed')
  })
})

describe('where the guards stand before anything is typed', () => {
  it('shows what is there, and what the page itself asks for', () => {
    const states = guardStandings(ready, decisionGuards, asked).map(one => [
      one.guard.id,
      one.state,
    ])
    expect(Object.fromEntries(states)).toEqual({
      'OM-6.1-panel': 'there',
      'HMIP-3.4-joint': 'asked-below',
      'HMIP-3.4-implications': 'there',
      'OM-6.2-eha': 'there',
      'OM-6.4-care-qa': 'not-applicable',
      'OM-6.3-ycc-length': 'asked-below',
    })
  })

  it('says for each gap which part of the record it belongs to', () => {
    const bare = {
      ...ready,
      isLookedAfter: true,
      checks: [],
      panel: null,
      assessment: null,
      explanation: null,
    }
    const gaps = guardStandings(bare, decisionGuards, asked).flatMap(one => one.missing)
    expect(gaps.map(gap => gap.about)).toEqual([
      'checks',
      'checks',
      'assessment',
      'listing',
      'explanation',
      'assessment',
      'quality-assurance',
    ])
  })
})

describe('the limit for summary offences', () => {
  it('is 16 weeks after the earliest offence, and unknown without one', () => {
    expect(summaryLimit([dayAfter, day])?.toString()).toBe('2026-06-22')
    expect(summaryLimit([])).toBeNull()
  })
})
