import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { knownMigrations } from '#platform/db/migrate.ts'
import { BackupError } from './backup-error.ts'
import { parseHeader, type Header } from './header.ts'
import { sealLength, sealOf } from './seal.ts'
import { readSections, type Sections } from './sections.ts'

export interface BackupFile {
  readonly path: string
  readonly header: Header
  /** Where the seal begins, in bytes */
  readonly contentLength: number
}

/**
 * Reads a backup from end to end and compares it with its seal, before anybody does anything with it.
 *
 * @throws BackupError when there is no such file, when it is damaged or cut short, is no backup, or is one that
 *   a newer Alongside made
 */
export async function checkBackupFile(path: string): Promise<BackupFile> {
  const contentLength = await checkSeal(path)
  const sections = readSections(unzipped(path, contentLength))
  const header = parseHeader(await sections.line())
  refuseNewer(header, await knownMigrations())
  return { path, header, contentLength }
}

/** Opens a checked backup behind its header. Reading on to the end checks the content once more: gzip does. */
export async function openSections({ path, contentLength }: BackupFile): Promise<Sections> {
  const sections = readSections(unzipped(path, contentLength))
  await sections.line()
  return sections
}

function refuseNewer({ madeBy, migrations }: Header, known: readonly string[]): void {
  const unknown = migrations.find(name => !known.includes(name))
  if (unknown !== undefined) {
    throw new BackupError(
      `The file was made by ${madeBy}, which is newer than this Alongside (it has the step ${unknown}). Update Alongside, then restore.`,
    )
  }
  const missing = known.find((name, position) => migrations[position] !== name)
  if (migrations.some((name, position) => known[position] !== name)) {
    throw new BackupError(
      `The file was made by ${madeBy} without the step ${missing ?? ''}, which came before others that it has. Restore it with the Alongside that made it.`,
    )
  }
}

async function checkSeal(path: string): Promise<number> {
  const handle = await openFile(path)
  try {
    const contentLength = (await handle.stat()).size - sealLength
    if (contentLength <= 0) throw damaged(path)
    const hash = createHash('sha256')
    const content = handle.createReadStream({ start: 0, end: contentLength - 1, autoClose: false })
    for await (const chunk of content as AsyncIterable<Buffer>) hash.update(chunk)
    const seal = Buffer.alloc(sealLength)
    await handle.read(seal, 0, sealLength, contentLength)
    if (!seal.equals(sealOf(hash.digest('hex')))) throw damaged(path)
    return contentLength
  } finally {
    await handle.close()
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    throw new BackupError(`${path} cannot be read.`, { cause })
  }
}

function unzipped(path: string, contentLength: number): AsyncIterable<Buffer> {
  // The reader of the result is told of an error of either stream; the callback has nothing to add.
  return pipeline(
    createReadStream(path, { end: contentLength - 1 }),
    createGunzip({ chunkSize: 64 * 1024 }),
    () => undefined,
  )
}

function damaged(path: string): BackupError {
  return new BackupError(
    `${path} is damaged, was cut short, or is not a backup of Alongside. Nothing was written. Use another copy of it.`,
  )
}
