import { ageOfMajority, ageOn } from '../calendar/age.ts'
import { formatDate } from '../calendar/format-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Family, FamilyMember, PartnerLink } from '../family/family.ts'
import { relationshipKinds, type RelationshipKind, type Sex } from '../vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '../vocabulary/family.ts'
import type { GenogramPiece } from './drawn-person.ts'
import { kinshipIn, type Kinship } from './kinship.ts'
import { layOut, rowHeight } from './layout.ts'
import { genogramSymbols } from './symbols.ts'

/** One person of a drawing in words. */
export interface PersonInWords {
  readonly id: string
  readonly name: string
  /** Who they are to the child. */
  readonly kinship: string
  /** The rest of the sentence: age, parents, partners, children, and how they are drawn. */
  readonly facts: readonly string[]
}

/** What the child's own file says of people, by person. */
export type Around = ReadonlyMap<
  string,
  { readonly kind: RelationshipKind; readonly livesWithChild: boolean }
>

/** People of one row, with its name. */
export interface GenerationInWords {
  readonly title: string
  readonly people: readonly PersonInWords[]
}

/**
 * A drawing in words: everything that the picture says, one sentence for each person, the child first and then row by row
 * from the top, each from left to right as it is laid out.
 *
 * @param around what the child's own file says of people, by person
 */
export function familyInWords(
  family: Family,
  pieces: readonly GenogramPiece[],
  { today, around }: { readonly today: PlainDate; readonly around: Around },
): GenerationInWords[] {
  const names = new Map(
    family.people.map(({ id, name }) => [id, pieceOf(pieces, id)?.label ?? name]),
  )
  const kinship = kinshipIn(family)
  const sentence = (person: FamilyMember): PersonInWords => {
    const who = kinship.get(person.id) ?? byTheFile(around.get(person.id))
    const piece = pieceOf(pieces, person.id)
    return {
      id: person.id,
      name: names.get(person.id) ?? person.name,
      kinship: who.words,
      facts: [
        ...nameFacts(person, piece),
        ...lifeFacts(person, who, today),
        ...(around.get(person.id)?.livesWithChild === true ? ['lives with the child'] : []),
        ...parentFacts(family, person.id, names),
        ...partnerFacts(family, person.id, names),
        ...childFacts(family, person.id, names),
        ...symbolFacts(piece),
      ],
    }
  }
  const places = layOut(family)
  const rowOf = ({ id }: FamilyMember) => (places.get(id)?.y ?? 0) / rowHeight
  const across = ({ id }: FamilyMember) => places.get(id)?.x ?? 0
  const child = family.people.filter(({ isTheChild }) => isTheChild)
  const others = family.people
    .filter(({ isTheChild }) => !isTheChild)
    .sort((a, b) => across(a) - across(b))
  const numbers = [...new Set(others.map(rowOf))].sort((a, b) => a - b)
  return [
    { title: 'The child', people: child.map(sentence) },
    ...numbers.map(row => ({
      title: rowTitle(row),
      people: others.filter(person => rowOf(person) === row).map(sentence),
    })),
  ].filter(({ people }) => people.length > 0)
}

const titles: Readonly<Record<number, string>> = {
  [-3]: 'Great-grandparents’ generation',
  [-2]: 'Grandparents’ generation',
  [-1]: 'Parents’ generation',
  0: 'The child’s own generation',
  1: 'The next generation',
}

function rowTitle(row: number): string {
  return titles[row] ?? (row < 0 ? `${-row} generations up` : `${row} generations down`)
}

function pieceOf(pieces: readonly GenogramPiece[], id: string): GenogramPiece | undefined {
  return pieces.find(({ personId }) => personId === id)
}

function nameFacts(person: FamilyMember, piece: GenogramPiece | undefined): string[] {
  const label = piece?.label ?? person.name
  return label === person.name ? [] : [`recorded as ${person.name}`]
}

