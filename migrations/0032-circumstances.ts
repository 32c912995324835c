import { sql, type Kysely } from 'kysely'

/**
 * Circumstances say more than one text: facts by the kind's own definition, taken back when they were recorded in error, and confirmed as
 * still true. What was called a need becomes a need in learning, of which nobody has said yet whether it is SEN or ALN.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table circumstances
      add column facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
      add column withdrawn_on date,
      add column withdrawn_because text,
      add check ((withdrawn_on is null) = (withdrawn_because is null));

    create table circumstance_confirmations (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      circumstance_id uuid not null,
      confirmed_on date not null,
      source text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, circumstance_id) references circumstances (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index circumstance_confirmations_by_circumstance
      on circumstance_confirmations (service_id, circumstance_id, confirmed_on);

    create trigger keep_history before update or delete on circumstance_confirmations
      for each row execute function keep_history();
    select keep_to_service('circumstance_confirmations');

    do $body$
    declare
      was text := coalesce(current_setting('alongside.service_id', true), '');
      service uuid;
    begin
      for service in select id from services order by id loop
        perform set_config('alongside.service_id', service::text, true);
        update circumstances set kind = 'special-need', facts = '{"identified": "not-known"}'
          where service_id = service and kind = 'need';
      end loop;
      perform set_config('alongside.service_id', was, true);
    end
    $body$;
  `.execute(db)
}
