import { may, roles, type Permission, type Role } from '../access/permissions.ts'
import type { AgreedBy, Exception } from '../rules/rule.ts'

/** What a role has to hold to agree, by whom the rule names. */
export const permissionToAgree = {
  worker: 'agreement.ask',
  manager: 'agreement.grant',
  'head of service': 'agreement.grant-as-head',
} as const satisfies Record<AgreedBy, Permission>

/** Whom to ask, to end a sentence with. */
export const whomToAsk: Readonly<Record<AgreedBy, string>> = {
  worker: 'a practitioner',
  manager: 'a manager',
  'head of service': 'the head of service',
}

/** Who would answer. */
export interface Answerer {
  readonly id: string
  readonly role: Role
}

/** What an agreement would be about: whose it is, so that nobody agrees to their own. */
export interface AnswerTo {
  /** Who asked for the agreement; null: nobody did. */
  readonly askedById: string | null
  /** Who holds the work or the referral today. */
  readonly holderIds: readonly string[]
  /** Who wrote the plan or the assessment; null where it is about something else. */
  readonly authorId: string | null
}

/**
 * Why a person may neither agree nor decline, or null when they may.
 *
 * @source OM section 4.1, section 6.3
 * @interpretation Nobody grants their own: not who asked, not who holds the work or the referral, not who wrote the plan or the
 * assessment that it is about. Where the rule leaves it to the worker, their own recorded reason is the agreement. A head of service may
 * agree wherever a manager may.
 */
export function whyNotAnswer(
  { by }: Pick<Exception, 'by'>,
  { id, role }: Answerer,
  { askedById, holderIds, authorId }: AnswerTo,
): string | null {
  if (!may(role, permissionToAgree[by])) {
    return `A ${roles[role].toLowerCase()} cannot agree to this: ask ${whomToAsk[by]}.`
  }
  if (by === 'worker') return null
  if (id === askedById) return 'You asked for this yourself, so somebody else has to answer.'
  if (holderIds.includes(id)) return 'You hold this work, so somebody else has to agree.'
  if (id === authorId) return 'You wrote this, so somebody else has to agree.'
  return null
}
