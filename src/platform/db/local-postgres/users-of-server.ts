import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './postmaster.ts'

const USES = 'uses'
const LEAVES = 'leaves'

/**
 * Notes that this process uses the server, so that the last to leave stops it and nobody else does.
 *
 * @returns leave: takes the note away, and calls `stopServer` when no living process uses the server any more
 */
export function enter(usersFolder: string): (stopServer: () => Promise<void>) => Promise<void> {
  const using = writeNote(usersFolder, USES)
  return async stopServer => {
    // Written before the others are counted: whoever enters too late to be counted sees it, and waits.
    const leaving = writeNote(usersFolder, LEAVES)
    rmSync(using, { force: true })
    try {
      if (livingNotes(usersFolder, USES).length === 0) await stopServer()
    } finally {
      rmSync(leaving, { force: true })
    }
  }
}

/** Whether a process is just finding out if it has to stop the server: it may be about to go. */
export function mayBeStopping(usersFolder: string): boolean {
  return livingNotes(usersFolder, LEAVES).length > 0
}

function writeNote(usersFolder: string, kind: string): string {
  const note = path.join(usersFolder, `${kind}.${process.pid}.${randomUUID()}`)
  writeFileSync(note, '')
  return note
}

function livingNotes(usersFolder: string, kind: string): string[] {
  const notes = readdirSync(usersFolder).filter(note => note.startsWith(`${kind}.`))
  const ofDead = notes.filter(note => !isAlive(Number(note.split('.')[1])))
  for (const note of ofDead) rmSync(path.join(usersFolder, note), { force: true })
  return notes.filter(note => !ofDead.includes(note))
}
