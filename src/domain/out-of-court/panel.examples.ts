import { decidedDay, readyToDecide } from '#test/decision-facts.ts'
import { addDays } from '../calendar/plain-date.ts'
import { guardExamples } from '../rules/testing/worked-examples.ts'
import type { DecisionFacts } from './decision-facts.ts'
import { panelGuard } from './decision-guards.ts'

const { assessment, panel } = readyToDecide
const [socialCare, victim] = readyToDecide.checks

function without(when: string, change: Partial<DecisionFacts>, says: string) {
  return {
    when: `there is ${when}`,
    facts: { ...readyToDecide, ...change },
    asOf: '2026-03-02',
    is: 'blocked',
    says,
  } as const
}

function silent(agency: (typeof panel.attendances)[number]['agency'], name: string) {
  const attendances = panel.attendances.filter(seat => seat.agency !== agency)
  return without(
    `no word of whether ${name} came`,
    { panel: { ...panel, attendances } },
    `Record that ${name} came to the panel, or why they could not.`,
  )
}

const allowed = { asOf: '2026-03-02', is: 'allowed' } as const

export const panelExamples = guardExamples(
  panelGuard,
  [
    {
      when: 'the panel met on the day with everything, and one agency had a reason not to come',
      facts: readyToDecide,
      ...allowed,
    },
    {
      when: 'the assessment was completed the day before',
      facts: {
        ...readyToDecide,
        assessment: { ...assessment, completedOn: addDays(decidedDay, -1) },
      },
      ...allowed,
    },
    {
      when: 'no victim is known',
      facts: { ...readyToDecide, checks: [socialCare], victimKnown: false },
      ...allowed,
    },
    without('no panel', { panel: null }, 'List the referral'),
    without(
      'a panel on the day after',
      { panel: { ...panel, heldOn: addDays(decidedDay, 1) } },
      'not met yet',
    ),
    without('no social care check', { checks: [victim] }, "children's social care"),
    without(
      'a social care check without an answer',
      { checks: [{ ...socialCare, result: 'no-answer' }, victim] },
      "children's social care",
    ),
    without('no word from the victim', { checks: [socialCare] }, "victim's views"),
    without(
      'nobody who knows whether there is a victim',
      { checks: [socialCare], victimKnown: null },
      "victim's views",
    ),
    without('no assessment', { assessment: null }, 'Complete the assessment'),
    without(
      'an assessment that is a draft',
      { assessment: { ...assessment, completedOn: null } },
      'Complete the assessment',
    ),
    without(
      'an assessment of the day after',
      { assessment: { ...assessment, completedOn: addDays(decidedDay, 1) } },
      'completed after the panel',
    ),
    silent('youth-justice-service', 'the youth justice service'),
    silent('police', 'the police'),
    silent('childrens-social-care', "children's social care"),
    silent('restorative-service', 'the restorative service'),
    without(
      'an agency that stayed away and nobody wrote why',
      {
        panel: { ...panel, attendances: panel.attendances.map(seat => ({ ...seat, reason: ' ' })) },
      },
      'Record that the restorative service came',
    ),
  ],
  { 'not-applicable': 'Every decision out of court is a panel’s.' },
)
