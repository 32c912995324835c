import { addMonths } from '#domain/calendar/months.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays, isBefore, latest } from '#domain/calendar/plain-date.ts'
import { identifierKey } from '#domain/matching/identifiers.ts'
import type { Identifier } from '#domain/matching/person.ts'
import type { Sex } from '#domain/vocabulary/children.ts'
import { matchKeysOf } from '#records/new-child.ts'
import { anyDayIn } from '../days.ts'
import { names, places, type Origin, type Town } from '../place/place.ts'
import type { Random } from '../random.ts'
import { drawNhsNumber, drawPnc, drawUln, drawUpn } from './draw-identifiers.ts'
import { drawIdentity } from './draw-identity.ts'
import { recordedAt, type Making } from './making.ts'

export interface DemoChild {
  readonly id: string
  /** The id of the child's own person, where families need one. */
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly pronouns: string | null
  readonly sex: Sex
  readonly bornOn: PlainDate
  readonly origin: Origin
  readonly town: Town
}

export interface ChildWish {
  /** The first and the last day on which the child is met: aged 10 to 17 on both. */
  readonly firstOn: PlainDate
  readonly lastOn: PlainDate
  readonly family?: Pick<DemoChild, 'familyName' | 'origin' | 'town'>
  readonly bornOn?: PlainDate
  /** Where the family may live; anywhere when not given. */
  readonly towns?: readonly Town[]
  /** Share of children with a number of the police computer. */
  readonly knownToPolice?: number
}

/** Makes an invented child, with the identifiers and keys by which other systems and searches find them. */
export function makeChild(making: Making, random: Random, wish: ChildWish): DemoChild {
  const identity = inventChild(making, random, wish)
  const { firstOn } = wish
  const ids = identifiersOf(random, firstOn, wish.knownToPolice ?? 0.6)
  const asked = random.chance(0.96)
  const needsInterpreter = random.chance(identity.origin.needsInterpreter)
  const ofLastYears = firstOn.year >= making.today.year - 1
  making.rows.children.push({
    id: identity.id,
    givenName: identity.givenName,
    familyName: identity.familyName,
    knownAs: identity.knownAs,
    pronouns: identity.pronouns,
    bornOn: identity.bornOn,
    sex: identity.sex,
    ethnicity: asked ? random.pick(identity.origin.ethnicities) : 'not-asked',
    ethnicityAskedOn: asked ? addDays(firstOn, random.whole(0, 9)) : null,
    firstLanguage: identity.origin.language,
    needsInterpreter,
    communication: null,
    whatMatters: null,
    bestWayToReach: null,
    originatingServiceId: null,
    matchKeys: [...matchKeysOf(identity)],
    recordedAt: recordedAt(firstOn, 8),
    recordedBy: null,
    ...drawIdentity(random.fork('identity'), identity, {
      asked: ofLastYears ? 0.85 : 0.3,
      needsInterpreter,
    }),
    personId: null,
  })
  making.rows.childIdentifiers.push(
    ...ids.map(identifier => ({
      id: random.uuid(),
      childId: identity.id,
      ...identifier,
      valueKey: identifierKey(identifier),
      recordedAt: recordedAt(firstOn, 8),
      recordedBy: null,
    })),
  )
  return identity
}

function inventChild(making: Making, random: Random, wish: ChildWish): DemoChild {
  const sex: Sex = random.chance(0.22) ? 'female' : 'male'
  const { origin, town } = wish.family ?? {
    origin: random.pickWeighted(names.origins.map(one => [one, one.weight] as const)),
    town: random.pick(wish.towns ?? places.towns),
  }
  const givenNames = sex === 'female' ? origin.girls : origin.boys
  const name = freeName(making, random, { givenNames, ...familyNamesFor(wish, origin) })
  return {
    id: random.uuid(),
    personId: random.fork('person').uuid(),
    ...name,
    knownAs: random.chance(0.75) ? (names.knownAs[name.givenName] ?? null) : null,
    pronouns: drawPronouns(random, sex),
    sex,
    bornOn: wish.bornOn ?? birthDate(random, wish.firstOn, wish.lastOn),
    origin,
    town,
  }
}

/** A brother or sister has the family's name; others have one from where their family comes from, and families mix. */
function familyNamesFor({ family }: ChildWish, origin: Origin) {
  return family === undefined
    ? { ownFamilyNames: origin.family, otherFamilyNames: everyFamilyName }
    : { ownFamilyNames: [family.familyName], otherFamilyNames: [family.familyName] }
}

function drawPronouns(random: Random, sex: Sex): string | null {
  return random.pickWeighted<string | null>([
    [null, 60],
    [sex === 'female' ? 'she/her' : 'he/him', 38],
    ['they/them', 2],
  ])
}

const everyFamilyName = names.origins.flatMap(one => one.family)

function freeName(
  making: Making,
  random: Random,
  from: {
    readonly givenNames: readonly string[]
    readonly ownFamilyNames: readonly string[]
    readonly otherFamilyNames: readonly string[]
  },
): { givenName: string; familyName: string } {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // After many children an origin's own family names run out; families mix.
    const familyNames = attempt < 25 ? from.ownFamilyNames : from.otherFamilyNames
    const name = {
      givenName: random.pick(from.givenNames),
      familyName: random.pick(familyNames),
    }
    const full = `${name.givenName} ${name.familyName}`
    if (making.namesTaken.has(full)) continue
    making.namesTaken.add(full)
    return name
  }
  return { givenName: random.pick(from.givenNames), familyName: random.pick(from.ownFamilyNames) }
}

/** Young enough to be 17 at the last meeting and old enough at the first: 13 and more where that can be, and never under ten. */
function birthDate(random: Random, firstOn: PlainDate, lastOn: PlainDate): PlainDate {
  const from = addDays(addMonths(lastOn, -18 * 12), 3)
  const ten = addDays(addMonths(firstOn, -10 * 12), -3)
  const thirteen = addMonths(firstOn, -(random.chance(0.15) ? 11 : 13) * 12)
  const to = isBefore(thirteen, from) ? latest(from, ten) : thirteen
  if (isBefore(ten, from)) throw new RangeError('Nobody is aged 10 to 17 for that long')
  return anyDayIn(random, { from, to: isBefore(ten, to) ? ten : to })
}

function identifiersOf(random: Random, firstOn: PlainDate, knownToPolice: number): Identifier[] {
  const ids: Identifier[] = []
  if (random.chance(knownToPolice)) {
    ids.push({ kind: 'pnc', value: drawPnc(random.fork('pnc'), firstOn.year) })
  }
  if (firstOn.year < 2023 || random.chance(0.12)) {
    ids.push({ kind: 'previous-system', value: `AM-${random.whole(1_000_000, 9_999_999)}` })
  }
  if (random.chance(0.3)) {
    ids.push({ kind: 'upn', value: drawUpn(random.fork('upn')) })
  }
  const others = random.fork('other numbers')
  if (others.chance(0.4)) ids.push({ kind: 'nhs', value: drawNhsNumber(others) })
  if (others.chance(0.12)) ids.push({ kind: 'uln', value: drawUln(others) })
  return ids
}
