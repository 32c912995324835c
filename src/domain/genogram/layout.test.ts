import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { Family } from '../family/family.ts'
import { parentNatures, partnerStatuses } from '../vocabulary/family.ts'
import { sexes } from '../vocabulary/children.ts'
import { drawFamily } from './drawing.ts'
import { footOf, halfLabel, symbolRadius } from './drawn-person.ts'
import { layOut, rowHeight } from './layout.ts'
import { columnWidth } from './spread.ts'
import { families, familyOf } from './testing/families.ts'

const today = plainDate('2026-03-02')

/** Somebody of a number can only be a parent to somebody of a higher one, so that nobody is their own ancestor. */
const anyFamily: fc.Arbitrary<Family> = fc.integer({ min: 1, max: 24 }).chain(count => {
  const one = fc.nat({ max: count - 1 })
  const id = (number: number) => `p${String(number).padStart(2, '0')}`
  const link = fc.tuple(one, one, fc.constantFrom(...keysOf(parentNatures)))
  const couple = fc.tuple(one, one, fc.constantFrom(...keysOf(partnerStatuses)))
  return fc
    .record({
      child: one,
      sexes: fc.array(fc.constantFrom(...keysOf(sexes)), { minLength: count, maxLength: count }),
      born: fc.array(fc.option(fc.integer({ min: 1920, max: 2020 })), {
        minLength: count,
        maxLength: count,
      }),
      parents: fc.array(link, { maxLength: 40 }),
      partners: fc.array(couple, { maxLength: 16 }),
    })
    .map(({ child, sexes: ofEach, born, parents, partners }) => ({
      people: Array.from({ length: count }, (_, number) => ({
        id: id(number),
        name: `Alexandria-${id(number)} Featherstonehaugh`,
        sex: ofEach[number] ?? 'not-known',
        bornOn: born[number] == null ? null : plainDate(`${born[number]}-01-01`),
        diedOn: null,
        isTheChild: number === child,
        knownChildId: null,
      })),
      parents: parents
        .filter(([a, b]) => a !== b)
        .map(([a, b, nature]) => ({
          parentId: id(Math.min(a, b)),
          childId: id(Math.max(a, b)),
          nature,
        })),
      partners: partners
        .filter(([a, b]) => a !== b)
        .map(([a, b, status]) => ({ a: id(a), b: id(b), status, from: null, to: null })),
    }))
})

function keysOf<Key extends string>(list: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(list) as Key[]
}

function placeOf(places: ReturnType<typeof layOut>, id: string) {
  const place = places.get(id)
  if (place === undefined) throw new Error(`${id} has no place`)
  return place
}

describe('a family laid out', () => {
  it('has everybody in it, once, and nobody on anybody else', () => {
    fc.assert(
      fc.property(anyFamily, family => {
        const places = layOut(family)
        expect([...places.keys()].toSorted()).toEqual(family.people.map(({ id }) => id).toSorted())
        for (const [one, at] of places) {
          for (const [other, there] of places) {
            if (one >= other || at.y !== there.y) continue
            expect(Math.abs(at.x - there.x), `${one} and ${other}`).toBeGreaterThanOrEqual(
              columnWidth,
            )
          }
        }
      }),
    )
  })

  it('has every child below each of their parents', () => {
    fc.assert(
      fc.property(anyFamily, family => {
        const places = layOut(family)
        for (const { parentId, childId } of family.parents) {
          expect(placeOf(places, childId).y).toBeGreaterThan(placeOf(places, parentId).y)
        }
      }),
    )
  })

  it('is the same in whatever order its people and links come, with the child at 0, 0', () => {
    fc.assert(
      fc.property(anyFamily, family => {
        const turned = {
          people: family.people.toReversed(),
          parents: family.parents.toReversed(),
          partners: family.partners,
        }
        const places = layOut(family)
        expect(layOut(turned)).toEqual(places)
        const child = family.people.find(({ isTheChild }) => isTheChild)
        expect(placeOf(places, child?.id ?? '')).toEqual({ x: 0, y: 0 })
      }),
    )
  })

  it('has no words over other words or symbols', () => {
    fc.assert(
      fc.property(anyFamily, family => {
        const { people } = drawFamily(family, [], today)
        for (const one of people) {
          expect(footOf(one) - one.y).toBeLessThan(rowHeight - 2 * symbolRadius)
          for (const line of [...one.nameLines, ...one.inside]) {
            expect(line.length * 8, line).toBeLessThanOrEqual(2 * halfLabel)
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('survives a record in which somebody is their own ancestor', () => {
    const ring = familyOf(['*Cas f', 'Ann f', 'Bea f'], ['Ann > Bea', 'Bea > Cas', 'Cas > Ann'])
    expect(layOut(ring).size).toBe(3)
  })

  it('keeps partners in one row unless one descends from the other', () => {
    const places = layOut(families.threeGenerations)
    for (const { a, b } of families.threeGenerations.partners) {
      expect(placeOf(places, a).y).toBe(placeOf(places, b).y)
    }
    const own = familyOf(['*Cas f', 'Ann f', 'Bob m'], ['Ann > Cas'], ['Ann Cas together'])
    const odd = layOut(own)
    expect(placeOf(odd, 'Cas').y).toBeGreaterThan(placeOf(odd, 'Ann').y)
  })

  it('chains second partners outwards and puts half-brothers and half-sisters under the right pair', () => {
    const places = layOut(families.secondPartners)
    const across = (...ids: string[]) => ids.map(id => placeOf(places, id).x)
    const rising = (numbers: number[]) => numbers.toSorted((a, b) => a - b)
    for (const row of [
      ['Dee', 'Bob', 'Ann', 'Carl'],
      ['Finn', 'Gus', 'Sam', 'Robin', 'Eve'],
    ]) {
      expect(across(...row)).toEqual(rising(across(...row)))
    }
  })

  it.each([
    ['a grandmother', 'Jean f 1955', -2],
    ['an aunt', 'Jean f 1986', -1],
    ['a friend of the same age', 'Jean f 2011', 0],
  ])('puts %s to whom no line leads into the row of her age', (_, who, row) => {
    const places = layOut(familyOf(['*Robin f 2011', who]))
    expect(placeOf(places, 'Jean').y).toBe(row * rowHeight)
  })
})
