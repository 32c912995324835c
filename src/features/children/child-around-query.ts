import type { Scope } from '#records/scope.ts'

/** Somebody around the child. */
export interface PersonAround {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly phone: string | null
  readonly livesWithChild: boolean
  readonly hasParentalResponsibility: boolean
  readonly relatedChildId: string | null
}

/** Who is around the child now, those with parental responsibility first, then those who live with them. */
export async function selectAround(scope: Scope, childId: string): Promise<PersonAround[]> {
  return await scope.db
    .selectFrom('relationships')
    .select([
      'id',
      'kind',
      'name',
      'phone',
      'livesWithChild',
      'hasParentalResponsibility',
      'relatedChildId',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('endedOn', 'is', null)
    .orderBy('hasParentalResponsibility', 'desc')
    .orderBy('livesWithChild', 'desc')
    .orderBy('name')
    .execute()
}
