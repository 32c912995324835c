import { sql } from 'kysely'
import type { Scope } from '#records/scope.ts'

interface Standing {
  readonly openQuestions: number
  readonly unfinished: number
  readonly homes: number
  readonly openReferrals: number
  readonly shares: number
  readonly eachOther: number
  readonly aroundBoth: number
}

/** What stands against making two records one, and what has to be looked at once they are. */
export async function selectToSettle(
  { db, serviceId }: Scope,
  childIds: readonly [string, string],
): Promise<{ readonly whyNot: readonly string[]; readonly toSettle: readonly string[] }> {
  const [keptId, otherId] = childIds
  const ofBoth = (table: string, condition: ReturnType<typeof sql>) => sql`
    select least(
      (select count(*) from ${sql.table(table)} where service_id = ${serviceId} and child_id = ${keptId} and ${condition}),
      (select count(*) from ${sql.table(table)} where service_id = ${serviceId} and child_id = ${otherId} and ${condition}))::int`
  const { rows } = await sql<Standing>`
    select (
        select count(*)::int from agreement_requests a
        join agreement_requests b on b.service_id = a.service_id and b.child_id = ${otherId}
          and b.rule_id = a.rule_id and b.subject_id = b.child_id and b.answered_on is null
        where a.service_id = ${serviceId} and a.child_id = ${keptId} and a.subject_id = a.child_id
          and a.answered_on is null) as open_questions,
      (${ofBoth('assessments', sql`completed_on is null`)}) as unfinished,
      (${ofBoth('circumstances', sql`kind = 'address' and ended_on is null and withdrawn_on is null`)}) as homes,
      (${ofBoth('referrals', sql`closed_on is null`)}) as open_referrals,
      (select count(*)::int from child_shares
        where service_id = ${serviceId} and child_id = ${otherId} and ended_on is null) as shares,
      (select count(*)::int from relationships r
        join children c on c.service_id = r.service_id and c.person_id = r.person_id
        where r.service_id = ${serviceId} and r.ended_on is null and c.id <> r.child_id
          and r.child_id in (${keptId}, ${otherId}) and c.id in (${keptId}, ${otherId})) as each_other,
      (select count(*)::int from relationships a
        join relationships b on b.service_id = a.service_id and b.person_id = a.person_id and b.kind = a.kind
        where a.service_id = ${serviceId} and a.child_id = ${keptId} and b.child_id = ${otherId}
          and a.ended_on is null and b.ended_on is null) as around_both`.execute(db)
  const [standing] = rows
  if (standing === undefined) return { whyNot: [], toSettle: [] }
  return { whyNot: reasonsAgainst(standing), toSettle: thingsToSettle(standing) }
}

function reasonsAgainst({ openQuestions }: Standing): string[] {
  if (openQuestions === 0) return []
  return [
    'In both records the same question about the child waits for a manager. Answer one of them first.',
  ]
}

function thingsToSettle({
  unfinished,
  homes,
  openReferrals,
  shares,
  eachOther,
  aroundBoth,
}: Standing): string[] {
  return [
    ...(unfinished > 0
      ? ['Both records have an assessment that is not finished: decide which one goes on.']
      : []),
    ...(homes > 0
      ? ['Both records have a home that has not ended: end the one that is past.']
      : []),
    ...(openReferrals > 0
      ? ['Both records have an open referral: see whether one came in twice.']
      : []),
    ...(aroundBoth > 0
      ? [
          'Somebody is around the child in both records and will be listed twice: end one of the two.',
        ]
      : []),
    ...(eachOther > 0
      ? [
          'One record names the other as somebody around the child: see whether they are two children.',
        ]
      : []),
    ...(shares > 0
      ? [
          'The other record is shared with a colleague outside the service, who will see the whole record: end the sharing if that is too much.',
        ]
      : []),
  ]
}
