import { sql, type Kysely } from 'kysely'

/** What a service settles over the rule book: each change dated, with who and why; none is ever changed or taken back. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table policy_changes (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      rule_id text not null,
      parameter text,
      value integer,
      is_on boolean,
      holds_from date not null,
      reason text not null,
      changed_by uuid not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      check ((parameter is null) = (value is null)),
      check ((parameter is null) = (is_on is not null)),
      foreign key (service_id, changed_by) references staff (service_id, id)
    );
    create index policy_changes_in_order on policy_changes (service_id, recorded_at);

    create table closed_days (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      closed_on date not null,
      reason text not null,
      recorded_by uuid not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      unique (service_id, closed_on),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );

    create trigger refuse_change before update or delete on policy_changes for each row execute function refuse_change();
    create trigger refuse_change before update or delete on closed_days for each row execute function refuse_change();
    select keep_to_service('policy_changes');
    select keep_to_service('closed_days');
  `.execute(db)
}
