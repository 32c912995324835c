import type { AroundContact, Planning } from '#domain/contacts/plan-contact.ts'
import type { Role } from '#domain/access/permissions.ts'
import { refuse, type SubmitResult } from '#platform/http/page.ts'
import type { ShownForm } from '#platform/http/view.ts'
import type { Html } from '#platform/views/html.ts'
import { readWorkFacts } from '#records/work-facts.ts'
import { guardStops, stopProblem } from '../guard-stops.ts'
import type { PageContext } from '../page.ts'
import type { Belonging } from './belonging.ts'

/** What stands around a contact that this person plans under work; null under a referral. */
export async function readAround(
  { scope, user }: PageContext,
  childId: string,
  { interventionId }: Belonging,
): Promise<AroundContact | null> {
  if (interventionId === null) return null
  return { ...(await readWorkFacts(scope, { childId, interventionId })), byId: user.id }
}

/** The rules that stopped a contact: an agreement would be about the work. */
export function stopsOf(
  shown: ShownForm,
  {
    belonging,
    ...about
  }: { readonly childId: string; readonly belonging: Belonging; readonly role: Role },
): Html[] {
  const subjectId = belonging.interventionId
  return subjectId === null ? [] : guardStops(shown, { ...about, subjectId })
}

/** Why a contact cannot be planned, at the question or at the rule; null where it can. */
export function refusalOf(planning: Planning): SubmitResult | null {
  if (planning.kind === 'plan') return null
  if (planning.kind === 'refused') return refuse(...planning.problems)
  return refuse(...planning.missing.map(message => stopProblem(planning.ruleId, message)))
}
