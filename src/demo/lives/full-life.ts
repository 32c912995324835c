import { ageOn } from '#domain/calendar/age.ts'
import { addMonths } from '#domain/calendar/months.ts'
import { addDays, earliest, latest, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Facts } from '#domain/circumstances/circumstance-kind.ts'
import type { CircumstanceKind } from '#domain/vocabulary/children.ts'
import { places } from '../place/place.ts'
import type { Random } from '../random.ts'
import type { Circumstances } from './circumstances.ts'
import type { DemoChild } from './make-child.ts'
import { recordedAt, type Making } from './making.ts'

interface About {
  readonly lives: Circumstances
  /** The day on which the service met the child. */
  readonly on: PlainDate
}

interface Life extends About {
  readonly making: Making
  readonly random: Random
  readonly child: DemoChild
}

/**
 * Writes what lasted in a child's life beside the first facts: kinds of home, earlier schools, help with health, bail. A few records have
 * gaps and contradictions, as records have.
 */
export function writeFullLife(
  making: Making,
  random: Random,
  child: DemoChild,
  about: About,
): void {
  const life: Life = { making, random, child, ...about }
  writeHomes(life)
  writeEarlierSchools(life)
  writeCare(life)
  if (ageOn(child.bornOn, about.on) < 10) return
  writeHelp(life)
  writeWorries(life)
  confirmSome(life)
}

interface NewSpell {
  readonly value: string
  readonly facts?: Facts
  readonly detail?: string
  readonly from: PlainDate
  readonly to?: PlainDate | null
  readonly source: string
}

function write({ making, random, child, on }: Life, kind: CircumstanceKind, spell: NewSpell): void {
  making.rows.circumstances.push({
    id: random.uuid(),
    childId: child.id,
    kind,
    value: spell.value,
    detail: spell.detail ?? null,
    facts: JSON.stringify(spell.facts ?? {}),
    startedOn: latest(spell.from, child.bornOn),
    endedOn: spell.to ?? null,
    source: spell.source,
    recordedAt: recordedAt(on, 9),
    recordedBy: null,
  })
}

function spellsOf({ making, child }: Life, kind: CircumstanceKind) {
  return making.rows.circumstances.filter(row => row.childId === child.id && row.kind === kind)
}

/** A kind of home for each address; a child looked after has lived in more than one place. */
function writeHomes(life: Life): void {
  const { random, lives } = life
  const source = lives.isLookedAfter ? 'Social worker' : 'A parent or carer'
  const homes = spellsOf(life, 'address')
  const before = homes.filter(({ endedOn }) => endedOn != null)
  for (const home of before) {
    const facts = { suitability: 'suitable', withWhom: 'the family' }
    const to = home.endedOn ?? null
    write(life, 'accommodation', { value: 'at-home', facts, from: home.startedOn, to, source })
  }
  const now = homes.find(({ endedOn }) => endedOn == null)
  if (now === undefined) return
  let from = now.startedOn
  if (lives.isLookedAfter && random.chance(0.7)) {
    const moved = addDays(from, random.whole(20, 90))
    const to = earliest(moved, life.on)
    const facts = { suitability: 'suitable' }
    write(life, 'accommodation', { value: 'temporary-accommodation', facts, from, to, source })
    from = to
  }
  write(life, 'accommodation', { ...homeNow(life), from, source })
}

function homeNow({ random, lives }: Life): Pick<NewSpell, 'value' | 'facts'> {
  // One in eight records has not caught up with care, or calls a bed and breakfast suitable.
  if (lives.isLookedAfter && random.chance(0.12)) {
    return { value: 'at-home', facts: { suitability: 'suitable' } }
  }
  if (lives.livesInHome) {
    const value = random.pick(['residential-unit-private', 'residential-unit-la'])
    return { value, facts: { suitability: 'suitable', withWhom: 'three other children' } }
  }
  if (lives.isLookedAfter) {
    const value = random.pick(['foster-care-la', 'foster-care-private'])
    return { value, facts: { suitability: 'suitable', withWhom: 'a foster family' } }
  }
  return random.pickWeighted<Pick<NewSpell, 'value' | 'facts'>>([
    [{ value: 'at-home', facts: { suitability: 'suitable', withWhom: 'the family' } }, 80],
    [
      {
        value: 'living-with-family-not-parents',
        facts: { suitability: 'suitable', withWhom: 'a grandparent' },
      },
      9,
    ],
    [{ value: 'at-home', facts: { suitability: 'unsuitable', withWhom: 'the family' } }, 5],
    [{ value: 'bed-and-breakfast', facts: { suitability: 'suitable' } }, 2],
    [{ value: 'bed-and-breakfast', facts: { suitability: 'unsuitable' } }, 2],
    [{ value: 'unknown', facts: { suitability: 'unknown' } }, 2],
  ])
}

