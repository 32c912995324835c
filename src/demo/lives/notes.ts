import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Attendance, ContactKind } from '#domain/vocabulary/work.ts'
import { deckOf, type Deck } from '../words/deck.ts'
import { fill } from '../words/fill.ts'
import { casework, general } from '../words/people.ts'
import type { CaseLife } from './case-life.ts'

/** Writes the notes of one case, to the child, without saying the same thing twice. */
export interface NoteWriter {
  write(contact: {
    readonly kind: ContactKind
    readonly on: PlainDate
    readonly attendance: Attendance
    readonly place: string | null
    readonly sawParent: boolean
    readonly isFirst: boolean
  }): string
}

type Absence = Exclude<Attendance, 'attended'>
type Contact = Parameters<NoteWriter['write']>[0]

/** Sentences that begin with @ are about a walk outside, with # about a visit at home, with & about one with the parent there. */
const bound = /^[@#&]/

/** A writer for this case: its decks hold what fits the child, what happened and what the child loves. */
export function noteWriter(life: CaseLife): NoteWriter {
  const decks = makeDecks(life)
  return {
    write: contact => {
      const sentences =
        contact.attendance === 'attended'
          ? attended(life, decks, contact)
          : [absence(life, contact.attendance, contact.kind)]
      const voice = { ...life.voice, weekday: weekdays[contact.on.dayOfWeek - 1] ?? 'the day' }
      return sentences.map(sentence => fill(sentence.replace(bound, ''), voice)).join(' ')
    },
  }
}

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')

interface Decks {
  readonly theme: Deck
  readonly general: Deck
  readonly family: Deck
  readonly closings: Deck
  readonly phone: Deck
  readonly openings: Readonly<Record<ContactKind, Deck>>
}

function makeDecks({ random, known, story }: CaseLife): Decks {
  const { lives, interest, parent } = known
  const sessions = story === null ? [] : story.sessions
  const byThemself = parent.isWoman ? general.familyFemale : general.familyMale
  const openings = Object.entries(general.openings).map(
    ([kind, sentences]) => [kind, deckOf(random, sentences)] as const,
  )
  return {
    // What happened weighs most in the first weeks, and the child's own thread runs through all of it.
    theme: deckOf(random, [
      ...sessions,
      ...interest.notes,
      ...lives.education.notes,
      ...lives.need.notes,
    ]),
    general: deckOf(random, general.general),
    family: deckOf(random, [...general.family, ...byThemself]),
    closings: deckOf(random, general.closings),
    phone: deckOf(random, casework.phone),
    openings: Object.fromEntries(openings) as Record<ContactKind, Deck>,
  }
}

function attended(life: CaseLife, decks: Decks, contact: Contact): string[] {
  const { random } = life
  if (contact.isFirst) return firstVisit(life, decks, contact)
  const fits = (sentence: string) => suits(sentence, contact, life)
  const opening =
    decks.openings[contact.kind].deal(fits) ??
    random.pick(general.openings[contact.kind].filter(fits))
  const closing = random.chance(0.75) ? decks.closings.deal() : undefined
  if (contact.kind === 'phone') return present([opening, decks.phone.deal(), closing])
  const theme = decks.theme.deal(fits)
  const second = secondSentence(random.chance(0.5), decks, contact)
  // A sentence that says where it was needs no other opening.
  const isBound = theme !== undefined && bound.test(theme)
  return present([
    isBound ? undefined : opening,
    theme ?? decks.general.deal() ?? decks.phone.deal(),
    second,
    closing,
  ])
}

/** The first note says who we are to each other, and keeps something in the child's own words. */
function firstVisit({ random, known }: CaseLife, decks: Decks, contact: Contact): string[] {
  return present([
    random.pick(general.firstVisit),
    contact.sawParent ? random.pick(general.firstVisitMiddle) : undefined,
    random.pick(general.quote).replace('{quote}', known.interest.child),
    random.chance(0.6) ? known.lives.need.easier : decks.closings.deal(),
  ])
}

/** Why they did not meet, in words that fit where they were to meet. */
function absence({ random }: CaseLife, attendance: Absence, kind: ContactKind): string {
  if (kind === 'phone' && attendance !== 'service-cancelled')
    return random.pick(general.absentPhone)
  const elsewhere = kind === 'office' || kind === 'community' || kind === 'group'
  const fitting = general.absent[attendance].filter(sentence => {
    if (sentence.startsWith('@')) return elsewhere
    return !sentence.startsWith('#') || kind === 'home-visit'
  })
  return random.pick(fitting)
}

function secondSentence(wanted: boolean, decks: Decks, contact: Contact): string | undefined {
  if (contact.sawParent) return decks.family.deal()
  return wanted ? decks.general.deal() : undefined
}

/** Whether a sentence can be true of where they met and who was there. */
function suits(sentence: string, contact: Contact, { known }: CaseLife): boolean {
  const { cafe, park } = known.child.town
  if (sentence.includes('{cafe}')) return contact.place === cafe
  if (contact.kind === 'community' && sentence.includes('We walked round')) {
    return contact.place === park
  }
  if (sentence.startsWith('@')) return contact.kind === 'community' && contact.place === park
  if (sentence.startsWith('&')) return contact.kind === 'home-visit' && contact.sawParent
  return !sentence.startsWith('#') || contact.kind === 'home-visit'
}

function present(sentences: readonly (string | undefined)[]): string[] {
  return sentences.filter(sentence => sentence !== undefined)
}
