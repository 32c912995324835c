import { addDays, isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import { alertWords, type AlertWords } from '../words/alerts.ts'
import { fill, pronounWords } from '../words/fill.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import { calledName } from './voice.ts'

/** Days from today on which standing alerts are looked at again, in turn: the first is overdue. */
const reviewDays = [-6, 24, 61, 9, 80, 45, 17, 33] as const

/** Writes alerts for some children: for those with open work they stand, one of them past its review; for others they have ended. */
export function makeAlerts(random: Random, lives: readonly CaseLife[]): void {
  const seen = new Set<string>()
  const each = lives.filter(({ known: { child } }) => {
    if (seen.has(child.id)) return false
    seen.add(child.id)
    return true
  })
  const { today } = each[0]?.making ?? {}
  if (today === undefined) return
  const isLongKnown = ({ plan }: CaseLife) => isBefore(plan.receivedOn, addDays(today, -45))
  const open = visitorsOwnFirst(
    random.shuffled(each.filter(life => isLongKnown(life) && isOpen(life))),
  )
  const closed = random.shuffled(each.filter(life => isLongKnown(life) && !isOpen(life)))
  open.slice(0, 16).forEach((life, index) => {
    const reviewOn = addDays(today, reviewDays[index % reviewDays.length] ?? 30)
    write(life, random, wordsAt(index), { reviewOn, endedOn: null })
  })
  closed.slice(0, 10).forEach((life, index) => {
    const endedOn = addDays(life.plan.receivedOn, random.whole(38, 44))
    write(life, random, wordsAt(index), { reviewOn: addDays(endedOn, 10), endedOn })
  })
}

/** Whoever looks at the demonstration mostly signs in as the worker first by name: theirs is the alert that is overdue. */
function visitorsOwnFirst(lives: readonly CaseLife[]): CaseLife[] {
  const [first] = lives.map(({ worker }) => worker.name).toSorted()
  const theirs = lives.find(({ worker }) => worker.name === first)
  return theirs === undefined ? [] : [theirs, ...lives.filter(life => life !== theirs)]
}

function isOpen({ plan }: CaseLife): boolean {
  return plan.work !== null && plan.work.endedOn === null
}

function wordsAt(index: number): AlertWords {
  const words = alertWords[index % alertWords.length]
  if (words === undefined) throw new Error('The demonstration has no words for alerts')
  return words
}

function write(
  { making, known: { child }, worker, plan }: CaseLife,
  random: Random,
  words: AlertWords,
  { reviewOn, endedOn }: { readonly reviewOn: PlainDate; readonly endedOn: PlainDate | null },
): void {
  const blanks = { ...pronounWords(child.sex, child.pronouns), name: calledName(child) }
  const startedOn = addDays(plan.receivedOn, random.whole(2, 20))
  const id = random.uuid()
  making.rows.alerts.push({
    id,
    childId: child.id,
    kind: words.kind,
    what: fill(words.what, blanks),
    whatToDo: fill(words.whatToDo, blanks),
    ownerId: worker.id,
    startedOn,
    reviewOn,
    endedOn,
    endedBecause: endedOn === null ? null : fill(words.endedBecause, blanks),
    recordedAt: recordedAt(startedOn, 11),
    recordedBy: worker.id,
  })
  const entry = { staffId: worker.id, childId: child.id, subjectId: id }
  note(making, startedOn, { ...entry, action: 'alert.recorded' })
  if (endedOn !== null) note(making, endedOn, { ...entry, action: 'alert.ended' })
}
