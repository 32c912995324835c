import type { Scope } from './scope.ts'

/**
 * Claims a form's key for this transaction. Two sendings of one form wait for each other in the database; the second one learns where
 * the first one went, or claims it when the first one saved nothing. A key is one person's: another who sends it learns nothing.
 *
 * @throws Error when nobody is signed in
 */
export async function claimForm(
  scope: Scope,
  formKey: string,
): Promise<'claimed' | { readonly wentTo: string }> {
  const claimed = await scope.db
    .insertInto('submissions')
    .values({ serviceId: scope.serviceId, staffId: senderOf(scope), formKey })
    .onConflict(conflict => conflict.doNothing())
    .returning('formKey')
    .executeTakeFirst()
  if (claimed !== undefined) return 'claimed'
  const { wentTo } = await scope.db
    .selectFrom('submissions')
    .select('wentTo')
    .where('serviceId', '=', scope.serviceId)
    .where('staffId', '=', senderOf(scope))
    .where('formKey', '=', formKey)
    .executeTakeFirstOrThrow()
  return { wentTo: wentTo ?? '/' }
}

/** Notes where a form's first sending went. */
export async function settleForm(scope: Scope, formKey: string, wentTo: string): Promise<void> {
  await scope.db
    .updateTable('submissions')
    .set({ wentTo })
    .where('serviceId', '=', scope.serviceId)
    .where('staffId', '=', senderOf(scope))
    .where('formKey', '=', formKey)
    .execute()
}

function senderOf({ staffId }: Scope): string {
  if (staffId === null) throw new Error('Forms are sent by somebody')
  return staffId
}
