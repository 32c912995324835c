import { z } from 'zod'
import { allocateWork } from '#domain/interventions/allocate-work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findIntervention, findOptionalHolder, lockWorkWith } from '#records/interventions.ts'
import { listStaff, type StaffMember } from '#records/staff.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { idInUrl, page } from '../page.ts'
import { insertAllocation, selectCaseCounts, updateAllocationsEnded } from './queries.ts'
import { interventionUrl } from './urls.ts'

export const workInUrl = z.object({ childId: idInUrl, interventionId: idInUrl })

export const allocationPage = page({
  permission: 'intervention.allocate',
  params: workInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    work: await findIntervention(scope, params),
    holder: (await findOptionalHolder(scope, { interventionId: params.interventionId })) ?? null,
    workers: await listStaff(scope, { roles: ['case-manager', 'team-manager', 'head-of-service'] }),
    counts: await selectCaseCounts(scope),
  }),
  form: ({ workers }) => allocationForm(workers),
  initial: ({ workers }, { today }) => allocationForm(workers).fill({ startedOn: today }),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ workers, holder }) =>
      holder === null ? { staffId: '' } : allocationForm(workers).fill(holder),
    questions: ({ workers }) => [
      {
        field: 'staffId',
        title: 'Who works with the child?',
        words: Object.fromEntries(workers.map(({ id, name }) => [id, name])),
      },
      { field: 'startedOn', title: 'First day', parts: ['day', 'month', 'year'] },
    ],
    lastSaved: ({ scope }, { child, work }) =>
      findLastSaved(scope, {
        action: 'intervention.allocated',
        childId: child.id,
        subjectId: work.id,
      }),
  },
  submit: async ({ scope, today }, { staffId, startedOn }, { params }) => {
    const work = await findIntervention(scope, params)
    const current = (await findOptionalHolder(scope, { interventionId: work.id })) ?? null
    const decision = allocateWork({ staffId, startedOn, today, work, current })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    await updateAllocationsEnded(scope, params, startedOn)
    await insertAllocation(scope, { ...params, staffId, startedOn })
    const entry = { childId: params.childId, subjectId: work.id }
    await insertAuditEntry(scope, { action: 'intervention.allocated', ...entry })
    return goTo(interventionUrl(params.childId, work.id), 'Worker chosen')
  },
  view: ({ child, work, holder, workers, counts }, shown, { today }) => ({
    title: 'Choose the worker',
    identity: childBanner(child, today),
    backLink: interventionUrl(child.id, work.id),
    body: allocationBody(
      shown,
      holder?.name ?? null,
      workers
        .filter(({ id }) => id !== holder?.staffId)
        .map(worker => workerOffer(worker, counts.get(worker.id) ?? 0)),
    ),
  }),
})

function allocationForm(workers: readonly StaffMember[]) {
  return defineForm({
    fields: {
      staffId: choiceField({ choices: workers.map(({ id }) => id), missing: 'Choose the worker' }),
      startedOn: dateField({ name: 'The first day', missing: 'Enter the worker’s first day' }),
    },
  })
}

function workerOffer({ id, name, jobTitle }: StaffMember, cases: number): Offer {
  const holds = cases === 1 ? 'holds 1 open case' : `holds ${cases} open cases`
  return { value: id, content: name, hint: `${jobTitle}, ${holds}` }
}

function allocationBody(asked: Asked, holder: string | null, workers: readonly Offer[]): Html {
  const question = ask(asked)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Choose the worker</h1>
    <p class="govuk-body">
      ${
        holder === null
          ? 'Nobody holds this work yet.'
          : `${holder} holds this work until the new worker’s first day. Tell the child before the worker changes.`
      }
    </p>
    ${postForm(
      asked,
      { submit: 'Give them the work' },
      html`${question.one('staffId', 'Who works with the child?', workers, {
        size: 's',
        hint: 'Ask the child whether they would rather work with a man or a woman, or with somebody they know.',
      })}
      ${question.date('startedOn', 'First day', { size: 's' })}`,
    )}`
}
