import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { GenogramPiece } from '#domain/genogram/drawn-person.ts'
import type { Around } from '#domain/genogram/in-words.ts'
import type { Place } from '#domain/genogram/layout.ts'
import { genogramSymbols } from '#domain/genogram/symbols.ts'
import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { readCode } from '#records/codes.ts'
import type { Scope } from '#records/scope.ts'

/** What the family changed in the drawing of this child. */
export async function selectPieces(scope: Scope, childId: string): Promise<GenogramPiece[]> {
  const rows = await scope.db
    .selectFrom('genogramPieces')
    .select(['personId', 'x', 'y', 'symbol', 'words', 'label'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId, x, y, symbol, words, label }) => ({
    personId,
    place: x === null || y === null ? null : { x, y },
    symbol: symbol === null ? null : readCode(genogramSymbols, symbol),
    words,
    label,
  }))
}

/** What the child's file says on a day of those around: who they are, and whether they live with the child. */
export async function selectAround(scope: Scope, childId: string, on: PlainDate): Promise<Around> {
  const rows = await scope.db
    .selectFrom('relationships')
    .select(['personId', 'kind', 'livesWithChild'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where(one => one.or([one('startedOn', 'is', null), one('startedOn', '<=', on)]))
    .where(one => one.or([one('endedOn', 'is', null), one('endedOn', '>', on)]))
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ personId, kind, livesWithChild }) => [
      personId,
      { kind: readCode(relationshipKinds, kind), livesWithChild },
    ]),
  )
}

type Change = Partial<
  Pick<GenogramPiece, 'symbol' | 'words' | 'label'> & {
    readonly x: number | null
    readonly y: number | null
  }
>

/** Puts a piece somewhere in the drawing. */
export async function savePlace(scope: Scope, piece: PieceOf, { x, y }: Place): Promise<void> {
  await savePiece(scope, piece, { x, y })
}

/** Changes how a piece looks and what it is called. */
export async function saveLook(
  scope: Scope,
  piece: PieceOf,
  { symbol, words, label }: Pick<GenogramPiece, 'symbol' | 'words' | 'label'>,
): Promise<void> {
  await savePiece(scope, piece, { symbol, words, label })
}

interface PieceOf {
  readonly childId: string
  readonly personId: string
}

async function savePiece(scope: Scope, piece: PieceOf, change: Change): Promise<void> {
  const { serviceId, staffId: recordedBy } = scope
  const now = sql<never>`clock_timestamp()`
  await scope.db
    .insertInto('genogramPieces')
    .values({ serviceId, ...piece, ...change, recordedBy })
    .onConflict(conflict =>
      conflict
        .columns(['serviceId', 'childId', 'personId'])
        .doUpdateSet({ ...change, recordedBy, recordedAt: now }),
    )
    .execute()
}

/** Takes back every move in the drawing of this child; symbols and names stay. */
export async function forgetPlaces(scope: Scope, childId: string): Promise<void> {
  await scope.db
    .updateTable('genogramPieces')
    .set({ x: null, y: null, recordedBy: scope.staffId, recordedAt: sql`clock_timestamp()` })
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', childId)
    .where('x', 'is not', null)
    .execute()
}
