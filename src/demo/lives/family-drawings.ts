import type { Family } from '#domain/family/family.ts'
import { drawnKinds } from '#domain/family/links-for.ts'
import { stepLength } from '#domain/genogram/move-piece.ts'
import { layOut, type Place } from '#domain/genogram/layout.ts'
import type { GenogramSymbol } from '#domain/genogram/symbols.ts'
import type { RelationshipKind, Sex } from '#domain/vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '#domain/vocabulary/family.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import type { Making } from './making.ts'

/** What some families call somebody in their drawing, by who they are to the child. */
const names: Partial<Record<RelationshipKind, readonly string[]>> = {
  mother: ['Mum', 'My mum'],
  father: ['Dad', 'My dad'],
}

const symbols: readonly GenogramSymbol[] = ['star', 'heart', 'hexagon', 'triangle']
const words: readonly string[] = ['Always there', 'Makes me laugh', 'Best cook', 'My rock']

/** In some of the drawings that were made with a family, the family changed symbols and names and moved pieces. */
export function writeFamilyDrawings({ rows }: Making, random: Random): void {
  const familyFor = familyReader(rows)
  for (const event of rows.caseEvents) {
    if (event.kind !== 'genogram' || event.topic !== 'drawn') continue
    const own = random.fork(event.childId)
    const around = rows.relationships.filter(({ childId }) => childId === event.childId)
    if (around.length < 2 || !own.chance(0.5)) continue
    const write = pieceWriter(rows, own, event)
    writeLooks(own, around, write)
    const far = farthestRight(layOut(familyFor(event.childId)))
    if (far !== null && own.chance(0.6)) write(far.id, { x: far.x + 2 * stepLength, y: far.y })
  }
}

type Change = Partial<Place & { symbol: GenogramSymbol; words: string; label: string }>
type Write = (personId: string, change: Change) => void

function pieceWriter(rows: Rows, random: Random, event: Rows['caseEvents'][number]): Write {
  const { childId, recordedBy = null } = event
  const at = event.recordedAt === undefined ? {} : { recordedAt: event.recordedAt }
  return (personId, change) => {
    const known = rows.genogramPieces.findIndex(
      piece => piece.childId === childId && piece.personId === personId,
    )
    const before = rows.genogramPieces[known]
    if (before === undefined) {
      rows.genogramPieces.push({
        ...{ id: random.uuid(), childId, personId, recordedBy, ...at },
        ...{ x: null, y: null, symbol: null, words: null, label: null },
        ...change,
      })
    } else rows.genogramPieces[known] = { ...before, ...change }
  }
}

function writeLooks(random: Random, around: Rows['relationships'], write: Write): void {
  for (const { kind, personId } of around) {
    const called = names[kind as RelationshipKind]
    if (called !== undefined && random.chance(0.5)) {
      write(personId, { label: random.pick(called) })
    }
    if (kind === 'sibling' && random.chance(0.5)) write(personId, { symbol: random.pick(symbols) })
    if (kind === 'grandparent' && random.chance(0.4)) {
      write(personId, { symbol: 'words', words: random.pick(words) })
    }
  }
}

/** Further out there is always room. */
function farthestRight(places: ReadonlyMap<string, Place>) {
  const all = [...places].map(([id, place]) => ({ id, ...place }))
  return all.reduce<(typeof all)[number] | null>(
    (far, one) => (far === null || one.x > far.x ? one : far),
    null,
  )
}

/** Families by child, as somebody who may open every child would see them. */
function familyReader(rows: Rows): (childId: string) => Family {
  const people = new Map(rows.people.map(person => [person.id ?? '', person]))
  const children = new Map(rows.children.map(child => [child.id ?? '', child]))
  const links = linksByPerson(rows)
  return childId => {
    const child = children.get(childId)
    const around = rows.relationships.filter(
      one => one.childId === childId && drawnKinds.includes(one.kind as RelationshipKind),
    )
    const start = [child?.personId ?? '', ...around.map(({ personId }) => personId)]
    const reached = reach(start, links)
    const among = [...reached].flatMap(id => links.get(id) ?? [])
    const once = [...new Set(among)]
    return {
      people: [...reached].flatMap(id => {
        const person = people.get(id)
        if (person === undefined) return []
        const isTheChild = id === child?.personId
        return [
          {
            ...{ id, name: person.givenName, isTheChild, knownChildId: null },
            sex: (person.sex ?? 'not-known') as Sex,
            bornOn: person.bornOn ?? null,
            diedOn: person.diedOn ?? null,
          },
        ]
      }),
      parents: once.flatMap(link =>
        link.kind === 'parent'
          ? [
              {
                parentId: link.fromPersonId,
                childId: link.toPersonId,
                nature: link.nature as ParentNature,
              },
            ]
          : [],
      ),
      partners: once.flatMap(link =>
        link.kind === 'partner'
          ? [
              {
                ...{ a: link.fromPersonId, b: link.toPersonId },
                ...{ status: link.nature as PartnerStatus, from: null, to: null },
              },
            ]
          : [],
      ),
    }
  }
}

type Links = ReadonlyMap<string, readonly Rows['familyLinks'][number][]>

function linksByPerson(rows: Rows): Links {
  const links = new Map<string, Rows['familyLinks']>()
  for (const link of rows.familyLinks) {
    for (const id of [link.fromPersonId, link.toPersonId]) {
      links.set(id, [...(links.get(id) ?? []), link])
    }
  }
  return links
}

function reach(start: readonly string[], links: Links): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === '' || reached.has(id)) continue
    reached.add(id)
    open.push(...(links.get(id) ?? []).flatMap(one => [one.fromPersonId, one.toPersonId]))
  }
  return reached
}