const grown: Readonly<Record<Sex, string>> = {
  female: 'a woman',
  male: 'a man',
  'not-known': 'gender not known or another',
}
const young: Readonly<Record<Sex, string>> = { ...grown, female: 'a girl', male: 'a boy' }

function lifeFacts(person: FamilyMember, { saysSex }: Kinship, today: PlainDate): string[] {
  const { bornOn, diedOn, sex } = person
  const isYoung = bornOn !== null && ageOn(bornOn, diedOn ?? today) < ageOfMajority
  const word = (isYoung || person.isTheChild ? young : grown)[sex]
  return [...(saysSex ? [] : [word]), ...lifeInYears(bornOn, diedOn, today)]
}

function lifeInYears(
  bornOn: PlainDate | null,
  diedOn: PlainDate | null,
  today: PlainDate,
): string[] {
  if (diedOn === null) return bornOn === null ? [] : [`${ageOn(bornOn, today)} years old`]
  const died = `died on ${formatDate(diedOn)}`
  return [bornOn === null ? died : `${died}, aged ${ageOn(bornOn, diedOn)}, born in ${bornOn.year}`]
}

/** Who somebody is to whom no line leads: what the file calls them. */
function byTheFile(around: ReturnType<Around['get']>): Kinship {
  const name = around === undefined ? 'Family' : relationshipKinds[around.kind]
  return { words: `${name}, by a way that is not recorded`, saysSex: false }
}

type Names = ReadonlyMap<string, string>

const natureWords: Readonly<Record<ParentNature, string>> = {
  birth: '',
  adoptive: ' (adoptive)',
  foster: ' (foster)',
  step: ' (step)',
}

function parentFacts({ parents }: Family, id: string, names: Names): string[] {
  const own = parents.filter(({ childId }) => childId === id)
  if (own.length === 0) return []
  const listed = own.map(
    ({ parentId, nature }) => `${nameIn(names, parentId)}${natureWords[nature]}`,
  )
  return [`${listed.length === 1 ? 'parent' : 'parents'}: ${inList(listed)}`]
}

function childFacts({ parents }: Family, id: string, names: Names): string[] {
  const own = parents.filter(({ parentId }) => parentId === id)
  if (own.length === 0) return []
  const listed = own.map(({ childId, nature }) => `${nameIn(names, childId)}${natureWords[nature]}`)
  return [`${listed.length === 1 ? 'child' : 'children'}: ${inList(listed)}`]
}

const statusWords: Readonly<Record<PartnerStatus, string>> = {
  married: 'married to or in a civil partnership with',
  together: 'together with',
  separated: 'separated from',
  divorced: 'divorced from',
}

function partnerFacts({ partners }: Family, id: string, names: Names): string[] {
  return partners
    .filter(({ a, b }) => a === id || b === id)
    .map(link => {
      const other = nameIn(names, link.a === id ? link.b : link.a)
      return `${coupleWords(link)} ${other}${yearsTogether(link)}`
    })
}

function coupleWords({ status, to }: PartnerLink): string {
  const isOver = to !== null && (status === 'married' || status === 'together')
  return `${isOver ? 'was ' : ''}${statusWords[status]}`
}

function yearsTogether({ from, to }: PartnerLink): string {
  if (from !== null && to !== null) return ` (a couple from ${from.year} to ${to.year})`
  if (from !== null) return ` (a couple since ${from.year})`
  return to === null ? '' : ` (a couple until ${to.year})`
}

function symbolFacts(piece: GenogramPiece | undefined): string[] {
  if (piece?.symbol == null) return []
  if (piece.symbol === 'words') return [`drawn as the words “${piece.words ?? ''}”`]
  return [`drawn as a ${genogramSymbols[piece.symbol].toLowerCase()}`]
}

function nameIn(names: Names, id: string): string {
  return names.get(id) ?? ''
}

/** "Ann", "Ann and Bob", "Ann, Bob and Cas" */
function inList(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}
