import { z } from 'zod'
import { drawFamily } from '#domain/genogram/drawing.ts'
import { findChild } from '#records/children.ts'
import { readFamily } from '#records/families.ts'
import { idInUrl, type PageContext } from '../page.ts'
import { selectPieces } from './queries.ts'

export const pieceInUrl = z.object({ childId: idInUrl, personId: idInUrl })

/** A child's family as this reader may see it, and the drawing of it. */
export async function loadDrawing({ scope, user, today }: PageContext, childId: string) {
  const child = await findChild(scope, user, childId)
  const family = await readFamily(scope, user, childId)
  const pieces = await selectPieces(scope, childId)
  return {
    child,
    family,
    pieces,
    drawing: drawFamily(family, pieces, today),
    // A child around whom nobody is recorded is no person yet, and there is nothing to move them away from.
    mayBeMoved: family.people.length > 1,
  }
}

export type LoadedDrawing = Awaited<ReturnType<typeof loadDrawing>>
