import type { Role } from '#domain/access/permissions.ts'
import { grades } from '#domain/vocabulary/staff.ts'
import type { WorkersChosen } from '#domain/interventions/allocate-work.ts'
import type { CaseToAllocate } from '#domain/taking-on/allocation-facts.ts'
import { isHighRisk } from '#domain/taking-on/right-worker.ts'
import { hasMovedHere } from '#domain/taking-on/same-worker.ts'
import { askPrompts } from '#domain/rules/ask-prompts.ts'
import type { Asked as AskedOn } from '#domain/rules/policy.ts'
import { allocationPrompts } from '#domain/taking-on/taking-on-rules.ts'
import type { ComparedQuestion } from '#platform/http/version.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { ask, type Asked, type Offer } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { HeldCase } from '#records/allocations.ts'
import type { LoadWith } from '#domain/workload/fair-share.ts'
import type { Worker } from '#records/workers.ts'
import { adviceList } from './advice-list.ts'
import { newEventUrl } from './events/urls.ts'
import { guardStops } from './guard-stops.ts'

/** The fields with which whoever gives a case to workers chooses them. */
export function workerFields(workers: readonly Worker[], missing: string) {
  const choices = workers.map(({ id }) => id)
  return {
    staffId: choiceField({ choices, missing }),
    secondStaffId: choiceField({ choices, optional: true }),
    reason: longTextField({ optional: true }),
  }
}

/** The same fields, where the choice of somebody else is compared. */
export function workerVersion(workers: readonly Worker[], title: string): ComparedQuestion[] {
  const words = Object.fromEntries(workers.map(({ id, name }) => [id, name]))
  return [
    { field: 'staffId', title, words },
    { field: 'secondStaffId', title: 'Second worker', words },
  ]
}

interface Typed {
  readonly staffId: string
  readonly secondStaffId: string | null
  readonly reason: string | null
}

/** The people behind what was chosen. @throws NotFound when one of them left meanwhile */
export function workersChosen(workers: readonly Worker[], typed: Typed): WorkersChosen {
  const find = (id: string) => {
    const worker = workers.find(one => one.id === id)
    if (worker === undefined) throw new NotFound('This person has left. Choose somebody else.')
    return worker
  }
  return {
    lead: find(typed.staffId),
    second: typed.secondStaffId === null ? null : find(typed.secondStaffId),
    changeReason: typed.reason ?? '',
  }
}

interface BeforeChoosing {
  readonly childId: string
  readonly held: HeldCase
  /** Null: the case is not open. */
  readonly about: CaseToAllocate | null
  readonly role: Role
}

/** What to know before choosing: what stopped the last try, what this case asks of its workers, and quiet advice. */
export function beforeChoosing(asked: Asked, before: BeforeChoosing, on: AskedOn): Html | null {
  const { about, childId, held, role } = before
  if (about === null) return null
  const advice = askPrompts(allocationPrompts, about, on)
  const url = newEventUrl(childId, { kind: 'worker-preference', ...held })
  const stopped = guardStops(asked, { childId, subjectId: about.caseId, role })
  return html`${stopped.length > 0 ? stopped : whatTheCaseAsks(about)} ${adviceList(advice)}
    ${
      advice.length > 0 &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${url}">Record which worker the child would like</a>
      </p>`
    }`
}

function whatTheCaseAsks(about: CaseToAllocate): Html | null {
  const sentences = [
    isHighRisk(about) &&
      'The risk of harm is judged high or very high: nobody in a support role holds this work, alone or with another.',
    about.isHarmfulSexualBehaviour &&
      'This is about harmful sexual behaviour: two workers hold it, one of them trained for it.',
  ].filter(sentence => sentence !== false)
  if (sentences.length === 0) return null
  return insetText({
    content: html`${sentences.map(text => html`<p class="govuk-body">${text}</p>`)}`,
  })
}

interface WorkerQuestions {
  readonly workers: readonly Worker[]
  readonly loads: ReadonlyMap<string, LoadWith>
  readonly question: string
  readonly hint: string
  readonly about: CaseToAllocate | null
  /** True where somebody holds the case: then there may be a reason why that changes. */
  readonly isChange: boolean
}

/** The worker, a second worker, and why it changes. */
export function workerQuestions(asked: Asked, questions: WorkerQuestions): Html {
  const { workers, question, hint, about } = questions
  const form = ask(asked)
  const others = workers.map(({ id, name }) => ({ value: id, content: name }))
  const isNeeded = about !== null && hasMovedHere(about)
  return html`${form.one(
    'staffId',
    question,
    workers.map(worker => workerOffer(worker, questions.loads.get(worker.id))),
    { size: 's', hint },
  )}
  ${form.from('secondStaffId', 'Second worker', others, {
    size: 's',
    nothing: 'Nobody',
    hint: 'Only where two hold it together.',
  })}
  ${
    questions.isChange &&
    form.longText(
      'reason',
      isNeeded ? 'Why does the worker change?' : 'Why does the worker change? (optional)',
      {
        size: 's',
        rows: 3,
        ...(isNeeded && {
          hint: 'This child is looked after and has moved within the county. That alone is no reason for a new worker.',
        }),
      },
    )
  }`
}

function workerOffer(worker: Worker, load: LoadWith | undefined): Offer {
  const { id, name, openCases } = worker
  const holds = openCases === 1 ? 'holds 1 open case' : `holds ${openCases} open cases`
  const facts = [
    grades[worker.grade],
    worker.isTrainedInHarmfulSexualBehaviour && 'trained in harmful sexual behaviour',
    `${worker.hoursPerWeek} hours a week`,
    holds,
    load?.now != null &&
      load.then !== null &&
      `load ${load.now.toFixed(1)}, with this ${load.then.toFixed(1)}`,
  ].filter(fact => fact !== false)
  return { value: id, content: name, hint: facts.join(', ') }
}
