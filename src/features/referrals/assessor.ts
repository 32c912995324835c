import { askWorkers } from '#domain/interventions/allocate-work.ts'
import { allocationGuards } from '#domain/taking-on/taking-on-rules.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseToAllocate, saveAllocation } from '#records/allocations.ts'
import { listWorkers, type Worker } from '#records/workers.ts'
import { findOptionalHolder, lockWorkWith } from '#records/interventions.ts'
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
import { page, type PageContext } from '../page.ts'
import { loadReferral, referralInUrl, type LoadedReferral, type ReferralInUrl } from './referral.ts'
import { referralUrl } from './urls.ts'

export const assessorPage = page({
  permission: 'intervention.allocate',
  params: referralInUrl,
  load: async (context, { params }) => {
    const { scope, today } = context
    const workers = await listWorkers(scope, ['case-manager'])
    return {
      ...(await loadReferral(context, params)),
      workers,
      loads: await readLoadsWith(scope, workers, { caseId: params.referralId, today }),
      ...(await readAllocation(context, params)),
    }
  },
  form: ({ workers }) => assessorForm(workers),
  initial: ({ workers, holder }) =>
    assessorForm(workers).fill({
      staffId: holder?.staffId,
      secondStaffId: holder?.secondStaffId,
    }),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ workers, holder }) =>
      assessorForm(workers).fill({
        staffId: holder?.staffId,
        secondStaffId: holder?.secondStaffId,
      }),
    questions: ({ workers }) => workerVersion(workers, 'Who writes the assessment?'),
    lastSaved: ({ scope }, { child, referral }) =>
      findLastSaved(scope, {
        action: 'referral.allocated',
        childId: child.id,
        subjectId: referral.id,
      }),
  },
  submit: async (context, typed, { params, loaded }) => {
    const { scope, today } = context
    const refusal = whyNot(loaded)
    if (refusal !== null) return refuse({ field: 'staffId', message: refusal })
    const { childId, referralId } = params
    const { about, policy } = await readAllocation(context, params)
    const chosen = workersChosen(loaded.workers, typed)
    const decision = askWorkers(chosen, { about, guards: allocationGuards, policy }, today)
    if (decision.kind === 'refused') return refuse(...decision.problems)
    if (decision.kind === 'blocked') return refuse(...stopProblems(decision.stops))
    await saveAllocation(scope, { referralId }, { childId, startedOn: today, ...typed })
    await insertAuditEntry(scope, {
      action: 'referral.allocated',
      childId,
      subjectId: referralId,
    })
    return goTo(referralUrl(childId, referralId), 'Worker chosen')
  },
  view: ({ child, referral, workers, loads, holder, about, policy }, shown, { today, user }) => {
    const held = { referralId: referral.id }
    const before = { childId: child.id, held, about, role: user.role }
    const questions = {
      workers,
      loads,
      question: 'Case manager',
      hint: 'Those with the fewest open cases come first. Think of whom the child knows already.',
      about,
      isChange: holder !== null,
    }
    return {
      title: 'Who writes the assessment?',
      backLink: referralUrl(child.id, referral.id),
      identity: childBanner(child, today),
      body: assessorBody(shown, referralUrl(child.id, referral.id), [
        beforeChoosing(shown, before, { asOf: today, policy }),
        workers.length === 0 ? null : workerQuestions(shown, questions),
      ]),
    }
  },
})

async function readAllocation(
  { scope, today }: PageContext,
  { childId, referralId }: ReferralInUrl,
) {
  return {
    holder: (await findOptionalHolder(scope, { referralId })) ?? null,
    about: await readCaseToAllocate(scope, childId, { referralId }, today),
    policy: await findPolicy(scope),
  }
}

function assessorForm(workers: readonly Worker[]) {
  return defineForm({ fields: workerFields(workers, 'Select who writes the assessment') })
}

function whyNot({ referral, summary }: LoadedReferral): string | null {
  if (referral.kind === 'safeguarding') {
    return "Children's social care assesses a child under 10: choose nobody here"
  }
  return referral.closedOn === null && summary.decision === null
    ? null
    : 'The decision is made: the worker is now chosen with the work'
}

function assessorBody(
  shown: ShownForm,
  cancel: string,
  [before, questions]: readonly [Html | null, Html | null],
): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Who writes the assessment?</h1>
    ${before}
    ${
      questions === null
        ? html`<p class="govuk-body">The service has no case manager yet.</p>`
        : postForm(shown, { submit: 'Choose this worker', cancel }, questions)
    }`
}
