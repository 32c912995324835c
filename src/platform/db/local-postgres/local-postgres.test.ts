import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runnableBinaries } from './binaries.ts'
import { bundledBinariesFolder } from './bundled-binaries.ts'
import { OLDEST_MAJOR, systemBinariesFolders } from './find-binaries.ts'
import { LocalPostgresError } from './local-postgres-error.ts'
import { serverAccount } from './server-account.ts'
import { startLocalPostgres, type LocalPostgres } from './start-local-postgres.ts'

const systemFolder = systemBinariesFolders().find(folder => {
  const found = runnableBinaries(folder, serverAccount(), folder)
  return found !== undefined && found.major >= OLDEST_MAJOR
})
const bundledFolder = bundledBinariesFolder()

let dataFolder: string
let opened: LocalPostgres[]
let messages: string[]

beforeEach(() => {
  dataFolder = mkdtempSync(path.join(os.tmpdir(), 'alongside-launcher-'))
  chmodSync(dataFolder, 0o755)
  opened = []
  messages = []
})

afterEach(async () => {
  for (const server of opened) await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(binariesFolder?: string, folder = dataFolder): Promise<LocalPostgres> {
  const server = await startLocalPostgres({
    dataFolder: folder,
    binariesFolder,
    settings: { fsync: 'off' },
    log: message => messages.push(message),
  })
  opened.push(server)
  return server
}

async function ask(server: LocalPostgres, sql: string): Promise<unknown> {
  const client = new Client(server.connection)
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(sql)
    return Object.values(result.rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

function isRunning(server: LocalPostgres): boolean {
  return existsSync(path.join(server.folder, 'cluster', 'postmaster.pid'))
}

/** Starts the server in a process of its own; resolves when it is ready, with whether that process started it. */
async function startElsewhere(binariesFolder: string): Promise<[ChildProcess, string]> {
  const script = `
    import { startLocalPostgres } from '#platform/db/local-postgres/start-local-postgres.ts'
    const [dataFolder, binariesFolder] = process.argv.slice(1)
    const settings = { fsync: 'off' }
    const server = await startLocalPostgres({ dataFolder, binariesFolder, settings, log: () => {} })
    console.log(server.startedByUs ? 'started' : 'found')
    setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--input-type=module-typescript', '--eval', script, dataFolder, binariesFolder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return [child, said.toString().trim()]
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const kinds = [
  { kind: 'the PostgreSQL of this machine', folder: systemFolder },
  { kind: 'the PostgreSQL that comes with Alongside', folder: bundledFolder },
]

describe.each(kinds)('the local database with $kind', ({ folder }) => {
  const testHere = test.skipIf(folder === undefined)

  testHere('is there after the first start and keeps what was written', async () => {
    const first = await start(folder)
    expect(first.startedByUs).toBe(true)
    expect(await ask(first, 'show server_version_num')).toMatch(
      new RegExp(`^${first.version.split('.')[0] ?? 'none'}`),
    )
    await ask(first, "create table note as select 'kept' as text")
    await first.stop()
    expect(isRunning(first)).toBe(false)

    const second = await start(folder)
    expect(await ask(second, 'select text from note')).toBe('kept')
  })

  testHere('is used again when the process that started it was killed', async () => {
    const [child] = await startElsewhere(folder ?? '')
    await kill(child)
    const server = await start(folder)
    expect(server.startedByUs).toBe(false)
    expect(await ask(server, 'select 1')).toBe(1)
    await server.stop()
    expect(isRunning(server)).toBe(false)
  })

  testHere('is one server when two processes make it at the same time', async () => {
    const [[first, one], [second, other]] = await Promise.all([
      startElsewhere(folder ?? ''),
      startElsewhere(folder ?? ''),
    ])
    expect([one, other].toSorted()).toEqual(['found', 'started'])
    const server = await start(folder)
    expect(readdirSync(server.folder).filter(name => name.startsWith('half-made'))).toEqual([])
    await kill(first)
    await kill(second)
  })

  testHere('runs for as long as someone uses it, whoever started it', async () => {
    const first = await start(folder)
    const second = await start(folder)
    await first.stop()
    await first.stop()
    expect(await ask(second, 'select 1')).toBe(1)
    await second.stop()
    expect(isRunning(second)).toBe(false)
  })

  testHere('listens on a socket in a closed folder and nowhere else', async () => {
    const server = await start(folder)
    expect(await ask(server, 'show listen_addresses')).toBe('')
    expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  })

  testHere('gives the application a role that row-level security binds', async () => {
    const server = await start(folder)
    const powers = 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user'
    expect(await ask(server, powers)).toBe(false)
  })

  testHere('sorts by code point and knows the letters of every language', async () => {
    const server = await start(folder)
    expect(await ask(server, "select lower('ŴÉ')")).toBe('ŵé')
    expect(
      await ask(server, "select string_agg(t, '' order by t) from unnest('{é,b,A,z}'::text[]) t"),
    ).toBe('Abzé')
    await ask(server, 'create extension pg_trgm')
    expect(await ask(server, "select similarity('Siân', 'SIÂN')")).toBe(1)
  })

  testHere('is reached by a short folder when the data folder has a long name', async () => {
    const server = await start(folder, path.join(dataFolder, 'a'.repeat(90)))
    expect(server.connection.host).toMatch(/alongside-[0-9a-f]{16}$/)
    expect(await ask(server, 'select 1')).toBe(1)
    await server.stop()
    rmSync(server.connection.host, { recursive: true })
  })
})

test.skipIf(systemFolder === undefined || bundledFolder === undefined)(
  'data of another major version is refused, and the message says what to do',
  async () => {
    const made = await start(bundledFolder)
    const major = made.version.split('.')[0] ?? ''
    await made.stop()
    const refused = start(systemFolder)
    await expect(refused).rejects.toThrow(LocalPostgresError)
    await expect(refused).rejects.toThrow(`only PostgreSQL ${major} can open it`)
  },
)

test.skipIf(systemFolder === undefined || bundledFolder === undefined)(
  'data is opened with the version that made it when nothing was set',
  async () => {
    const made = await start(bundledFolder)
    await made.stop()
    const again = await start()
    expect(again.version).toBe(made.version)
  },
)

test('a folder without PostgreSQL is refused by name', async () => {
  const empty = path.join(dataFolder, 'empty')
  mkdirSync(empty)
  await expect(start(empty)).rejects.toThrow(`none that runs in ${empty}`)
})

test('what a killed first start left half-made does not stand in the way', async () => {
  const gone = spawn('true')
  await once(gone, 'exit')
  const left = path.join(dataFolder, 'postgres', `half-made-${String(gone.pid)}-x`)
  mkdirSync(left, { recursive: true, mode: 0o700 })
  chmodSync(path.dirname(left), 0o700)
  writeFileSync(path.join(left, 'PG_VERSION'), '15')
  const server = await start()
  expect(await ask(server, 'select 1')).toBe(1)
  expect(existsSync(left)).toBe(false)
})

/** The bundled package as an install without scripts leaves it: the links between its libraries are missing. */
function bundleWithoutLinks(): string {
  const native = path.dirname(bundledFolder ?? '')
  const copy = path.join(dataFolder, 'package')
  cpSync(native, path.join(copy, 'native'), {
    recursive: true,
    filter: file => !lstatSync(file).isSymbolicLink(),
  })
  cpSync(path.join(native, '..', 'package.json'), path.join(copy, 'package.json'))
  return path.join(copy, 'native', 'bin')
}

test.skipIf(bundledFolder === undefined)('links between bundled libraries are made', async () => {
  const server = await start(bundleWithoutLinks())
  expect(await ask(server, 'select 1')).toBe(1)
  expect(existsSync(path.join(server.folder, 'binaries'))).toBe(false)
})

test.skipIf(bundledFolder === undefined || process.getuid?.() !== 0)(
  'as root, bundled binaries that the user of the server cannot read are copied for it',
  async () => {
    const binaries = bundleWithoutLinks()
    chmodSync(path.join(dataFolder, 'package'), 0o700)
    const server = await start(binaries)
    expect(await ask(server, 'select 1')).toBe(1)
    expect(readdirSync(path.join(server.folder, 'binaries'))).toHaveLength(1)
  },
)

test.skipIf(process.getuid?.() !== 0)(
  'as root, the database is kept where its user can reach it, and that is said',
  async () => {
    chmodSync(dataFolder, 0o700)
    const server = await start()
    expect(server.folder).toMatch(/^\/var\/lib\/alongside\//)
    expect(messages.join()).toContain(`The database is kept in ${server.folder}`)
    await server.stop()
    rmSync(server.folder, { recursive: true })
  },
)
