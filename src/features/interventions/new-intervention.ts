import { z } from 'zod'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { may } from '#domain/access/permissions.ts'
import { askWorkers, carriedOverOn } from '#domain/interventions/allocate-work.ts'
import {
  openIntervention,
  type ReferralToOpenFrom,
} from '#domain/interventions/open-intervention.ts'
import { allocationGuards } from '#domain/taking-on/taking-on-rules.ts'
import { suggestedKind } from '#domain/interventions/suggested-kind.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { endAllocations, readCaseToAllocate, saveAllocation } from '#records/allocations.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findOptionalHolder, lockWorkWith, type Holder } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import type { Scope } from '#records/scope.ts'
import { listWorkers } from '#records/workers.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { childInUrl, idInUrl, page, type PageContext } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import { newInterventionBody } from './new-intervention.html.ts'
import {
  insertIntervention,
  selectOutcomesToServe,
  selectReferrals,
  updatePlannedContactsMoved,
  updateReferralClosed,
  type OutcomeToChoose,
} from './queries.ts'
import { allocationUrl, interventionUrl } from './urls.ts'

export const newInterventionPage = page({
  permission: 'intervention.start',
  params: childInUrl,
  query: z.object({ referral: idInUrl.optional() }),
  load: async ({ scope, user }, { params, query }) => ({
    child: await findChild(scope, user, params.childId),
    ...(await readOpening(scope, params.childId, query.referral)),
  }),
  form: ({ outcomes }) => openingForm(outcomes),
  initial: ({ outcomes, referral }, { today }) => {
    const suggested = outcomes.filter(
      outcome => referral !== null && outcome.referralId === referral.id && mayBeServed(outcome),
    )
    const kind = suggestedKind(suggested.map(outcome => outcome.kind))
    return openingForm(outcomes).fill({
      ...(kind !== null && { kind }),
      serves: suggested.map(({ id }) => id),
      startedOn: today,
    })
  },
  submit: async (context, value, { params, query }) => {
    const { scope, user } = context
    const { childId } = params
    await lockWorkWith(scope, childId)
    const now = await readOpening(scope, childId, query.referral)
    const { outcomes } = now
    const referral = now.referral ?? openReferralOf(value.serves, now)
    const decision = openIntervention({ ...value, outcomes, referral })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const { kind, startedOn } = value
    const referralId = referral?.id ?? null
    const work = { childId, referralId, kind, startedOn, serves: decision.serves }
    const subjectId = await insertIntervention(scope, work)
    await insertAuditEntry(scope, { action: 'intervention.opened', childId, subjectId })
    const isHeld =
      referral !== null &&
      (await takeOver(context, { childId, interventionId: subjectId, referral, startedOn }))
    const here = interventionUrl(childId, subjectId)
    if (isHeld) return goTo(here, 'Work opened')
    return may(user.role, 'intervention.allocate')
      ? goTo(allocationUrl(childId, subjectId), 'Work opened. Now choose the worker')
      : goTo(here, 'Work opened. A manager chooses the worker')
  },
  view: ({ child, outcomes, referral }, shown, { today }) => ({
    title: 'Open work with a child',
    identity: childBanner(child, today),
    backLink: referral === null ? childUrl(child.id) : referralUrl(child.id, referral.id),
    body: newInterventionBody(shown, outcomes.filter(mayBeServed).map(outcomeOffer)),
  }),
})

/** @throws NotFound when the referral is not this child's */
async function readOpening(scope: Scope, childId: string, referralId: string | undefined) {
  const referrals = await selectReferrals(scope, childId)
  const referral = referralId === undefined ? null : referrals.get(referralId)
  if (referral === undefined) throw new NotFound()
  return { outcomes: await selectOutcomesToServe(scope, childId), referrals, referral }
}

function openingForm(outcomes: readonly OutcomeToChoose[]) {
  return defineForm({
    fields: {
      kind: choiceField({ choices: interventionKinds, missing: 'Choose the kind of work' }),
      serves: choicesField({
        choices: outcomes.map(({ id }) => id),
        optional: true,
        unknown: 'Choose only outcomes of this child',
      }),
      startedOn: dateField({
        name: 'The first day',
        missing: 'Enter the first day of the work',
        mustBe: 'today or in the past',
      }),
    },
  })
}

function mayBeServed({ kind, hasOpenWork }: OutcomeToChoose): boolean {
  return outcomeKinds[kind].tier !== 'none' && !hasOpenWork
}

function outcomeOffer({ id, kind, localName, decidedOn }: OutcomeToChoose) {
  const name = outcomeKinds[kind].name
  return {
    value: id,
    content: localName ?? name,
    hint: `${localName === null ? 'Decided' : `${name}, decided`} on ${formatDate(decidedOn)}`,
  }
}

/** The referral still in hand that the chosen outcomes answer. */
function openReferralOf(
  serves: readonly string[],
  loaded: {
    readonly outcomes: readonly OutcomeToChoose[]
    readonly referrals: ReadonlyMap<string, ReferralToOpenFrom>
  },
): ReferralToOpenFrom | null {
  const referrals = loaded.outcomes
    .filter(({ id }) => serves.includes(id))
    .map(({ referralId }) => (referralId === null ? undefined : loaded.referrals.get(referralId)))
  return referrals.find(referral => referral !== undefined && referral.closedOn === null) ?? null
}

/**
 * The work takes the place of the referral, and its workers go on where the rules let them hold what the assessment has found. True when
 * somebody does.
 */
async function takeOver(
  context: PageContext,
  work: {
    readonly childId: string
    readonly interventionId: string
    readonly referral: ReferralToOpenFrom
    readonly startedOn: PlainDate
  },
): Promise<boolean> {
  const { scope } = context
  const { childId, interventionId, startedOn } = work
  const referralId = work.referral.id
  const holder = await findOptionalHolder(scope, { referralId })
  const mayHold = holder !== undefined && (await mayGoOn(context, work, holder))
  await updateReferralClosed(scope, { childId, referralId, closedOn: startedOn })
  await updatePlannedContactsMoved(scope, { childId, referralId, interventionId })
  const roles = ['lead', 'second'] as const
  await endAllocations(scope, { childId, held: { referralId }, roles }, startedOn)
  const entry = { childId, subjectId: referralId }
  await insertAuditEntry(scope, { action: 'referral.closed', ...entry })
  if (!mayHold) return false
  const from = carriedOverOn(startedOn, holder.startedOn)
  const { staffId, secondStaffId } = holder
  const allocation = { childId, staffId, secondStaffId, startedOn: from, reason: null }
  await saveAllocation(scope, { interventionId }, allocation)
  return true
}

/** Whether the workers of the referral may hold the work too; nobody new is chosen here. */
async function mayGoOn(
  { scope, today }: PageContext,
  { childId, interventionId }: { readonly childId: string; readonly interventionId: string },
  holder: Holder,
): Promise<boolean> {
  const workers = await listWorkers(scope, ['case-manager', 'team-manager', 'head-of-service'])
  const lead = workers.find(({ id }) => id === holder.staffId)
  if (lead === undefined) return false
  const second = workers.find(({ id }) => id === holder.secondStaffId) ?? null
  const guarded = {
    about: await readCaseToAllocate(scope, childId, { interventionId }, today),
    guards: allocationGuards,
    policy: await findPolicy(scope),
  }
  return askWorkers({ lead, second, changeReason: '' }, guarded, today).kind === 'allocate'
}
