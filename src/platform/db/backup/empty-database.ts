import type pg from 'pg'
import { BackupError } from './backup-error.ts'
import { sourcesOfEveryRow } from './every-row.ts'
import {
  keptTables,
  migratorTables,
  readMigrationNames,
  readTables,
  type TableShape,
} from './catalogue.ts'

/** The longest wait for others to let go of an empty database's tables. */
const patience = '10s'

/**
 * Makes sure that the database holds nothing, keeps everybody else out of its tables until the transaction
 * ends, and takes away the tables when they have gone beyond the migrations wanted: there is no way back by
 * migrating.
 *
 * @throws BackupError when there is a row in it, or when it is not Alongside's
 */
export async function claimEmptyDatabase(
  client: pg.ClientBase,
  wanted: readonly string[],
  known: readonly string[],
): Promise<void> {
  const tables = await readTables(client)
  if (tables.length === 0) return
  if (!migratorTables.every(name => tables.some(table => table.name === name))) {
    throw new BackupError(
      `The database holds tables of something else (${tables[0]?.name ?? ''}). Restore into one of its own.`,
    )
  }
  // Asked before the lock too, so that a mistake does not stop a service at work; rows can still come in between.
  await refuseRows(client, keptTables(tables))
  await lockTables(client, tables)
  await refuseRows(client, keptTables(tables))
  const found = await readMigrationNames(client)
  const unknown = found.find(name => !known.includes(name))
  if (unknown !== undefined) {
    throw new BackupError(
      `The database was made by a newer Alongside (it has the step ${unknown}). Restore into another one.`,
    )
  }
  if (!found.every((name, position) => wanted[position] === name)) await dropEverything(client)
}

async function lockTables(client: pg.ClientBase, tables: readonly TableShape[]): Promise<void> {
  const list = tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')
  await client.query(`set local lock_timeout = '${patience}'`)
  try {
    await client.query(`lock table ${list} in access exclusive mode`)
  } catch (cause) {
    throw new BackupError(
      'The database is in use. Stop Alongside (npx alongside serve), then restore.',
      { cause },
    )
  }
  await client.query('set local lock_timeout = 0')
}

async function refuseRows(client: pg.ClientBase, tables: readonly TableShape[]): Promise<void> {
  const sourceOf = await sourcesOfEveryRow(query => client.query(query))
  for (const { name } of tables) {
    const { rows } = await client.query(`select from ${sourceOf(name)} limit 1`)
    if (rows.length === 0) continue
    throw new BackupError(
      `The database already holds records (in ${name}). A backup is restored into an empty database only.`,
    )
  }
}

// What belongs to an extension stays; what belongs to another object goes with it, and the rest in any order.
const drops = `
  select format('drop %s if exists %I.%I cascade',
                case relkind when 'v' then 'view' when 'm' then 'materialized view'
                             when 'S' then 'sequence' else 'table' end,
                nspname, relname) as statement
  from pg_class c join pg_namespace n on n.oid = relnamespace and nspname = current_schema()
  where relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i', 'a'))
  union all
  select format('drop routine if exists %s cascade', p.oid::regprocedure)
  from pg_proc p join pg_namespace n on n.oid = pronamespace and nspname = current_schema()
  where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i', 'a'))
  union all
  select format('drop type if exists %I.%I cascade', nspname, typname)
  from pg_type t join pg_namespace n on n.oid = typnamespace and nspname = current_schema()
  where typtype in ('e', 'd', 'r')
    and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype in ('e', 'i', 'a'))`

async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(drops)
  for (const { statement } of rows) await client.query(statement)
}
