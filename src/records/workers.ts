import type { WorkerFact } from '#domain/workload/fair-share.ts'
import { grades } from '#domain/vocabulary/staff.ts'
import { readCode } from './codes.ts'
import type { Scope } from './scope.ts'

/** Somebody who can hold work, with what the sharing of work asks of them. */
export interface Worker extends WorkerFact {
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly isTrainedInHarmfulSexualBehaviour: boolean
}

const rolesThatHoldWork = ['case-manager', 'team-manager', 'head-of-service'] as const

/** Everyone active who can hold work, by name. */
export async function listWorkers(scope: Scope): Promise<Worker[]> {
  const rows = await scope.db
    .selectFrom('staff')
    .select([
      'id',
      'name',
      'jobTitle',
      'teamId',
      'hoursPerWeek',
      'grade',
      'isTrainedInHarmfulSexualBehaviour',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('isActive', '=', true)
    .where('role', 'in', rolesThatHoldWork)
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, grade: readCode(grades, row.grade) }))
}
