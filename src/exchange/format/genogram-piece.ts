import { z } from 'zod'
import { furthestAway } from '#domain/genogram/move-piece.ts'
import { genogramSymbols } from '#domain/genogram/symbols.ts'
import { code, id, instant, text } from './fields.ts'

const place = z
  .int('is not a whole number')
  .min(-furthestAway)
  .max(furthestAway)
  .meta({ description: 'Counted from where the child stands when nothing is moved.' })

/** What a family changed in the drawing of itself: where somebody stands, their symbol, their name. */
export const genogramPiece = z
  .strictObject({
    id,
    personId: id,
    x: place.optional(),
    y: place.optional(),
    symbol: code(genogramSymbols).optional(),
    words: text.optional(),
    label: text.optional(),
    recordedAt: instant,
    recordedBy: id.optional(),
  })
  .refine(one => (one.x === undefined) === (one.y === undefined), {
    path: ['y'],
    error: 'has to stand where x does, and only there',
  })
  .refine(one => (one.symbol === 'words') === (one.words !== undefined), {
    path: ['words'],
    error: 'has to stand where the symbol is words, and only there',
  })
