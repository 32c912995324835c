import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { isAlive } from './postmaster.ts'

/**
 * Notes that this process uses the server, so that the last to leave stops it and nobody else does.
 *
 * @returns leave: takes the note away and says whether no living process uses the server any more
 */
export function enter(usersFolder: string): () => boolean {
  const note = `${String(process.pid)}.${randomUUID()}`
  writeFileSync(path.join(usersFolder, note), '')
  return () => {
    rmSync(path.join(usersFolder, note), { force: true })
    return livingUsers(usersFolder).length === 0
  }
}

function livingUsers(usersFolder: string): string[] {
  const notes = readdirSync(usersFolder)
  for (const note of notes.filter(isOfDead)) rmSync(path.join(usersFolder, note), { force: true })
  return notes.filter(note => !isOfDead(note))
}

function isOfDead(note: string): boolean {
  return !isAlive(Number.parseInt(note, 10))
}
