import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { checkKindList, checksProgress, standingChecks } from './checks.ts'
import { referralProgress, type ReferralFacts } from './referral-stage.ts'

const today = plainDate('2026-03-02')
const on = plainDate('2026-02-20')

const fresh: ReferralFacts = {
  kind: 'out-of-court',
  victimKnown: true,
  isLookedAfter: false,
  checks: [],
  assessor: null,
  assessment: null,
  panelOn: null,
  explainedOn: null,
  decision: null,
  workStartedOn: null,
  closedOn: null,
}
const socialCare = { kind: 'childrens-social-care', result: 'done', on } as const
const ready: ReferralFacts = {
  ...fresh,
  checks: checkKindList.map(kind => ({ kind, result: 'done', on })),
  assessor: 'Sam Example',
  assessment: { startedOn: on, completedOn: on },
  panelOn: plainDate('2026-03-03'),
}

describe('where a referral stands', () => {
  it.each<[string, ReferralFacts, string, string | null]>([
    ['new', fresh, 'being-checked', "Check with children's social care"],
    [
      'social care has answered',
      { ...fresh, checks: [socialCare] },
      'being-checked',
      'Choose who writes the assessment',
    ],
    [
      'a worker was chosen',
      { ...fresh, checks: [socialCare], assessor: 'Sam Example' },
      'being-checked',
      'Complete the assessment',
    ],
    ['assessed, on no panel', { ...ready, panelOn: null }, 'being-checked', 'List for a panel'],
    ['checks are open', { ...ready, checks: [socialCare] }, 'listed', 'Finish the checks'],
    ['nobody has explained', ready, 'listed', 'Explain what it means to the child and family'],
    ['the panel is to come', { ...ready, explainedOn: on }, 'listed', 'Wait for the panel'],
    [
      'the panel meets today',
      { ...ready, explainedOn: on, panelOn: today },
      'listed',
      'Record the decision',
    ],
    [
      'the panel met yesterday',
      { ...ready, explainedOn: on, panelOn: plainDate('2026-03-01') },
      'awaiting-decision',
      'Record the decision',
    ],
    [
      'the assessment came after the panel',
      {
        ...ready,
        panelOn: plainDate('2026-02-25'),
        assessment: { startedOn: on, completedOn: plainDate('2026-02-26') },
      },
      'awaiting-decision',
      'List for a later panel: the assessment was not ready',
    ],
    ['decided', { ...ready, decision: { kind: 'youth-caution', on } }, 'decided', 'Open the work'],
    ['decided with nothing to do', { ...ready, decision: { kind: 'charge', on } }, 'decided', null],
    [
      'work has started',
      { ...ready, decision: { kind: 'youth-caution', on }, workStartedOn: on },
      'closed',
      null,
    ],
    ['closed', { ...ready, closedOn: on }, 'closed', null],
    [
      'the child was under 10',
      { ...fresh, kind: 'safeguarding' },
      'safeguarding',
      "Tell children's social care today",
    ],
    [
      'social care has the child under 10',
      { ...fresh, kind: 'safeguarding', checks: [socialCare] },
      'safeguarding',
      'Close the referral',
    ],
  ])('%s', (_name, facts, stage, words) => {
    const progress = referralProgress(facts, today)
    expect(progress.stage).toBe(stage)
    expect(progress.next?.words ?? null).toBe(words)
  })

  it('needs neither work nor an explanation where nothing was given', () => {
    const facts: ReferralFacts = { ...ready, decision: { kind: 'no-further-action', on } }
    expect(referralProgress(facts, today).steps).toMatchObject({
      explanation: 'not-needed',
      work: 'not-needed',
      decision: 'done',
    })
  })
})

const victim = { victimKnown: true, isLookedAfter: false }
const noVictim = { victimKnown: false, isLookedAfter: false }

describe('checks', () => {
  it('asks for the placement plan of a child looked after only', () => {
    expect(checksProgress([], { ...victim, isLookedAfter: true }).open).toContain('placement-plan')
    expect(checksProgress([], victim).open).not.toContain('placement-plan')
  })

  it('lets the last answer of a kind stand', () => {
    const first = { ...socialCare, result: 'no-answer' } as const
    expect(standingChecks([first, socialCare])).toEqual([socialCare])
    expect(checksProgress([first], victim).socialCareAnswered).toBe(false)
    expect(checksProgress([first, socialCare], victim).socialCareAnswered).toBe(true)
    expect(checksProgress([socialCare, first], victim).answered).toBe(0)
  })

  it('counts "no answer after chasing" of others as an answer', () => {
    const school = { kind: 'education', result: 'no-answer', on } as const
    expect(checksProgress([school], victim)).toMatchObject({ answered: 1, needed: 9 })
  })

  it("asks for no victim's views where no victim is known", () => {
    expect(checksProgress([], noVictim)).toMatchObject({ needed: 8 })
    expect(checksProgress([], { ...victim, victimKnown: null })).toMatchObject({ needed: 9 })
    expect(checksProgress([], noVictim).open[0]).toBe('childrens-social-care')
  })
})
