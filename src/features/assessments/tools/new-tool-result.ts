import { z } from 'zod'
import {
  isAnswered,
  openQuestions,
  openSections,
  textAnswer,
  type Answers,
} from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { eventOfTool, toolStops } from '#domain/assessment/tool-result.ts'
import { isAfter, parsePlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { findChild } from '#records/children.ts'
import { listEventCases, type EventCase } from '#records/event-cases.ts'
import { lockWorkWith } from '#records/interventions.ts'
import type { Scope } from '#records/scope.ts'
import { currentTools } from '#records/tool-forms.ts'
import { insertToolResult, listToolResults, type ToolResult } from '#records/tool-results.ts'
import { childBanner } from '../../child-banner.ts'
import { idInUrl, page, type PageContext } from '../../page.ts'
import { inputName } from '../answer-fields.ts'
import { sectionForm } from '../section-form.ts'
import { toolResultUrl, toolsUrl } from '../urls.ts'
import { newToolResultBody } from './new-tool-result.html.ts'
import { recordToolEvent } from './tool-event.ts'
import { aroundQuestions } from './around-questions.ts'

/** Fills in a tool. Where a rule reads it, the event is recorded in the same transaction. */
export const newToolResultPage = page({
  permission: 'event.record',
  params: z.object({ childId: idInUrl, tool: z.string() }),
  load: async ({ scope, user }, { params: { childId, tool } }) => {
    const form = currentTools.find(one => one.form === tool)
    if (form === undefined) throw new NotFound()
    const cases = eventOfTool(tool) === null ? null : await listEventCases(scope, childId)
    return {
      child: await findChild(scope, user, childId),
      form,
      cases,
      last: await findStanding(scope, childId, tool),
      around: aroundQuestions(cases),
    }
  },
  form: loaded => sectionForm(allQuestions(loaded)),
  initial: (loaded, { today }) => {
    const asked = { doneOn: today.toString(), belongsTo: loaded.cases?.[0]?.id ?? '' }
    return sectionForm(allQuestions(loaded)).fill(Object.fromEntries(Object.entries(asked)))
  },
  submit: async (context, typed, { params: { childId }, loaded: { form, cases } }) => {
    await lockWorkWith(context.scope, childId)
    return await record(context, { childId, form, cases, typed })
  },
  view: ({ child, ...loaded }, shown, { today }) => ({
    title: loaded.form.title,
    identity: childBanner(child, today),
    backLink: toolsUrl(child.id),
    body: newToolResultBody(shown, { ...loaded, childId: child.id }),
  }),
})

interface Recording {
  readonly childId: string
  readonly form: FormDefinition
  readonly cases: readonly EventCase[] | null
  readonly typed: Answers
}

async function record(
  context: PageContext,
  { childId, form, cases, typed }: Recording,
): Promise<SubmitResult> {
  const { scope, today } = context
  const doneOn = parsePlainDate(textAnswer(typed, 'doneOn'))
  if (doneOn === undefined) return refuse({ field: 'doneOn', message: 'Enter the day' })
  if (isAfter(doneOn, today)) {
    return refuse({ field: 'doneOn', message: 'The day must be today or in the past' })
  }
  const tool = form.form
  const answers = openAnswers(form, typed)
  const before = await findStanding(scope, childId, tool, doneOn)
  const stops = toolStops(form, answers, before?.answers ?? null)
  if (stops.length > 0) {
    return refuse(...stops.map(({ key, message }) => ({ field: inputName(key), message })))
  }
  const work = workOf(cases, textAnswer(typed, 'belongsTo'))
  const recorded = await recordToolEvent(context, { childId, tool, doneOn, answers, work })
  if (recorded.kind === 'stopped') return refuse(...recorded.problems)
  const result = { childId, tool, toolVersion: form.version, doneOn, answers }
  const id = await insertToolResult(scope, { ...result, eventId: recorded.eventId })
  return goTo(toolResultUrl(childId, id), 'Recorded')
}

/** The case that was chosen, or the only one there is. */
function workOf(cases: readonly EventCase[] | null, chosen: string): EventCase | null {
  const [only, ...others] = cases ?? []
  if (only !== undefined && others.length === 0) return only
  return cases?.find(({ id }) => id === chosen) ?? null
}

function allQuestions({
  form,
  around,
}: {
  readonly form: FormDefinition
  readonly around: ReturnType<typeof aroundQuestions>
}) {
  return [...around.questions, ...form.sections.flatMap(({ questions }) => questions)]
}

/** What was answered of the questions that the answers themselves open. */
function openAnswers(form: FormDefinition, typed: Answers): Answers {
  const byKey = Object.fromEntries(
    form.sections
      .flatMap(({ questions }) => questions)
      .map(({ key }) => [key, typed[inputName(key)] ?? '']),
  )
  const open = openSections(form, byKey).flatMap(section => openQuestions(section, byKey))
  return Object.fromEntries(
    open.filter(({ key }) => isAnswered(byKey, key)).map(({ key }) => [key, byKey[key] ?? '']),
  )
}

/** The child's latest result of the tool that stands. @param until found on this day or earlier */
async function findStanding(
  scope: Scope,
  childId: string,
  tool: string,
  until: PlainDate | null = null,
): Promise<ToolResult | null> {
  const results = await listToolResults(scope, childId)
  const standing = results.find(
    one =>
      one.tool === tool &&
      one.withdrawnOn === null &&
      (until === null || !isAfter(one.doneOn, until)),
  )
  return standing ?? null
}
