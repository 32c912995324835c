import { plainDate } from '../calendar/plain-date.ts'
import { numberOn } from '../rules/policy.ts'
import type { Parameter } from '../rules/parameter.ts'
import type { PromptRule } from '../rules/rule.ts'

/** What the advice at the writing of a plan reads. */
export interface PlanPromptFacts {
  /** The steps as far as they are written. */
  readonly steps: readonly { readonly step: string; readonly hasDay: boolean }[]
  /** Of these, the ones that stand word for word in another child's plan. */
  readonly usedForOthers: readonly string[]
  readonly isLookedAfter: boolean
  /** How many professionals are around the child. */
  readonly professionals: number
}

const longestStep = 25
const officeWords =
  /\b(engag(e|es|ement)|compl(y|ies|iance)|interventions?|offending|reparation|desistance|consequential thinking|victim awareness|ete|statutory|pro-?social)\b/iu

/**
 * OM-4.2-words: targets are short, plain and dated, and no two children's plans are alike.
 *
 * @source OM section 4.2
 * @interpretation The target is the step, "what happens next": two children may well want the same, but not by the same words on the
 * way. "Word for word" is the very same text. Short is up to 25 words; plain is without words of the office, of which the list is ours;
 * a plan is dated when every step has its day.
 */
export const planWords: PromptRule<PlanPromptFacts> = {
  id: 'OM-4.2-words',
  kind: 'prompt',
  title: 'Steps of a plan are short, plain, dated, and said as this child would say them',
  why: 'A child keeps to what they said themselves and can picture. A sentence that is copied from plan to plan belongs to nobody.',
  citation: { source: 'OM', section: '4.2' },
  parameters: {},
  advise: ({ steps, usedForOthers }) => {
    const words = steps.map(({ step }) => step)
    const long = words.filter(step => step.split(/\s+/u).length > longestStep)
    const office = words.flatMap(step => officeWords.exec(step)?.[0] ?? [])
    const advice = [
      ...alike(usedForOthers),
      ...long.map(step => `${quoted(step)} is long: make it one short step, or two.`),
      ...office.map(word => `“${word}” is a word of the office: what would the child call it?`),
      ...(steps.some(({ hasDay }) => !hasDay)
        ? ['Give each step a day, so that it can be done.']
        : []),
    ]
    return advice.length === 0 ? null : advice.join(' ')
  },
}

function alike(steps: readonly string[]): string[] {
  if (steps.length === 0) return []
  const stand = steps.length === 1 ? 'stands' : 'stand'
  const words = steps.map(quoted).join(', ')
  return [`${words} ${stand} word for word in another child’s plan: say it as this child would.`]
}

/** Enough of a step to find it again. */
function quoted(step: string): string {
  const words = step.split(/\s+/u)
  return words.length > 8 ? `“${words.slice(0, 8).join(' ')} …”` : `“${step}”`
}

const most: Parameter = {
  name: 'Professionals around a child looked after before it is asked whether each is needed',
  unit: 'professionals',
  values: [{ from: plainDate('2017-01-01'), value: 4 }],
  least: 1,
  most: 10,
}

/**
 * OM-12.1-professionals: many adults around a child who is looked after: is each of them needed?
 *
 * @source OM section 12.1
 * @interpretation Counted are the professionals on the child's record on the day. It is asked where the plan is written, for that is where
 * somebody new is brought in.
 */
export const fewProfessionals: PromptRule<PlanPromptFacts> = {
  id: 'OM-12.1-professionals',
  kind: 'prompt',
  title: 'Many professionals around a child looked after: is each of them needed?',
  why: 'A child in care has told their story to many people. Every further adult is one more to trust and one more to lose.',
  citation: { source: 'OM', section: '12.1' },
  parameters: { most },
  advise: ({ isLookedAfter, professionals }, asOf, policy) => {
    if (!isLookedAfter || professionals <= numberOn(policy, most, asOf)) return null
    return `${professionals} professionals are active with this child. Is each of them needed, or could somebody whom the child knows do it?`
  },
}
