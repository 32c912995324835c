import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findOptionalHolder, lockWorkWith } from '#records/interventions.ts'
import type { Scope } from '#records/scope.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { loadReferral, referralInUrl, type LoadedReferral, type ReferralInUrl } from './referral.ts'
import { referralUrl } from './urls.ts'

export const assessorPage = page({
  permission: 'intervention.allocate',
  params: referralInUrl,
  load: async (context, { params }) => ({
    ...(await loadReferral(context, params)),
    workers: await selectWorkers(context.scope, params.referralId),
  }),
  form: ({ workers }) =>
    defineForm({
      fields: {
        staffId: choiceField({
          choices: workers.map(worker => worker.id),
          missing: 'Select who writes the assessment',
        }),
      },
    }),
  initial: ({ workers }) => ({ staffId: workers.find(worker => worker.isChosen)?.id ?? '' }),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ workers }) => ({ staffId: workers.find(worker => worker.isChosen)?.id ?? '' }),
    questions: ({ workers }) => [
      {
        field: 'staffId',
        title: 'Who writes the assessment?',
        words: Object.fromEntries(workers.map(({ id, name }) => [id, name])),
      },
    ],
    lastSaved: async ({ scope }, { child, referral }) => {
      const holder = await findOptionalHolder(scope, { referralId: referral.id })
      if (holder === undefined) return null
      const about = { childId: child.id, subjectId: holder.allocationId }
      return await findLastSaved(scope, { action: 'referral.allocated', ...about })
    },
  },
  submit: async ({ scope, today }, { staffId }, { params, loaded }) => {
    const refusal = whyNot(loaded)
    if (refusal !== null) return refuse({ field: 'staffId', message: refusal })
    await giveTo(scope, params, { staffId, today })
    return goTo(referralUrl(params.childId, params.referralId), 'Worker chosen')
  },
  view: ({ child, referral, workers }, shown, { today }) => ({
    title: 'Who writes the assessment?',
    backLink: referralUrl(child.id, referral.id),
    identity: childBanner(child, today),
    body: assessorBody(shown, workers, referralUrl(child.id, referral.id)),
  }),
})

function whyNot({ referral, summary }: LoadedReferral): string | null {
  if (referral.kind === 'safeguarding') {
    return "Children's social care assesses a child under 10: choose nobody here"
  }
  return referral.closedOn === null && summary.decision === null
    ? null
    : 'The decision is made: the worker is now chosen with the work'
}

interface Worker {
  readonly id: string
  readonly name: string
  readonly openCases: number
  readonly isChosen: boolean
}

/** Case managers with how much each holds, those who hold least first. */
async function selectWorkers(scope: Scope, referralId: string): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select s.id, s.name, count(a.id) as open_cases,
      coalesce(bool_or(a.referral_id = ${referralId}), false) as is_chosen
    from staff s
    left join allocations a
      on a.service_id = s.service_id and a.staff_id = s.id and a.ended_on is null
    where s.service_id = ${scope.serviceId} and s.is_active and s.role = 'case-manager'
    group by s.id, s.name
    order by count(a.id), s.name`.execute(scope.db)
  return rows
}

/** Ends the earlier worker's part today and begins the new one's; choosing the same person again changes nothing. */
async function giveTo(
  scope: Scope,
  { childId, referralId }: ReferralInUrl,
  { staffId, today }: { readonly staffId: string; readonly today: PlainDate },
): Promise<void> {
  const held = await scope.db
    .selectFrom('allocations')
    .select(['id', 'staffId'])
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .where('endedOn', 'is', null)
    .forUpdate()
    .execute()
  if (held.some(allocation => allocation.staffId === staffId)) return
  await scope.db
    .updateTable('allocations')
    .set({ endedOn: sql<PlainDate>`greatest(started_on, ${today}::date)` })
    .where('serviceId', '=', scope.serviceId)
    .where('referralId', '=', referralId)
    .where('endedOn', 'is', null)
    .execute()
  const { id } = await scope.db
    .insertInto('allocations')
    .values({
      serviceId: scope.serviceId,
      childId,
      referralId,
      staffId,
      startedOn: today,
      recordedBy: scope.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, { action: 'referral.allocated', childId, subjectId: id })
}

function assessorBody(shown: ShownForm, workers: readonly Worker[], cancel: string): Html {
  const offered = workers.map(({ id, name, openCases }) => ({
    value: id,
    content: name,
    hint: openCases === 1 ? '1 open case' : `${openCases} open cases`,
  }))
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Who writes the assessment?</h1>
    <p class="govuk-body">
      Those with the fewest open cases come first. Think of whom the child knows already.
    </p>
    ${
      offered.length === 0
        ? html`<p class="govuk-body">The service has no case manager yet.</p>`
        : postForm(
            shown,
            { submit: 'Choose this worker', cancel },
            ask(shown).one('staffId', 'Case manager', offered),
          )
    }`
}
