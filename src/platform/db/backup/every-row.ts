import { BackupError } from './backup-error.ts'

interface Policies {
  readonly table: string
  /** Whether the policies are the ones that leave every row to be seen, service by service or by everyone. */
  readonly are: 'by-service' | 'open' | 'unknown'
}

const policiesOfTables = `
  select c.relname as "table",
    case when exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive) then 'unknown'
         when exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                        and p.policyname = 'own_service' and p.qual like '(service\\_id = %') then 'by-service'
         when exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
                        and p.cmd in ('SELECT', 'ALL') and p.qual = 'true') then 'open'
         else 'unknown' end as are
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
  where c.relkind in ('r', 'p') and c.relrowsecurity`

/**
 * Says from where all rows of a table are read. Row-level security shows one service at a time, to the owner of the tables too, and
 * leaves rows out without a word: so only policies that are known are read past.
 *
 * @returns a function from a table's name to what stands after `from`; the alias is `t`
 * @throws BackupError when a table has other policies
 */
export async function sourcesOfEveryRow(
  ask: (query: string) => Promise<{ rows: Policies[] }>,
): Promise<(table: string) => string> {
  const { rows } = await ask(policiesOfTables)
  const unknown = rows.find(row => row.are === 'unknown')
  if (unknown !== undefined) {
    throw new BackupError(
      `The account may not see every row of ${unknown.table}: row-level security.`,
    )
  }
  const byService = new Set(rows.filter(row => row.are === 'by-service').map(row => row.table))
  return table => {
    const name = `"${table.replaceAll('"', '""')}"`
    return byService.has(table) ? `of_every_service(null::${name}) as t` : `${name} as t`
  }
}
