import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ConnectionSettings } from '#platform/db/connect.ts'
import { BackupError } from './backup-error.ts'
import {
  keptTables,
  leftOut,
  readMigrationNames,
  readSequences,
  readTables,
  type TableShape,
} from './catalogue.ts'
import { sourcesOfEveryRow } from './every-row.ts'
import { formatVersion, type BackedUpTable, type Header } from './header.ts'
import { setForCopying, withOneConnection } from './one-connection.ts'
import { sealOf } from './seal.ts'
import { endOfRows } from './sections.ts'

export interface BackupRequest {
  readonly file: string
  /** Whether a file that is already there may be replaced */
  readonly replace: boolean
  /** An instant in ISO 8601 */
  readonly madeAt: string
  /** The program and its version, for the person who finds the file */
  readonly madeBy: string
}

/** A third of the standard level's work for a file a sixth larger. */
const compressionLevel = 3

/**
 * Writes everything the database holds at one moment into a file that only this account can read, while others
 * go on working. The file appears under its name when it is complete.
 *
 * @throws BackupError when the file exists and may not be replaced, or the database is not Alongside's
 */
export async function writeBackup(
  settings: ConnectionSettings,
  { file, replace, madeAt, madeBy }: BackupRequest,
): Promise<Header> {
  if (!replace && existsSync(file)) {
    throw new BackupError(`${file} already exists. Choose another name, or add --force.`)
  }
  return await withOneConnection(settings, async ({ client }) => {
    await client.query('begin isolation level repeatable read, read only')
    await setForCopying(client)
    const written = { format: 'alongside-backup', formatVersion, madeBy, madeAt } as const
    const header: Header = { ...written, ...(await describe(client)) }
    await writeSealed(file, contentOf(client, header))
    return header
  })
}

async function describe(client: pg.Client) {
  const tables = await readTables(client)
  if (!tables.some(table => table.name === 'migrations')) {
    throw new BackupError('The database is not one of Alongside: there is nothing to back up.')
  }
  // A migration that began now would change tables under the snapshot; it waits.
  const names = tables.map(table => client.escapeIdentifier(table.name)).join(', ')
  await client.query(`lock table ${names} in access share mode`)
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    postgres: rows[0]?.server_version ?? '',
    migrations: await readMigrationNames(client),
    leftOut: leftOut.filter(left => tables.some(table => table.name === left.table)),
    // Read after the snapshot was taken: no number in it was given out later.
    sequences: await readSequences(client),
    tables: await countRows(client, keptTables(tables)),
  }
}

async function countRows(
  client: pg.Client,
  tables: readonly TableShape[],
): Promise<BackedUpTable[]> {
  const sourceOf = await sourcesOfEveryRow(query => client.query(query))
  const counted: BackedUpTable[] = []
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) as count from ${sourceOf(name)}`,
    )
    counted.push({ name, columns, rows: Number(rows[0]?.count) })
  }
  return counted
}

async function* contentOf(client: pg.Client, header: Header): AsyncIterable<Buffer> {
  yield Buffer.from(`${JSON.stringify(header)}\n`)
  const sourceOf = await sourcesOfEveryRow(query => client.query(query))
  for (const { name, columns, rows } of header.tables) {
    yield Buffer.from(`${JSON.stringify({ table: name })}\n`)
    const list = columns.map(column => client.escapeIdentifier(column)).join(', ')
    const copied = client.query(copyTo(`copy (select ${list} from ${sourceOf(name)}) to stdout`))
    for await (const chunk of copied as AsyncIterable<Buffer>) yield chunk
    if (copied.rowCount !== rows) throw new Error(`${name}: ${copied.rowCount} rows, not ${rows}`)
    yield Buffer.from(endOfRows)
  }
}

async function writeSealed(file: string, content: AsyncIterable<Buffer>): Promise<void> {
  const partial = `${file}.partial`
  // What a killed run left may have other permissions.
  await rm(partial, { force: true })
  const handle = await open(partial, 'wx', 0o600)
  try {
    const writing = handle.createWriteStream({ flush: true })
    await pipeline(content, createGzip({ level: compressionLevel }), sealed, writing)
    await rename(partial, file)
    await persistName(file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

async function* sealed(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  yield sealOf(hash.digest('hex'))
}

/** Without this a power cut could undo the renaming. */
async function persistName(file: string): Promise<void> {
  const folder = await open(path.dirname(path.resolve(file)), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
