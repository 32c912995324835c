import type { FormAgain } from '#platform/http/page.ts'
import { goTo, refuse, type SubmitResult } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findService } from '#records/services.ts'
import { page, type PageContext } from '../page.ts'
import { findMatches, holdNewChildren, noneOfThese, type ChildMatch } from './matches.ts'
import { identityForm, newReferralForm, type GivenReferral } from './new-referral-form.ts'
import { checkReferral } from './new-referral-problems.ts'
import { newReferralBody } from './new-referral.html.ts'
import { saveReferral } from './save-referral.ts'
import { referralUrl } from './urls.ts'

export const newReferralPage = page({
  permission: 'referral.record',
  load: async (context, { again }) => {
    const { policeForce } = await findService(context.scope.db, context.scope.serviceId)
    return { policeForce, matches: again === null ? [] : await matchesToShow(context, again) }
  },
  form: newReferralForm,
  initial: ({ policeForce }, { user, today }) =>
    newReferralForm.fill({
      referredBy: user.role === 'police-colleague' ? `${user.name}, ${policeForce}` : policeForce,
      receivedOn: today,
    }),
  submit: async (context, given) => await recordReferral(context, given),
  view: ({ matches }, shown, { today }) => ({
    title: 'Record a referral',
    backLink: '/referrals',
    body: newReferralBody({ shown, matches, today }),
  }),
})

/** What may be the same child, for the page that comes back; showing a child to somebody is written down. */
async function matchesToShow(
  { scope, user, today }: PageContext,
  again: FormAgain,
): Promise<ChildMatch[]> {
  const identity = identityForm.parse(again.values, { today })
  if (identity.kind !== 'valid') return []
  const matches = await findMatches(scope, user, identity.value)
  for (const { childId } of matches) {
    await insertAuditEntry(scope, { action: 'child.shown-as-match', childId })
  }
  return matches
}

async function recordReferral(context: PageContext, given: GivenReferral): Promise<SubmitResult> {
  const { scope, user } = context
  const checked = checkReferral(given, context)
  if (checked.kind === 'wrong') return refuse(...checked.problems)
  await holdNewChildren(scope)
  const answer = whichChild(given.sameChild, await findMatches(scope, user, given))
  if (answer.kind === 'ask') return refuse({ field: 'sameChild', message: answer.message })
  const { becomes, stay } = checked
  const saved = await saveReferral(scope, { given, becomes, stay, known: answer.known })
  return goTo(referralUrl(saved.childId, saved.referralId), 'Referral recorded')
}

type WhichChild =
  | { readonly kind: 'answered'; readonly known: ChildMatch | null }
  | { readonly kind: 'ask'; readonly message: string }

/** An answer only counts for the matches that this sending found: whatever the page may have carried, the question is asked. */
function whichChild(answer: string | null, matches: readonly ChildMatch[]): WhichChild {
  const known = matches.find(match => match.childId === answer)
  if (known !== undefined) return { kind: 'answered', known }
  const isNone = answer === null || answer.startsWith('none-')
  if (matches.length === 0 && isNone) return { kind: 'answered', known: null }
  if (matches.length > 0 && answer === noneOfThese(matches)) {
    return { kind: 'answered', known: null }
  }
  const message =
    answer === null
      ? 'Say whether this is one of the children we know'
      : 'The details have changed. Say again whether this is one of the children we know'
  return { kind: 'ask', message }
}
