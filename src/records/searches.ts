import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './scope.ts'

/** As long as going back in the browser is of use. */
const keptFor = { hours: 24 }

interface NewSearch {
  readonly staffId: string
  readonly text: string
  readonly searchedAt: Temporal.Instant
}

/** Keeps what somebody searches for, so that the address of what was found need not say it. @returns the search's id */
export async function insertSearch(scope: Scope, search: NewSearch): Promise<string> {
  const { id } = await scope.db
    .insertInto('searches')
    .values({ serviceId: scope.serviceId, ...search })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What this person searched for in the last day, by the search's id; undefined for another's search and for one of before. */
export async function findOptionalSearch(
  scope: Scope,
  search: { readonly id: string; readonly staffId: string; readonly now: Temporal.Instant },
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('searches')
    .select('text')
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', search.id)
    .where('staffId', '=', search.staffId)
    .where('searchedAt', '>', search.now.subtract(keptFor))
    .executeTakeFirst()
  return row?.text
}

/** Deletes the service's searches of more than a day ago. */
export async function forgetOldSearches(scope: Scope, now: Temporal.Instant): Promise<void> {
  await scope.db
    .deleteFrom('searches')
    .where('serviceId', '=', scope.serviceId)
    .where('searchedAt', '<=', now.subtract(keptFor))
    .execute()
}
