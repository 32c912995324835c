import { z } from 'zod'
import { workerOn, type CaseFacts } from '#domain/rules/case-facts.ts'
import { fairShare, pointsOf } from '#domain/workload/fair-share.ts'
import { askWorkers } from '#domain/interventions/allocate-work.ts'
import { allocationGuards } from '#domain/taking-on/taking-on-rules.ts'
import type { Problem } from '#platform/forms/form.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textOf } from '#platform/forms/typed-values.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo, refuse, type FormAgain } from '#platform/http/page.ts'
import { readCaseToAllocate, saveAllocation, type HeldCase } from '#records/allocations.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findOptionalHolder, lockWorkWith } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import { listWorkers, type Worker } from '#records/workers.ts'
import { idInUrl, page, type PageContext } from '../page.ts'
import { caseField } from './case-field.ts'
import { leavingBody } from './leaving.html.ts'
import { myTeamUrl } from './urls.ts'

/** All the work of somebody who leaves, given to others at once; what that makes of everybody's share is looked at first. */
export const leavingPage = page({
  permission: 'intervention.allocate',
  params: z.object({ staffId: idInUrl }),
  load: async (context, { params, again }) => await loadLeaving(context, params.staffId, again),
  form: ({ cases, others }) => leavingForm(cases, others),
  submit: async (context, typed, { loaded }) => {
    if (typed['step'] !== 'give') return refuse()
    const given = loaded.cases.flatMap(facts => {
      const chosen = (typed as Readonly<Record<string, unknown>>)[caseField(facts)]
      const worker = loaded.others.find(({ id }) => id === chosen)
      return worker === undefined ? [] : [{ facts, worker }]
    })
    if (given.length === 0) {
      const [first] = loaded.cases
      const field = first === undefined ? 'step' : caseField(first)
      return refuse({ field, message: 'Choose a worker for at least one child' })
    }
    const problems: Problem[] = []
    for (const one of given) problems.push(...(await giveTo(context, one)))
    if (problems.length > 0) return refuse(...problems)
    return goTo(
      myTeamUrl,
      given.length === 1 ? '1 case was given' : `${given.length} cases were given`,
    )
  },
  view: (loaded, shown) => ({
    title: `Give the work of ${loaded.leaving.name} to others`,
    backLink: myTeamUrl,
    body: leavingBody(shown, loaded),
  }),
})

const reasonForChange = 'Their worker leaves the service'

/** Gives one case to another worker, unless a guard of the allocation stops it: then what it wants. */
async function giveTo(
  { scope, today }: PageContext,
  { facts, worker }: { readonly facts: CaseFacts; readonly worker: Worker },
): Promise<Problem[]> {
  const [childId, held] = [facts.child.id, heldCaseOf(facts)]
  await lockWorkWith(scope, childId)
  const about = await readCaseToAllocate(scope, childId, held, today)
  const holder = await findOptionalHolder(scope, held)
  const chosen = { lead: worker, second: null, changeReason: reasonForChange }
  const guarded = { about, guards: allocationGuards, policy: await findPolicy(scope) }
  const decision = askWorkers(chosen, guarded, today)
  const field = caseField(facts)
  if (decision.kind === 'refused') return decision.problems.map(problem => ({ ...problem, field }))
  if (decision.kind === 'blocked') {
    return decision.stops.flatMap(({ ruleId, missing }) =>
      missing.map(message => ({ field, message: `${facts.child.name}: ${message} (${ruleId})` })),
    )
  }
  await saveAllocation(scope, held, {
    childId,
    staffId: worker.id,
    secondStaffId: holder?.secondStaffId ?? null,
    startedOn: today,
    reason: reasonForChange,
  })
  const [action, subjectId] =
    'interventionId' in held
      ? (['intervention.allocated', held.interventionId] as const)
      : (['referral.allocated', held.referralId] as const)
  await insertAuditEntry(scope, { action, childId, subjectId })
  return []
}

async function loadLeaving(
  { scope, today }: PageContext,
  staffId: string,
  again: FormAgain | null,
) {
  const workers = await listWorkers(scope)
  const leaving = workers.find(({ id }) => id === staffId)
  if (leaving === undefined) throw new NotFound()
  const asked = { asOf: today, policy: await findPolicy(scope) }
  const all = await readCaseFacts(scope, { of: 'service' }, today)
  const cases = all.filter(facts => workerOn(facts, today) === staffId)
  const others = workers.filter(({ id }) => id !== staffId)
  return {
    leaving,
    others,
    cases: cases.toSorted((a, b) => a.child.name.localeCompare(b.child.name)),
    points: new Map(cases.map(facts => [facts.caseId, pointsOf(facts, asked)])),
    before: fairShare(others, all, asked),
    after: again === null ? null : fairShare(others, all, asked, proposalIn(cases, again)),
  }
}

/** Who would hold which case, as it was chosen. */
function proposalIn(cases: readonly CaseFacts[], { values }: FormAgain): Map<string, string> {
  const chosen = cases.map(facts => [facts.caseId, textOf(values, caseField(facts))] as const)
  return new Map(chosen.filter(([, staffId]) => staffId !== ''))
}

function leavingForm(cases: readonly CaseFacts[], others: readonly { readonly id: string }[]) {
  const choices = others.map(({ id }) => id)
  const ofCases = cases.map(
    facts => [caseField(facts), choiceField({ choices, optional: true })] as const,
  )
  const step = choiceField({ choices: ['look', 'give'], optional: true })
  return defineForm({ fields: { ...Object.fromEntries(ofCases), step } })
}

function heldCaseOf({ intervention, referral, caseId }: CaseFacts): HeldCase {
  if (intervention !== null) return { interventionId: intervention.id }
  return { referralId: referral?.id ?? caseId }
}