/** One to three schools before the one now, sometimes with weeks between that nobody wrote down. */
function writeEarlierSchools(life: Life): void {
  const { random, child, lives } = life
  const now = spellsOf(life, 'education')[0]
  if (now === undefined) return
  let end = now.startedOn
  let later = now.value
  for (let left = random.whole(1, 3); left > 0; left -= 1) {
    if (random.chance(0.2)) end = addDays(end, -random.whole(10, 60))
    const from = addMonths(end, -random.whole(5, 26))
    if (ageOn(child.bornOn, from) < 5) return
    const isOwn = random.chance(0.6)
    const schools = isOwn ? places.towns.map(({ school }) => school) : places.alternativeSchools
    const value = random.pick(schools.filter(school => school !== later))
    later = value
    const provision = isOwn ? 'school-full-time' : 'alternative-provision-other-part-time'
    const facts = { provision, hoursOffered: isOwn ? 25 : 15, suitability: 'suitable' }
    write(life, 'education', { value, facts, from, to: end, source: 'School or college' })
    if (lives.education.id === 'excluded' || random.chance(0.2)) writeSuspension(life, from, end)
    end = from
  }
}

function writeSuspension(life: Life, from: PlainDate, end: PlainDate): void {
  const { random, child } = life
  const started = earliest(addDays(from, random.whole(20, 120)), addDays(end, -3))
  const to = earliest(addDays(started, random.whole(1, 5)), end)
  const facts = { school: child.town.school }
  const source = 'School or college'
  write(life, 'exclusion', { value: 'suspension', facts, from: started, to, source })
}

/** Under which law, and who the social worker is. */
function writeCare(life: Life): void {
  const { random, lives } = life
  if (lives.careStatus === null || lives.careStatus === 'early-help') return
  const basis = lives.careStatus === 'care-order' ? 'care-order' : 'section-20'
  const socialWorker = random.pick(life.making.staff.socialWorkers).name
  const facts = lives.isLookedAfter ? { legalBasis: basis, socialWorker } : { socialWorker }
  for (const care of spellsOf(life, 'care-status')) care.facts = JSON.stringify(facts)
}

/** Help with how a child feels, and with alcohol and drugs. */
function writeHelp(life: Life): void {
  const { random, on, lives } = life
  const isAnxious = lives.need.id === 'anxiety' || lives.need.id === 'bereaved'
  if (isAnxious || random.chance(0.25)) {
    const value = random.pick(['getting-advice', 'getting-help', 'getting-additional-help'])
    const from = addDays(on, -random.whole(20, 200))
    write(life, 'mental-health', {
      value,
      facts: stepsFrom(random, from, on),
      from,
      source: 'Health',
    })
  }
  if (!random.chance(0.2)) return
  const value = random.pick(['targeted-intervention', 'not-decided', 'no-intervention'])
  const from = addDays(on, -random.whole(5, 60))
  const facts = { screenedOn: from.toString() }
  write(life, 'substance-use', { value, facts, from, source: 'The child' })
}

/** As far as it had come when the service met the child; one in twelve was written down in the wrong order. */
function stepsFrom(random: Random, from: PlainDate, on: PlainDate): Facts {
  const referred = addDays(from, random.whole(1, 10))
  const offered = addDays(referred, random.whole(7, 40))
  const began = addDays(offered, random.chance(0.08) ? -3 : random.whole(3, 21))
  const steps = { screenedOn: from, referredOn: referred, offeredOn: offered, helpStartedOn: began }
  const done = Object.entries(steps).filter(([, day]) => day.since(on).sign <= 0)
  return Object.fromEntries(done.map(([id, day]) => [id, day.toString()]))
}

/** What people are worried about, and how the child stands before the police. */
function writeWorries(life: Life): void {
  const { random, on } = life
  if (random.chance(0.1)) {
    const from = addDays(on, -random.whole(10, 150))
    const level = random.pick(['low', 'medium', 'high'])
    const source = 'Police'
    write(life, 'exploitation-concern', { value: 'criminal', facts: { level }, from, source })
    if (level === 'high') {
      const stage = { value: 'referred', from: addDays(from, 5), source: 'Social worker' }
      write(life, 'nrm', { ...stage, to: addDays(from, 9) })
      write(life, 'nrm', { ...stage, value: 'reasonable-grounds', from: addDays(from, 9) })
    }
  }
  if (!random.chance(0.25)) return
  const from = addDays(on, -random.whole(5, 40))
  const value = random.pick(['released-under-investigation', 'police-bail-conditional'])
  write(life, 'legal-status', { value, from, to: on, source: 'Police' })
}

/** What somebody said again at a visit. */
function confirmSome(life: Life): void {
  const { making, random, on } = life
  const home = spellsOf(life, 'address').find(({ endedOn }) => endedOn == null)
  if (home?.id === undefined || !random.chance(0.5)) return
  const confirmedOn = earliest(addDays(on, random.whole(14, 150)), making.today)
  making.rows.circumstanceConfirmations.push({
    id: random.uuid(),
    circumstanceId: home.id,
    confirmedOn,
    source: random.pick(['The child', 'A parent or carer', 'We saw it ourselves']),
    recordedAt: recordedAt(confirmedOn),
    recordedBy: null,
  })
}
