import { sql, type Kysely } from 'kysely'

/**
 * The database itself keeps services apart: a statement that forgets to name the service sees and writes nothing of another one.
 *
 * A later migration calls `keep_to_service` for each table that it makes. A later migration that changes rows does so service by
 * service, with the setting, or finds none: the table's owner is bound too.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function keep_to_service(records regclass) returns void language plpgsql as $body$
    begin
      execute format('alter table %s enable row level security', records);
      execute format('alter table %s force row level security', records);
      -- The setting is empty again, not unset, after a transaction that had it.
      execute format($policy$
        create policy own_service on %s
          using (service_id = nullif(current_setting('alongside.service_id', true), '')::uuid)
          with check (service_id = nullif(current_setting('alongside.service_id', true), '')::uuid)
      $policy$, records);
    end
    $body$;

    -- What works on a whole database, like a backup, goes through its services one by one.
    create function of_every_service(records anyelement) returns setof anyelement language plpgsql as $body$
    declare
      was text := coalesce(current_setting('alongside.service_id', true), '');
      service uuid;
    begin
      for service in select id from services order by id loop
        perform set_config('alongside.service_id', service::text, true);
        return query execute format('select * from %s', pg_typeof(records));
      end loop;
      perform set_config('alongside.service_id', was, true);
    end
    $body$;

    select keep_to_service(c.oid)
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'service_id' and not a.attisdropped
    where c.relkind = 'r';

    -- Which services there are has to be known before one is chosen; changing one is its own affair.
    alter table services enable row level security;
    alter table services force row level security;
    create policy listed on services for select using (true);
    create policy own_service on services
      using (id = nullif(current_setting('alongside.service_id', true), '')::uuid)
      with check (id = nullif(current_setting('alongside.service_id', true), '')::uuid);
  `.execute(db)
}
