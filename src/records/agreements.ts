import type { Temporal } from 'temporal-polyfill'
import type { GrantedAgreement } from '#domain/out-of-court/decision-facts.ts'
import { insertAuditEntry } from './audit.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** What was agreed for a child under any rule, the earliest first, with who granted it. */
export async function listAgreements(scope: Scope, childId: string): Promise<GrantedAgreement[]> {
  return await scope.db
    .selectFrom('ruleAgreements as a')
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'a.serviceId').onRef('s.id', '=', 'a.grantedBy'),
    )
    .select([
      'a.id',
      'a.ruleId',
      'a.subjectId',
      'a.grantedOn',
      'a.untilOn',
      'a.reason',
      'a.grantedBy as grantedById',
      's.name as grantedBy',
    ])
    .where('a.serviceId', '=', scope.serviceId)
    .where('a.childId', '=', childId)
    .orderBy('a.grantedOn')
    .orderBy('a.recordedAt')
    .execute()
}

interface NewAgreement {
  readonly childId: string
  readonly ruleId: string
  /** What it is about: the row that the rule speaks of. */
  readonly subjectId: string
  readonly grantedBy: string
  readonly grantedByRole: string
  readonly grantedOn: PlainDate
  /** The last day that it covers, inclusive; null: no end. */
  readonly untilOn: PlainDate | null
  readonly reason: string
  readonly childAgrees: boolean | null
}

/** Keeps an agreement, and who gave it, for good: agreements are never changed. @returns its id */
export async function insertAgreement(scope: Scope, agreement: NewAgreement): Promise<string> {
  const { id } = await scope.db
    .insertInto('ruleAgreements')
    .values({ serviceId: scope.serviceId, ...agreement })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertAuditEntry(scope, {
    action: 'agreement.granted',
    childId: agreement.childId,
    subjectId: id,
    detail: agreement.ruleId,
  })
  return id
}
