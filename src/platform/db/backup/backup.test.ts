import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConnectionSettings } from '#platform/db/connect.ts'
import { knownMigrations, migrateTo, migrateToLatest } from '#platform/db/migrate.ts'
import { connectWithin, testDatabase, type TestDatabase } from '#test/database.ts'
import { checkBackupFile } from './backup-file.ts'
import { databaseFingerprint } from './database-fingerprint.ts'
import { loadBackup } from './load-backup.ts'
import { sealLength, sealOf } from './seal.ts'
import { difficultTexts, fillDatabase, sampleService } from './testing/sample-records.ts'
import { writeBackup } from './write-backup.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-backup-'))
const source = await testDatabase()
const targets = await Promise.all(Array.from({ length: 10 }, () => testDatabase()))
/** Sees the sample's records. */
const connectTo = (database: TestDatabase): Kysely<unknown> =>
  connectWithin<unknown>(database, sampleService)
const sourceDb = connectTo(source)
const opened: Kysely<unknown>[] = [sourceDb]
const original = path.join(folder, 'original.backup')

beforeAll(async () => {
  await fillDatabase(sourceDb)
  await backUp(original)
})
afterAll(async () => {
  await Promise.all(opened.map(db => db.destroy()))
  rmSync(folder, { recursive: true })
})

async function backUp(file: string, settings: ConnectionSettings = source.connection) {
  const madeBy = 'Alongside of a test'
  return await writeBackup(settings, {
    file,
    replace: false,
    madeAt: '2026-03-02T10:00:00Z',
    madeBy,
  })
}

async function restore(file: string, settings: ConnectionSettings) {
  return await loadBackup(settings, await checkBackupFile(file))
}

/** A migrated database that nobody has written to. */
function emptyDatabase() {
  const target = targets.pop()
  if (target === undefined) throw new Error('make more targets')
  const db = connectTo(target)
  opened.push(db)
  return { db, settings: target.connection }
}

const refusing = await testDatabase()
const refusingDb = connectTo(refusing)
opened.push(refusingDb)

/** The same one for every restore that is to fail: each must leave it as it was. */
const reusedEmptyDatabase = () => ({ db: refusingDb, settings: refusing.connection })

/** A database without any table. */
async function bareDatabase() {
  const empty = emptyDatabase()
  await sql`drop schema public cascade; create schema public`.execute(empty.db)
  return empty
}

async function ask(db: Kysely<unknown>, query: string): Promise<unknown[]> {
  const { rows } = await sql.raw<Record<string, unknown>>(query).execute(db)
  return rows.map(row => Object.values(row)[0])
}

async function rowsIn(db: Kysely<unknown>): Promise<number> {
  const prints = Object.values(await databaseFingerprint(db))
  return prints.reduce((sum, { rows }) => sum + rows, 0)
}

/** Constraints, indexes, triggers and columns as PostgreSQL describes them. */
async function shape(db: Kysely<unknown>): Promise<unknown[]> {
  return await ask(
    db,
    `select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
     union all select format('%s %s', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
     union all select format('%s %s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy
     union all select format('%s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     union all select indexdef from pg_indexes where schemaname = 'public'
     union all select format('%s.%s %s %s', table_name, column_name, data_type, column_default) from information_schema.columns where table_schema = 'public'
     order by 1`,
  )
}

/** The original with other words in it, and a seal that fits. */
async function forged(name: string, change: (content: string) => string): Promise<string> {
  const whole = readFileSync(original)
  const content = gunzipSync(whole.subarray(0, -sealLength)).toString()
  const changed = change(content)
  if (changed === content) throw new Error('nothing was changed')
  const member = gzipSync(changed)
  const seal = sealOf(createHash('sha256').update(member).digest('hex'))
  const file = path.join(folder, name)
  await writeFile(file, Buffer.concat([member, seal]))
  return file
}

