import type { Role } from './permissions.ts'

/**
 * Which children somebody's role reaches. Not one of them opens a restricted record.
 */
export const reaches = {
  'own-work': 'Children whose work they hold now',
  'own-team': 'Children whose work somebody of their team holds now',
  'whole-service': 'Every child of the service',
  'police-referrals': 'Children with a referral in hand',
  'tonights-panel': 'Children listed for a panel that is held today, on that day alone',
  'shared-with-me': 'Children shared with them by name',
} as const
export type Reach = keyof typeof reaches

/** What holds where a service has settled nothing else. Everybody of the service covers for everybody, so its own people see all. */
const usualReach: Readonly<Record<Role, Reach>> = {
  'case-manager': 'whole-service',
  'team-manager': 'whole-service',
  'head-of-service': 'whole-service',
  'performance-officer': 'whole-service',
  'business-support': 'whole-service',
  'police-colleague': 'police-referrals',
  'social-worker-read-only': 'shared-with-me',
  'panel-member': 'tonights-panel',
}

/**
 * The children that a role reaches. Lists, search, pages and drill-down all ask this one question.
 *
 * @param settled what the service has settled for the role; null: the usual
 * @throws Error when the service has settled on a reach that this version does not know: nobody is let in on a guess
 */
export function reachOf(role: Role, settled: string | null): Reach {
  if (settled === null) return usualReach[role]
  if (!isReach(settled)) throw new Error(`Unknown reach "${settled}"`)
  return settled
}

function isReach(text: string): text is Reach {
  return Object.hasOwn(reaches, text)
}
