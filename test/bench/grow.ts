import type { Client } from 'pg'
import { z } from 'zod'

const columnRow = z.object({ tableName: z.string(), columnName: z.string(), type: z.string() })
type Column = z.infer<typeof columnRow>

/** The names by which rows of a child's work refer to each other; people, teams and panels are shared by all children. */
const ownIds = new Set([
  'id',
  'child_id',
  'person_id',
  'from_person_id',
  'to_person_id',
  'referral_id',
  'intervention_id',
  'outcome_id',
  'offence_id',
  'assessment_id',
  'review_of',
  'plan_id',
  'previous_plan_id',
  'service_agreement_id',
  'subject_id',
  'circumstance_id',
  'deepens',
  'event_id',
  'copied_from_id',
  'chronology_id',
])

const notGrown = new Set([
  'services',
  'submissions',
  'accounts',
  'identity_links',
  'row_history',
  'audit_seals',
  'searches',
  'search_spellings',
  // They tie two children together, and a copy has only one of them.
  'not_duplicates',
  'child_merges',
  'child_merge_rows',
  'child_merge_restrictions',
])

/** People around the children copied, and the children themselves as people: each copy of a child has a family of its own. */
const personsOfCopied = `select person_id from relationships where child_id in (select id from copied)
  union select person_id from children where id in (select id from copied) and person_id is not null`

/** How a table without a child's id is reached from the child. */
const through: Readonly<Record<string, string>> = {
  children: 'id in (select id from copied)',
  people: `id in (${personsOfCopied})`,
  family_links: `from_person_id in (${personsOfCopied}) and to_person_id in (${personsOfCopied})`,
  detentions: 'referral_id in (select id from referrals where child_id in (select id from copied))',
  referral_checks:
    'referral_id in (select id from referrals where child_id in (select id from copied))',
  panel_listings:
    'referral_id in (select id from referrals where child_id in (select id from copied))',
  explanations:
    'referral_id in (select id from referrals where child_id in (select id from copied))',
  judgements:
    'assessment_id in (select id from assessments where child_id in (select id from copied))',
  outcome_offences:
    'outcome_id in (select id from outcomes where child_id in (select id from copied))',
  intervention_outcomes:
    'intervention_id in (select id from interventions where child_id in (select id from copied))',
  circumstance_confirmations:
    'circumstance_id in (select id from circumstances where child_id in (select id from copied))',
  chronology_entries:
    'chronology_id in (select id from chronologies where child_id in (select id from copied))',
  plan_steps: 'plan_id in (select id from plans where child_id in (select id from copied))',
}

/** Which children are copied within the service, how often, and how many days their copies lie before them. */
export interface Copies {
  /** Tells the ids of one growing from those of another in the same database. */
  readonly tag: string
  readonly children: string
  readonly times: number
  readonly daysBefore: number
}

const openChildren = `select child_id from interventions where ended_on is null
  union select child_id from referrals where closed_on is null`

export const childrenWithOpenWork = `select id from children where id in (${openChildren})`
export const childrenWithClosedWork = `select id from children where id not in (${openChildren})`
export const childrenReferred = `select child_id as id from referrals r where closed_on is null
  and not exists (select from interventions i where i.referral_id = r.id)`

/** Adds services of the same size, so that the database holds `times` as many. */
export async function copyServices(client: Client, times: number): Promise<void> {
  const tables = await columnsByTable(client)
  await unguarded(client, async () => {
    for (let copy = 1; copy < times; copy += 1) {
      await client.query(
        `insert into services (id, name, area_name, nation, police_force, is_demonstration)
         select md5(id::text || $1)::uuid, name || ' ' || $1, area_name, nation, police_force, true
         from services order by created_at limit 1`,
        [String(copy)],
      )
      for (const [table, columns] of tables) {
        const value = ({ columnName, type }: Column) =>
          type === 'uuid' ? `md5(${columnName}::text || '${copy}')::uuid` : columnName
        await copyRows(client, { table, columns, value, where: 'service_id = $1' })
      }
    }
  })
}

/** Adds children with all their work to the one service that there is, `times` - 1 copies of each. */
export async function copyChildren(client: Client, copies: Copies): Promise<void> {
  const tables = await columnsByTable(client)
  await client.query(`create temporary table copied as ${copies.children}`)
  await client.query('create unique index on copied (id)')
  await client.query('analyze copied')
  await unguarded(client, async () => {
    for (let copy = 1; copy < copies.times; copy += 1) {
      for (const [table, columns] of tables) {
        const reach = reachOf(table, columns)
        if (reach === undefined) continue
        const value = ({ columnName, type }: Column) => {
          if (type === 'uuid' && ownIds.has(columnName)) {
            return `md5(${columnName}::text || '${copies.tag}${copy}')::uuid`
          }
          return type === 'date' ? `${columnName} - ${copies.daysBefore}` : columnName
        }
        await copyRows(client, { table, columns, value, where: `service_id = $1 and ${reach}` })
      }
    }
  })
  await client.query('drop table copied')
}

/** The condition for the rows of the children copied; undefined for what all children share. */
function reachOf(table: string, columns: readonly Column[]): string | undefined {
  const named = columns.some(column => column.columnName === 'child_id')
  return through[table] ?? (named ? 'child_id in (select id from copied)' : undefined)
}

interface RowCopy {
  readonly table: string
  readonly columns: readonly Column[]
  readonly value: (column: Column) => string
  readonly where: string
}

async function copyRows(client: Client, { table, columns, value, where }: RowCopy): Promise<void> {
  const names = columns.map(column => column.columnName).join(', ')
  await client.query(
    `insert into ${table} (${names}) select ${columns.map(value).join(', ')} from ${table} where ${where}`,
    [await originalService(client)],
  )
}

async function originalService(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select id from services order by created_at limit 1',
  )
  if (rows[0] === undefined) throw new Error('There is no service to copy')
  return rows[0].id
}

/** The copies keep what holds in the original, so nothing is checked again. */
async function unguarded(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('set session_replication_role = replica')
  await work()
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
}

async function columnsByTable(client: Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query(
    `select c.table_name as "tableName", c.column_name as "columnName", c.data_type as type
     from information_schema.columns c
     where c.table_schema = 'public' and c.data_type <> 'bigint'
       and exists (select from information_schema.columns s
         where s.table_schema = 'public' and s.table_name = c.table_name and s.column_name = 'service_id')
     order by c.table_name, c.ordinal_position`,
  )
  const columns = z.array(columnRow).parse(rows)
  const tables = new Map<string, Column[]>()
  for (const column of columns.filter(one => !notGrown.has(one.tableName))) {
    tables.set(column.tableName, [...(tables.get(column.tableName) ?? []), column])
  }
  return tables
}
