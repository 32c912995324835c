import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import type { Answer, Answers } from '#domain/assessment/answers.ts'
import type { Question } from '#domain/assessment/form-definition.ts'
import {
  isAskedAgain,
  openAnswers,
  stillTrueAnswers,
  withStillTrue,
  type StillTrue,
} from '#domain/assessment/still-true.ts'
import { circumstanceSources } from '#domain/vocabulary/circumstances.ts'
import type { Field } from '#platform/forms/field.ts'
import type { Problem } from '#platform/forms/form.ts'
import type { Assessment } from '#records/assessments.ts'
import { confirmCircumstance, type Circumstance } from '#records/circumstances.ts'
import type { PageContext } from '../page.ts'
import { codeField, textAnswerField } from './answer-fields.ts'

/** The inputs in which is said who said it, once for the page. */
export const whoSaid = { source: 'knownSource', other: 'knownOtherSource' } as const

/** The input in which a spell is said again. */
export function stillTrueName(spellId: string): string {
  return `still${spellId.replaceAll('-', '')}`
}

/** The spell with the day of its latest confirmation, as the domain asks for it. */
export function asShown<Spell extends Pick<Circumstance, 'confirmed'>>(spell: Spell) {
  return { ...spell, confirmedOn: spell.confirmed?.on ?? null }
}

/** The spells that a page asks about: of the kinds that its questions show, those that nobody has said again for this assessment. */
export function askedSpells(
  questions: readonly Question[],
  circumstances: readonly Circumstance[],
  { startedOn }: Pick<Assessment, 'startedOn'>,
): Circumstance[] {
  const kinds = questions.flatMap(one => (one.type === 'known-facts' ? one.circumstances : []))
  return circumstances.filter(
    spell => kinds.includes(spell.kind) && isAskedAgain(asShown(spell), startedOn),
  )
}

/** The fields of a page for the spells that it asks about. */
export function stillTrueFields(asked: readonly Circumstance[]): Record<string, Field<Answer>> {
  if (asked.length === 0) return {}
  const spells = asked.map(({ id }) => [stillTrueName(id), codeField(stillTrueAnswers)] as const)
  return {
    ...Object.fromEntries(spells),
    [whoSaid.source]: codeField(circumstanceSources),
    [whoSaid.other]: textAnswerField('one'),
  }
}

/** What the inputs hold of what was said before and still waits. */
export function heldStillTrue(answers: Answers): Record<string, string> {
  const waiting = openAnswers(answers).map(({ spellId, said }) => [stillTrueName(spellId), said])
  return Object.fromEntries(waiting) as Record<string, string>
}

/** What was said of each spell that the page asked about, and who said it. */
export interface Heard {
  readonly said: ReadonlyMap<string, StillTrue | null>
  /** In words; empty where nobody is named. */
  readonly source: string
  readonly problem: Problem | null
}

/** What a sent page says of the spells that it asked about. */
export function heardIn(
  asked: readonly Circumstance[],
  typed: Readonly<Record<string, Answer>>,
): Heard {
  const said = asked.map(
    ({ id }) => [id, codeIn(stillTrueAnswers, typed[stillTrueName(id)])] as const,
  )
  const source = codeIn(circumstanceSources, typed[whoSaid.source])
  const other = typed[whoSaid.other]
  const named = typeof other === 'string' ? other : ''
  const isConfirmed = said.some(([, answer]) => answer === 'yes')
  return {
    said: new Map(said),
    source: source === 'other' ? named : source === null ? '' : circumstanceSources[source],
    problem: isConfirmed ? sourceProblem(source, named) : null,
  }
}

function sourceProblem(source: string | null, named: string): Problem | null {
  if (source === null)
    return { field: whoSaid.source, message: 'Say who said that it is still true' }
  if (source !== 'other' || named !== '') return null
  return { field: whoSaid.other, message: 'Enter who said that it is still true' }
}

function codeIn<List extends Readonly<Record<string, string>>>(
  list: List,
  answer: Answer | undefined,
): (keyof List & string) | null {
  return Object.keys(list).find(code => code === answer) ?? null
}

/** A draft with what was said of the spells, as far as it still waits. */
export function withHeard(content: AssessmentContent, { said }: Heard): AssessmentContent {
  return { ...content, answers: withStillTrue(content.answers, said) }
}

/** Records each yes as a confirmation of its spell, said today. */
export async function confirmHeard(
  { scope, today }: PageContext,
  childId: string,
  { said, source }: Heard,
): Promise<void> {
  for (const [circumstanceId, answer] of said) {
    if (answer !== 'yes') continue
    await confirmCircumstance(scope, { childId, circumstanceId }, { on: today, source })
  }
}
