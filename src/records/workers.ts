import { sql } from 'kysely'
import type { Role } from '#domain/access/permissions.ts'
import { grades } from '#domain/vocabulary/staff.ts'
import type { WorkerFact } from '#domain/workload/fair-share.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

/** Somebody who can hold work, with what the sharing of work asks of them. */
export interface Worker extends WorkerFact {
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly isSupportRole: boolean
  readonly isTrainedInHarmfulSexualBehaviour: boolean
  /** Referrals and work held now, alone or with another. */
  readonly openCases: number
}

const rolesThatHoldWork = ['case-manager', 'team-manager', 'head-of-service'] as const

/** Active staff who can hold work, or those of these roles, with how much each holds: case managers before managers, who holds least
 * first. */
export async function listWorkers(
  scope: Scope,
  roles: readonly Role[] = rolesThatHoldWork,
): Promise<Worker[]> {
  const { rows } = await sql<Omit<Worker, 'grade' | 'isSupportRole'> & { grade: string }>`
    select s.id, s.name, s.job_title, s.team_id, s.grade, s.hours_per_week,
      s.is_trained_in_harmful_sexual_behaviour,
      count(distinct coalesce(a.intervention_id, a.referral_id))::integer as open_cases
    from staff s
    left join allocations a
      on a.service_id = s.service_id and a.staff_id = s.id and a.ended_on is null
    where s.service_id = ${scope.serviceId} and s.is_active and s.role = any(${[...roles]})
    group by s.service_id, s.id
    order by s.role <> 'case-manager', open_cases, s.name`.execute(scope.db)
  return rows.map(row => {
    const grade = readCode(grades, row.grade)
    return { ...row, grade, isSupportRole: grade === 'support-worker' }
  })
}
