import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './schema.ts'
import { whileSigningIn, type Scope } from './scope.ts'

/** Who somebody is to an identity provider: the pair never changes, unlike a name or an e-mail address. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** The member of staff whom an identity is linked to, found outside of any scope. */
export async function findOptionalLink(
  db: Kysely<Database>,
  { issuer, subject }: Identity,
): Promise<{ readonly serviceId: string; readonly staffId: string } | undefined> {
  return await whileSigningIn(db, `${issuer} ${subject}`, trx =>
    trx
      .selectFrom('identityLinks')
      .select(['serviceId', 'staffId'])
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .where('endedAt', 'is', null)
      .executeTakeFirst(),
  )
}

/** Links an identity to a person; false when either is linked already: an e-mail address that was given to somebody else opens nothing. */
export async function insertLink(
  scope: Scope,
  staffId: string,
  { issuer, subject, now }: Identity & { readonly now: Temporal.Instant },
): Promise<boolean> {
  const made = await scope.db
    .insertInto('identityLinks')
    .values({ serviceId: scope.serviceId, staffId, issuer, subject, linkedAt: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
