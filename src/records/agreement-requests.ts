import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { findRule } from '#domain/rules/rule-book.ts'
import type { AgreedBy } from '#domain/rules/rule.ts'
import { selectAgreementSubjects } from './agreement-subjects.ts'
import { insertAuditEntry } from './audit.ts'
import { displayName } from './children.ts'
import type { Scope } from './scope.ts'
import { isVisibleTo, type Viewer } from './visible-children.ts'

type PlainDate = Temporal.PlainDate

/** What an agreement or a request is about: a rule, and the record of the child that the rule speaks of. */
export interface AboutAgreement {
  readonly childId: string
  readonly ruleId: string
  readonly subjectId: string
}

/** Something that a worker asked somebody to agree to, with the answer where there is one. */
export interface AgreementRequest extends AboutAgreement {
  readonly id: string
  readonly childName: string
  readonly askedById: string
  readonly askedBy: string
  readonly askedOn: PlainDate
  readonly why: string
  readonly answeredBy: string | null
  readonly answeredOn: PlainDate | null
  /** Why not; null where it was agreed to, or nobody has answered. */
  readonly declinedBecause: string | null
}

/** A request that waits, with whose answer it wants: what `whyNotAnswer` asks for each person. */
export interface OpenRequest extends AgreementRequest {
  /** What is to be agreed to, as a title. */
  readonly what: string
  readonly mayAgree: AgreedBy
  readonly holderIds: readonly string[]
  readonly authorId: string | null
}

/**
 * Requests that nobody has answered yet, longest waiting first: of one child, or of all whom a viewer may know of.
 *
 * Every one is listed, whoever may answer it: `whyNotAnswer` of `domain/agreements/` says for whom it waits. One under a rule to which
 * nobody agrees any more is left out.
 *
 * @param today the day on which the holders of the work are asked, inclusive
 */
export async function listOpenRequests(
  scope: Scope,
  of: { readonly childId: string } | { readonly viewer: Viewer },
  today: PlainDate,
): Promise<OpenRequest[]> {
  const query = selectRequests(scope).where('r.answeredOn', 'is', null)
  const rows = await (
    'childId' in of
      ? query.where('r.childId', '=', of.childId)
      : query.where(isVisibleTo(scope, of.viewer, sql.ref('r.child_id')))
  ).execute()
  const subjectIds = rows.map(row => row.subjectId)
  const subjects = await selectAgreementSubjects(scope, subjectIds, today)
  return rows.flatMap(row => {
    const exception = findRule(row.ruleId)?.exception
    if (exception === undefined) return []
    const subject = subjects.get(row.subjectId)
    const whose = { holderIds: subject?.holderIds ?? [], authorId: subject?.authorId ?? null }
    return [{ ...toRequest(row), what: exception.what, mayAgree: exception.by, ...whose }]
  })
}

/** What was asked about the same before, in the order in which it was asked; the last one may still be open. */
export async function listRequestsAbout(
  scope: Scope,
  about: AboutAgreement,
): Promise<AgreementRequest[]> {
  const rows = await selectRequests(scope)
    .where('r.childId', '=', about.childId)
    .where('r.ruleId', '=', about.ruleId)
    .where('r.subjectId', '=', about.subjectId)
    .execute()
  return rows.map(toRequest)
}

/** Keeps a request and who asked. @returns false where one about the same is open already: then nothing is kept */
export async function insertRequest(
  scope: Scope,
  request: AboutAgreement & {
    readonly askedBy: string
    readonly askedOn: PlainDate
    readonly why: string
  },
): Promise<boolean> {
  const row = await scope.db
    .insertInto('agreementRequests')
    .values({ serviceId: scope.serviceId, ...request })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  await noteRequest(scope, 'agreement.asked', { ...request, id: row.id })
  return true
}

/** Keeps the answer to an open request. @returns false where somebody has answered meanwhile: then nothing is kept */
export async function answerRequest(
  scope: Scope,
  request: AgreementRequest,
  answer: { readonly answeredBy: string; readonly answeredOn: PlainDate } & (
    { readonly agreementId: string } | { readonly declinedBecause: string }
  ),
): Promise<boolean> {
  const { numUpdatedRows } = await scope.db
    .updateTable('agreementRequests')
    .set(answer)
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', request.id)
    .where('answeredOn', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  if ('declinedBecause' in answer) await noteRequest(scope, 'agreement.declined', request)
  return true
}

async function noteRequest(
  scope: Scope,
  action: string,
  { childId, ruleId, id }: Pick<AgreementRequest, 'childId' | 'ruleId' | 'id'>,
): Promise<void> {
  await insertAuditEntry(scope, { action, childId, subjectId: id, detail: ruleId })
}

function selectRequests(scope: Scope) {
  return scope.db
    .selectFrom('agreementRequests as r')
    .innerJoin('children as c', join =>
      join.onRef('c.serviceId', '=', 'r.serviceId').onRef('c.id', '=', 'r.childId'),
    )
    .innerJoin('staff as s', join =>
      join.onRef('s.serviceId', '=', 'r.serviceId').onRef('s.id', '=', 'r.askedBy'),
    )
    .leftJoin('staff as a', join =>
      join.onRef('a.serviceId', '=', 'r.serviceId').onRef('a.id', '=', 'r.answeredBy'),
    )
    .select([
      'r.id',
      'r.childId',
      'r.ruleId',
      'r.subjectId',
      'r.askedBy as askedById',
      's.name as askedBy',
      'r.askedOn',
      'r.why',
      'a.name as answeredBy',
      'r.answeredOn',
      'r.declinedBecause',
      'c.givenName',
      'c.familyName',
      'c.knownAs',
    ])
    .where('r.serviceId', '=', scope.serviceId)
    .orderBy('r.askedOn')
    .orderBy('r.recordedAt')
}

type RequestRow = Omit<AgreementRequest, 'childName'> & Parameters<typeof displayName>[0]

function toRequest({ givenName, familyName, knownAs, ...row }: RequestRow): AgreementRequest {
  return { ...row, childName: displayName({ givenName, familyName, knownAs }) }
}
