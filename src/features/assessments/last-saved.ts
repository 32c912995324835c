import type { Scope } from '#records/scope.ts'
import { momentInWords } from '../moment-in-words.ts'

/** Who wrote in a draft last, and when; null when nobody did since it was started. */
export async function findLastSaved(
  scope: Scope,
  childId: string,
  assessmentId: string,
): Promise<{ name: string; at: string } | null> {
  const entry = await scope.db
    .selectFrom('auditEntries as e')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'e.serviceId').onRef('s.id', '=', 'e.staffId'),
    )
    .select(['s.name', 'e.at'])
    .where('e.serviceId', '=', scope.serviceId)
    .where('e.childId', '=', childId)
    .where('e.subjectId', '=', assessmentId)
    .where('e.action', '=', 'assessment.saved')
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry === undefined ? null : { name: entry.name, at: momentInWords(entry.at) }
}
