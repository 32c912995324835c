import { childUrl } from '../children/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { referralUrl } from '../referrals/urls.ts'

/** The page that a contact belongs to: its work, its referral, or else the child's page. */
export function workUrl(
  childId: string,
  about: { readonly interventionId: string | null; readonly referralId: string | null },
): string {
  if (about.interventionId !== null) return interventionUrl(childId, about.interventionId)
  if (about.referralId !== null) return referralUrl(childId, about.referralId)
  return childUrl(childId)
}
