import { sql, type Kysely } from 'kysely'

/**
 * Refuses a connection whose role row-level security does not bind: with it the database would not keep services apart.
 *
 * @throws Error that says how to make a role that is bound
 */
export async function refuseUnboundRole<Tables>(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string; unbound: boolean }>`
    select current_user as name, rolsuper or rolbypassrls as unbound
    from pg_roles where rolname = current_user`.execute(db)
  const [role] = rows
  if (role === undefined || role.unbound) throw new Error(howToBind(role?.name ?? 'unknown'))
}

function howToBind(name: string): string {
  return `The database role "${name}" may see past row-level security, which keeps one service's records from another's. Give Alongside a role of its own and name it in DATABASE_URL. As an administrator of the database:

  create role alongside login password '…';
  create database alongside owner alongside encoding 'UTF8' template template0;`
}