describe('a backup that is restored', () => {
  it('is the original: every row, with the numbers of its history and its audit', async () => {
    const { db, settings } = emptyDatabase()
    await restore(original, settings)
    const prints = await databaseFingerprint(db)
    expect(prints).toEqual(await databaseFingerprint(sourceDb))
    expect(prints).toMatchObject({
      children: { rows: difficultTexts.length },
      audit_entries: { rows: 2 },
    })
    expect(prints['row_history']?.rows).toBeGreaterThan(difficultTexts.length)
    expect(await shape(db)).toEqual(await shape(sourceDb))
  })

  it('has every text as it was written', async () => {
    const { db, settings } = await bareDatabase()
    await restore(original, settings)
    expect(await ask(db, 'select what_matters from children order by born_on')).toEqual(
      difficultTexts,
    )
  })

  it('numbers on after the last number, keeps history again and refuses what it refused', async () => {
    const { db, settings } = emptyDatabase()
    await restore(original, settings)
    const last = Number((await ask(db, 'select max(id) from row_history'))[0])
    await sql`update children set known_as = 'R' where family_name = 'Number 1'`.execute(db)
    expect(Number((await ask(db, 'select max(id) from row_history'))[0])).toBe(last + 1)
    await expect(sql`delete from children`.execute(db)).rejects.toThrow('never deleted')
    await expect(
      sql`update children set service_id = gen_random_uuid()`.execute(db),
    ).rejects.toThrow('row-level security')
    // 3 was never seen, but 2 was taken back: the next is 4.
    const next = await ask(
      db,
      `insert into audit_entries (service_id, action) select id, 'next' from services returning id`,
    )
    expect(next).toEqual([4])
  })

  it('signs nobody in, and says so', async () => {
    const { db, settings } = emptyDatabase()
    await restore(original, settings)
    expect(await ask(db, 'select count(*) from sessions')).toEqual([0])
    const { leftOut } = (await checkBackupFile(original)).header
    expect(leftOut.map(({ table }) => table)).toContain('sessions')
  })
})

describe('the file of a backup', () => {
  it('is readable by its owner only, and complete when it has its name', async () => {
    const file = path.join(folder, 'new.backup')
    await writeFile(`${file}.partial`, 'left by a killed run', { mode: 0o644 })
    await backUp(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.partial`)).toBe(false)
  })

  it('does not take the place of another unless that is asked for', async () => {
    const file = path.join(folder, 'there.backup')
    await writeFile(file, 'something')
    await expect(backUp(file)).rejects.toThrow('already exists')
    expect(readFileSync(file, 'utf8')).toBe('something')
    const request = { file, replace: true, madeAt: '2026-03-02T10:00:00Z', madeBy: 'a test' }
    await writeBackup(source.connection, request)
    expect((await checkBackupFile(file)).header.madeBy).toBe('a test')
  })

  it('is not there when it could not be finished', async () => {
    const file = path.join(folder, 'broken-off.backup')
    const { db, settings } = emptyDatabase()
    await fillDatabase(db)
    await sql`insert into row_history (service_id, table_name, row_id, was)
      select ${sampleService}, 'none', gen_random_uuid(), to_jsonb(repeat(md5(n::text), 300)) from generate_series(1, 5000) n`.execute(
      db,
    )
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be ended' and query like 'copy%'`
    const ending = (async () => {
      while ((await ask(db, end)).length === 0) await pause(1)
    })()
    await expect(backUp(file, { ...settings, application_name: 'to be ended' })).rejects.toThrow()
    await ending
    expect(readdirSync(folder).filter(name => name.startsWith('broken-off'))).toEqual([])
  })

  it('is not made when the account may not see every row', async () => {
    const { db, settings } = emptyDatabase()
    await fillDatabase(db)
    await sql`create policy not_all on children as restrictive using (given_name <> 'Robin')`.execute(
      db,
    )
    const file = path.join(folder, 'not-all.backup')
    await expect(backUp(file, settings)).rejects.toThrow('row-level security')
    expect(existsSync(file)).toBe(false)
  })

  it('is plain text under gzip, with a first line that says what it holds', async () => {
    const [first = '', second] = gunzipSync(readFileSync(original)).toString().split('\n')
    const { header } = await checkBackupFile(original)
    expect(JSON.parse(first)).toEqual(header)
    expect(header).toMatchObject({
      format: 'alongside-backup',
      formatVersion: 1,
      madeAt: '2026-03-02T10:00:00Z',
    })
    expect(header.migrations).toEqual(await knownMigrations())
    expect(header.postgres).toMatch(/^\d+\.\d+/)
    expect(second).toMatch(/^\{"table":"\w+"\}$/)
  })
})

describe('the description of the format', () => {
  it('has the length and the text of the seal', async () => {
    const described = await readFile(
      new URL('../../../../docs/backup-format.md', import.meta.url),
      'utf8',
    )
    expect(described).toContain(`head -c -${sealLength} FILE | sha256sum`)
    const content = readFileSync(original)
    const sha256 = createHash('sha256').update(content.subarray(0, -sealLength)).digest('hex')
    expect(gunzipSync(content).toString().trimEnd().split('\n').at(-1)).toBe(
      JSON.stringify({ sha256 }),
    )
  })
})

describe('a file that is not whole', () => {
  const whole = () => readFileSync(original)

  it('is refused with one bit changed, wherever it is', async () => {
    const { length } = whole()
    const ends = Array.from({ length: sealLength + 20 }, (_, back) => length - 1 - back)
    const places = [0, 3, 4, 9, 10, Math.floor(length / 3), Math.floor(length / 2), ...ends]
    for (const place of places) {
      const changed = whole()
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8))
      const file = path.join(folder, 'changed.backup')
      await writeFile(file, changed)
      await expect(checkBackupFile(file), `byte ${place}`).rejects.toThrow('damaged')
    }
  })

  it('is refused when it was cut short or something was added', async () => {
    const file = path.join(folder, 'cut.backup')
    const { length } = whole()
    for (const size of [0, 1, sealLength, 1000, length - sealLength, length - 1]) {
      await writeFile(file, whole().subarray(0, size))
      await expect(checkBackupFile(file), `${size} bytes`).rejects.toThrow('damaged')
    }
    await writeFile(file, Buffer.concat([whole(), Buffer.from('\n')]))
    await expect(checkBackupFile(file)).rejects.toThrow('damaged')
    await expect(checkBackupFile(path.join(folder, 'none'))).rejects.toThrow('cannot be read')
  })

  it.each<[string, (content: string) => string, string]>([
    [
      'a row is missing',
      content => content.replace(/(\{"table":"children"\}\n).*\n/, '$1'),
      'rows of children, not',
    ],
    [
      'a table is missing',
      content => content.replace(/\{"table":"audit_entries"\}\n[^{]*/, ''),
      'no audit_entries',
    ],
    [
      'something follows',
      content => `${content}{"table":"more"}\n\\.\n`,
      'more than its header names',
    ],
    ['the last table does not end', content => content.slice(0, -3), 'ends too soon'],
    [
      'a row refers to one that is not there',
      content => content.replace(/(\{"table":"audit_entries"\}\n)........-/, '$100000000-'),
      'violates foreign key',
    ],
    [
      'a value is of another type',
      content => content.replace('2026-01-05', '2026-13-05'),
      'out of range',
    ],
  ])('leaves the database empty when %s though the seal fits', async (_, change, why) => {
    const { db, settings } = reusedEmptyDatabase()
    const file = await forged('forged.backup', change)
    const before = await shape(db)
    await expect(restore(file, settings)).rejects.toThrow(why)
    expect(await rowsIn(db)).toBe(0)
    expect(await shape(db)).toEqual(before)
  })
})

