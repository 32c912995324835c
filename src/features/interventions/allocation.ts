import { z } from 'zod'
import { allocateWork } from '#domain/interventions/allocate-work.ts'
import { allocationGuards } from '#domain/taking-on/taking-on-rules.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseToAllocate, saveAllocation } from '#records/allocations.ts'
import { listWorkers, type Worker } from '#records/workers.ts'
import { findChild } from '#records/children.ts'
import {
  findIntervention,
  findOptionalHolder,
  lockWorkWith,
  type Holder,
} from '#records/interventions.ts'
import { readLoadsWith } from '#records/loads.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import {
  beforeChoosing,
  workerFields,
  workerQuestions,
  workersChosen,
  workerVersion,
} from '../choose-workers.ts'
import { stopProblems } from '../guard-stops.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { interventionUrl } from './urls.ts'

export const workInUrl = z.object({ childId: idInUrl, interventionId: idInUrl })
type WorkInUrl = z.infer<typeof workInUrl>

export const allocationPage = page({
  permission: 'intervention.allocate',
  params: workInUrl,
  load: async (context, { params }) => {
    const { scope, user, today } = context
    const workers = await listWorkers(scope)
    const allocation = await readAllocation(context, params)
    const caseId = allocation.about?.caseId ?? params.interventionId
    return {
      child: await findChild(scope, user, params.childId),
      workers,
      loads: await readLoadsWith(scope, workers, { caseId, today }),
      ...allocation,
    }
  },
  form: ({ workers }) => allocationForm(workers),
  initial: ({ workers }, { today }) => allocationForm(workers).fill({ startedOn: today }),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ workers, holder }) =>
      holder === null ? { staffId: '' } : allocationForm(workers).fill(holder),
    questions: ({ workers }) => [
      ...workerVersion(workers, 'Who works with the child?'),
      { field: 'startedOn', title: 'First day', parts: ['day', 'month', 'year'] },
    ],
    lastSaved: ({ scope }, { child, work }) =>
      findLastSaved(scope, {
        action: 'intervention.allocated',
        childId: child.id,
        subjectId: work.id,
      }),
  },
  submit: async (context, typed, { params, loaded }) => {
    const { scope, today } = context
    const { work, holder, about, policy } = await readAllocation(context, params)
    const { startedOn } = typed
    const chosen = workersChosen(loaded.workers, typed)
    const decision = allocateWork(
      { ...chosen, startedOn, today, work, current: holder },
      { about, guards: allocationGuards, policy },
    )
    if (decision.kind === 'refused') return refuse(...decision.problems)
    if (decision.kind === 'blocked') return refuse(...stopProblems(decision.stops))
    const { childId, interventionId } = params
    await saveAllocation(scope, { interventionId }, { childId, ...typed })
    const entry = { childId, subjectId: work.id }
    await insertAuditEntry(scope, { action: 'intervention.allocated', ...entry })
    return goTo(interventionUrl(childId, work.id), 'Worker chosen')
  },
  view: ({ child, work, holder, workers, loads, about, policy }, shown, { today, user }) => {
    const held = { interventionId: work.id }
    const before = { childId: child.id, held, about, role: user.role }
    return {
      title: 'Choose the worker',
      identity: childBanner(child, today),
      backLink: interventionUrl(child.id, work.id),
      body: allocationBody(shown, holder, [
        beforeChoosing(shown, before, { asOf: today, policy }),
        workerQuestions(shown, {
          workers,
          loads,
          question: 'Who works with the child?',
          hint: 'Ask the child whether they would rather work with a man or a woman, or with somebody they know.',
          about,
          isChange: holder !== null,
        }),
      ]),
    }
  },
})

async function readAllocation({ scope, today }: PageContext, params: WorkInUrl) {
  const { childId, interventionId } = params
  return {
    work: await findIntervention(scope, params),
    holder: (await findOptionalHolder(scope, { interventionId })) ?? null,
    about: await readCaseToAllocate(scope, childId, { interventionId }, today),
    policy: await findPolicy(scope),
  }
}

function allocationForm(workers: readonly Worker[]) {
  return defineForm({
    fields: {
      ...workerFields(workers, 'Choose the worker'),
      startedOn: dateField({ name: 'The first day', missing: 'Enter the worker’s first day' }),
    },
  })
}

function allocationBody(
  asked: Asked,
  holder: Holder | null,
  [before, questions]: readonly [Html | null, Html],
): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Choose the worker</h1>
    <p class="govuk-body">${holder === null ? 'Nobody holds this work yet.' : whoHolds(holder)}</p>
    ${before}
    ${postForm(
      asked,
      { submit: 'Give them the work' },
      html`${questions} ${ask(asked).date('startedOn', 'First day', { size: 's' })}`,
    )}`
}

function whoHolds({ name, secondName }: Holder): string {
  const holds = secondName === null ? `${name} holds` : `${name} and ${secondName} hold`
  return `${holds} this work until the new worker’s first day. Tell the child before the worker changes.`
}
