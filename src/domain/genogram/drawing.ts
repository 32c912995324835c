import type { PlainDate } from '../calendar/plain-date.ts'
import type { Family } from '../family/family.ts'
import { bondsOf } from './broods.ts'
import { coupleRoutes, type CoupleRoute } from './couple-routes.ts'
import { descentRoutes, type DescentRoute } from './descent-routes.ts'
import {
  drawPerson,
  footOf,
  halfLabel,
  symbolRadius,
  type DrawnPerson,
  type GenogramPiece,
} from './drawn-person.ts'
import { layOut } from './layout.ts'

export interface Drawing {
  readonly people: readonly DrawnPerson[]
  readonly couples: readonly CoupleRoute[]
  readonly descents: readonly DescentRoute[]
  /** The smallest box that holds everything, with a margin. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** Draws a family: laid out afresh, with the changes that the family made to pieces on top. */
export function drawFamily(
  family: Family,
  pieces: readonly GenogramPiece[],
  today: PlainDate,
): Drawing {
  const places = layOut(family)
  const changes = new Map(pieces.map(piece => [piece.personId, piece]))
  const people = family.people.map(person =>
    drawPerson(person, places.get(person.id) ?? { x: 0, y: 0 }, changes.get(person.id), today),
  )
  const bonds = bondsOf(family)
  const at = new Map(people.map(person => [person.id, person]))
  const couples = coupleRoutes(family, bonds, at)
  return {
    people,
    couples,
    descents: descentRoutes(bonds, at, couples),
    box: boxAround(people, couples),
  }
}

const margin = 24

function boxAround(
  people: readonly DrawnPerson[],
  couples: readonly CoupleRoute[],
): Drawing['box'] {
  if (people.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const left = Math.min(...people.map(({ x }) => x)) - halfLabel - margin
  const right = Math.max(...people.map(({ x }) => x)) + halfLabel + margin
  const highest = Math.min(...people.map(({ y }) => y)) - 2 * symbolRadius
  const arches = couples.flatMap(({ points }) => points.map(({ y }) => y))
  const top = Math.min(highest, ...arches) - margin
  const bottom = Math.max(...people.map(footOf)) + margin
  return { x: left, y: top, width: right - left, height: bottom - top }
}
