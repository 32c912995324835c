import type { Place } from './layout.ts'

/** How far one step moves a piece, in units of the drawing: about half a symbol. */
export const stepLength = 24
/** No piece is moved further than this from the child, in each direction. */
export const furthestAway = 5000

/** Where a piece can be sent, a step at a time. */
export const directions = {
  left: 'Left',
  right: 'Right',
  up: 'Up',
  down: 'Down',
} as const
export type Direction = keyof typeof directions

const ways: Readonly<Record<Direction, Place>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
}

/** Where a piece stands after so many steps, no further out than the drawing goes. */
export function movePiece(from: Place, direction: Direction, steps: number): Place {
  const way = ways[direction]
  return onTheDrawing({
    x: from.x + way.x * steps * stepLength,
    y: from.y + way.y * steps * stepLength,
  })
}

/** The nearest place on the drawing, in whole units. */
export function onTheDrawing({ x, y }: Place): Place {
  const within = (far: number) => Math.round(Math.min(furthestAway, Math.max(-furthestAway, far)))
  return { x: within(x), y: within(y) }
}
