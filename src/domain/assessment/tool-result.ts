import type { EventKind } from '../vocabulary/events.ts'
import { isAnswered, openQuestions, openSections, textAnswer, type Answers } from './answers.ts'
import type { FormDefinition } from './form-definition.ts'

/** How worried the exploitation toolkit leaves us, lowest first. */
export const exploitationLevels = ['none', 'emerging', 'significant', 'serious'] as const

interface ReadByRules {
  readonly event: EventKind
  /** The question whose answer is the event's note. */
  readonly note: string
}

/** The event that is recorded together with a result, so that the rules see that the tool was used; null: no rule reads the tool. */
export function eventOfTool(tool: string): ReadByRules | null {
  if (tool === 'safety-grid') return { event: 'safety-grid', note: 'needsToHappen' }
  return tool === 'exploitation' ? { event: 'exploitation-toolkit', note: 'why' } : null
}

/** What stops a result, by the question that it is about. */
export interface ToolStop {
  readonly key: string
  readonly message: string
}

/**
 * Says what stops a result: what has to be answered and is not, and a level of the exploitation toolkit lower than the one before, found
 * otherwise than by a full review.
 *
 * @param before the latest result of the same tool that stands and was found on this day or earlier; null: there is none
 * @source OM section 9.2
 * @interpretation The rule book speaks of lowering a concern; a lower level of the toolkit is held to the same.
 */
export function toolStops(
  form: FormDefinition,
  answers: Answers,
  before: Answers | null,
): ToolStop[] {
  const missing = openSections(form, answers)
    .flatMap(section => openQuestions(section, answers))
    .flatMap(({ key, missing: message }) =>
      message === undefined || isAnswered(answers, key) ? [] : [{ key, message }],
    )
  const isLower = before !== null && levelOf(answers) < levelOf(before)
  if (form.form !== 'exploitation' || !isLower || textAnswer(answers, 'topic') === 'review') {
    return missing
  }
  const message = 'A lower level needs a full review (OM-9.2-reduce). Look at every part again'
  return [...missing, { key: 'topic', message }]
}

/** The place of the level among the levels. A level that is missing or unknown is no lower than any. */
function levelOf(answers: Answers): number {
  const at = exploitationLevels.findIndex(level => level === textAnswer(answers, 'level'))
  return at === -1 ? exploitationLevels.length : at
}

/** The level of an exploitation toolkit; null for another tool, or where none is chosen. */
export function exploitationLevel(
  tool: string,
  answers: Answers,
): (typeof exploitationLevels)[number] | null {
  if (tool !== 'exploitation') return null
  return exploitationLevels.find(level => level === textAnswer(answers, 'level')) ?? null
}
