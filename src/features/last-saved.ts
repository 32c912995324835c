import type { Scope } from '#records/scope.ts'
import { momentInWords } from './moment-in-words.ts'

/**
 * Who saved a record last, and when, as the audit tells it; null when it does not.
 *
 * @param about what was written down with each saving: `childId` is null for what is not one child's
 */
export async function findLastSaved(
  scope: Scope,
  about: {
    readonly action: string
    readonly childId: string | null
    readonly subjectId: string
    /** Which part of it, where each part is saved by itself. */
    readonly detail?: string
  },
): Promise<{ readonly name: string; readonly at: string } | null> {
  const { detail } = about
  const entry = await scope.db
    .selectFrom('auditEntries as e')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'e.serviceId').onRef('s.id', '=', 'e.staffId'),
    )
    .select(['s.name', 'e.at'])
    .where('e.serviceId', '=', scope.serviceId)
    .where('e.childId', about.childId === null ? 'is' : '=', about.childId)
    .where('e.subjectId', '=', about.subjectId)
    .where('e.action', '=', about.action)
    .$if(detail !== undefined, query => query.where('e.detail', '=', detail ?? ''))
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry === undefined ? null : { name: entry.name, at: momentInWords(entry.at) }
}