describe('a database that is not empty', () => {
  it('is refused and keeps what it has', async () => {
    const before = await databaseFingerprint(sourceDb)
    await expect(restore(original, source.connection)).rejects.toThrow('already holds records')
    expect(await databaseFingerprint(sourceDb)).toEqual(before)
  })

  it('is refused when it belongs to something else', async () => {
    const { db, settings } = await bareDatabase()
    await sql`create table notes (note text)`.execute(db)
    await expect(restore(original, settings)).rejects.toThrow('something else (notes)')
    expect(await ask(db, `select to_regclass('children')`)).toEqual([null])
  })
})

describe('a backup of another version', () => {
  it('that is older is brought up to date, in a database that is bare and in one that is ahead', async () => {
    const old = await bareDatabase()
    await migrateTo(old.db, '0005-assessments-and-decisions')
    await fillDatabase(old.db)
    const file = path.join(folder, 'old.backup')
    const header = await backUp(file, old.settings)
    expect(header.migrations.at(-1)).toBe('0005-assessments-and-decisions')

    const steps = await migrateToLatest(old.db)
    const migratedOriginal = await databaseFingerprint(old.db)
    for (const target of [await bareDatabase(), emptyDatabase()]) {
      const { migrated } = await restore(file, target.settings)
      expect(migrated).toEqual(steps)
      expect(await databaseFingerprint(target.db)).toEqual(migratedOriginal)
      expect(await shape(target.db)).toEqual(await shape(sourceDb))
    }
  })

  it('that is newer is refused in plain words', async () => {
    const step = await forged('newer-step.backup', content =>
      content.replace('"migrations":["0001-services-and-staff"', '"migrations":["9999-hence"'),
    )
    const format = await forged('newer-format.backup', content =>
      content.replace('"formatVersion":1', '"formatVersion":2'),
    )
    await expect(checkBackupFile(step)).rejects.toThrow(
      'made by Alongside of a test, which is newer than this Alongside (it has the step 9999-hence)',
    )
    const gap = await forged('gap.backup', content =>
      content.replace('"0002-history-and-audit",', ''),
    )
    await expect(checkBackupFile(gap)).rejects.toThrow('without the step 0002-history-and-audit')
    await expect(checkBackupFile(format)).rejects.toThrow('newer than this Alongside. Update')
  })
})

describe('the account that backs up and restores', () => {
  it.skipIf(process.env['TEST_DATABASE_URL'])('owns the tables and is no superuser', async () => {
    const isSuperuser = 'select rolsuper from pg_roles where rolname = current_user'
    expect(await ask(sourceDb, isSuperuser)).toEqual([false])
  })
})
