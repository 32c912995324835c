import type { Kysely } from 'kysely'
import type { Database } from '../../schema.ts'
import { inService, type Scope } from '../../scope.ts'

/** How many statements `work` sends, leaving out what opens and closes its transaction. */
export async function countStatements(
  db: Kysely<Database>,
  service: { readonly serviceId: string; readonly staffId: string | null },
  work: (scope: Scope) => Promise<void>,
): Promise<number> {
  let count = 0
  await inService(db, service, async scope => {
    // Results and not queries: a query within a query is one statement.
    const counted = scope.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        count += 1
        return Promise.resolve(result)
      },
    })
    await work({ ...scope, db: counted })
  })
  return count
}
