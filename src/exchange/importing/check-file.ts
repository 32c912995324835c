import type { Transaction } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Database } from '#records/schema.ts'
import { parseLine } from '../reading/parse-line.ts'
import { readLines, type FileLine } from '../reading/read-lines.ts'
import type { Problem } from '../reading/problem.ts'
import type { Source } from '../writing/read-rows.ts'
import { checkHeader } from './check-header.ts'
import { checkLines } from './check-lines.ts'
import { openClaims, selectLostLinks } from './claims.ts'
import type { CheckedFile } from './checked-file.ts'
import type { Ledger } from './ledger.ts'
import { isFull, itemOf, type Item } from './line-item.ts'

/**
 * Reads a whole file and notes in the ledger what is wrong with it. Nothing is written.
 *
 * @returns null when the first line is refused: without it no other can be understood
 */
export async function checkFile(
  db: Transaction<Database>,
  file: string,
  { today, ledger }: { readonly today: PlainDate; readonly ledger: Ledger },
): Promise<CheckedFile | null> {
  const lines = readLines(file)
  const first = await lines.next()
  const header = await checkHeader(db, first.done === true ? null : first.value, today)
  if (header.kind === 'refused') {
    ledger.refuse(1, null, header.problems)
    return null
  }
  if (header.isFresh) ledger.acceptOther(1)
  await openClaims(db)
  await checkRest(lines, header.file, ledger)
  await refuseLostLinks(header.file.source, ledger)
  return header.file
}

/** The kinds of lines between the first and the last, in their order, and how the end calls their numbers. */
const countNames = {
  panel: 'panels',
  person: 'people',
  'family-link': 'familyLinks',
  child: 'children',
} as const
type Kind = keyof typeof countNames
const kinds = Object.keys(countNames) as Kind[]

interface Reading {
  phase: Kind | 'ended'
  readonly counts: Record<(typeof countNames)[Kind], number>
  last: number
}

async function checkRest(
  lines: AsyncIterable<FileLine>,
  file: CheckedFile,
  ledger: Ledger,
): Promise<void> {
  const reading: Reading = {
    phase: 'panel',
    counts: { panels: 0, people: 0, familyLinks: 0, children: 0 },
    last: 1,
  }
  let batch: Item[] = []
  for await (const fileLine of lines) {
    reading.last = fileLine.number
    const item = readItem(fileLine, reading, ledger)
    if (item === null) continue
    // Panels are known before the first child that names one.
    if (isFull(batch) || batch[0]?.kind !== item.kind) {
      await checkLines(file, batch, ledger)
      batch = []
    }
    batch.push(item)
  }
  await checkLines(file, batch, ledger)
  if (reading.phase !== 'ended') {
    const reason = 'has no end: the file was cut short'
    ledger.refuse(reading.last + 1, null, [{ path: '', rule: 'format', reason }])
  }
}

/** The record of a line; null where there is none, and the ledger says why. */
function readItem(fileLine: FileLine, reading: Reading, ledger: Ledger): Item | null {
  const { number } = fileLine
  const refuse = (reason: string, path = '') => {
    ledger.refuse(number, null, [{ path, rule: 'format', reason } satisfies Problem])
    return null
  }
  const parsed = parseLine(fileLine)
  if (parsed.kind === 'refused') {
    countAs(fileLine.text, reading)
    ledger.refuse(number, parsed.childId, parsed.problems)
    return null
  }
  const { line } = parsed
  if (reading.phase === 'ended') return refuse('comes after the end')
  switch (line.record) {
    case 'service':
      return refuse('is a second service: a file holds one', 'record')
    case 'end': {
      reading.phase = 'ended'
      const { counts } = reading
      if (Object.values(countNames).every(name => line[name] === counts[name])) return null
      const read = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
      return refuse(`does not count what was read: ${read.join(', ')}`)
    }
    default: {
      const { phase } = reading
      reading.counts[countNames[line.record]] += 1
      if (kinds.indexOf(line.record) < kinds.indexOf(phase)) {
        return refuse(
          `comes after a line of the kind ${phase}: ${line.record} goes first`,
          'record',
        )
      }
      reading.phase = line.record
      return itemOf(fileLine, line)
    }
  }
}

/** A line that cannot be read still counts, or the end would be refused for it too. */
function countAs(text: string | null, { counts }: Reading): void {
  const named = /^\s*\{\s*"record"\s*:\s*"([a-z-]+)"/u.exec(text ?? '')?.[1]
  counts[countNames[kinds.find(kind => kind === named) ?? 'child']] += 1
}

/** A line that names a person or a child whose own line was refused has to wait for them, and so on. */
async function refuseLostLinks(source: Source, ledger: Ledger): Promise<void> {
  for (;;) {
    const lost = await selectLostLinks(source, ledger.refused)
    if (lost.length === 0) return
    for (const { line, path, childId, kind } of lost) {
      const named = kind === 'people' ? 'person' : 'child'
      const reason = `names a ${named} who is neither in the database nor accepted from this file`
      ledger.refuse(line, childId, [{ path, rule: 'reference', reason }])
    }
  }
}
