import type pg from 'pg'

interface Obstacle {
  readonly remove: string
  readonly putBack: string
}

// What stands in the way of rows that come table by table and are not new: references to tables that follow,
// triggers that would act on them, policies that let one service in at a time, and checks that were never meant for the rows there were. The owner of the
// tables may do all this; switching triggers off for the session would need a superuser.
const obstacles = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as "remove",
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "putBack"
  from pg_constraint
  where connamespace = (select oid from pg_namespace where nspname = current_schema())
    and conrelid <> 0 and conparentid = 0
    and (contype = 'f' or (contype = 'c' and not convalidated))
  union all
  select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
         format('alter table %s enable %s trigger %I', tgrelid::regclass,
                case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
  from pg_trigger
  join pg_class c on c.oid = tgrelid
  where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
    and not tgisinternal and tgparentid = 0 and tgenabled <> 'D'
  union all
  select format('alter table %s no force row level security', oid::regclass),
         format('alter table %s force row level security', oid::regclass)
  from pg_class
  where relnamespace = (select oid from pg_namespace where nspname = current_schema()) and relforcerowsecurity`

/**
 * Sets aside references, triggers and policies while `load` writes rows; puts them back exactly as they were, the
 * references checked against what was loaded. Belongs in a transaction.
 */
export async function withoutObstacles(
  client: pg.ClientBase,
  load: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<Obstacle>(obstacles)
  for (const { remove } of rows) await client.query(remove)
  await load()
  for (const { putBack } of rows) await client.query(putBack)
}
