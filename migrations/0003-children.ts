import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table children (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      given_name text not null,
      family_name text not null,
      known_as text,
      pronouns text,
      born_on date not null,
      sex text not null,
      ethnicity text not null default 'not-asked',
      ethnicity_asked_on date,
      first_language text,
      needs_interpreter boolean not null default false,
      communication text,
      what_matters text,
      best_way_to_reach text,
      originating_service_id text,
      match_keys text[] not null,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id)
    );
    create index children_by_match_key on children using gin (match_keys);
    create index children_by_birth on children (service_id, born_on);
    create index children_by_name on children (service_id, family_name, given_name);

    create table child_identifiers (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      kind text not null,
      value text not null,
      value_key text not null,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index child_identifiers_by_child on child_identifiers (service_id, child_id);
    create index child_identifiers_by_value on child_identifiers (service_id, value_key);

    create table circumstances (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      kind text not null,
      value text not null,
      detail text,
      started_on date not null,
      ended_on date check (ended_on >= started_on),
      source text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index circumstances_by_child on circumstances (service_id, child_id, kind, started_on);

    create table relationships (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      kind text not null,
      name text not null,
      related_child_id uuid,
      has_parental_responsibility boolean not null default false,
      lives_with_child boolean not null default false,
      phone text,
      started_on date,
      ended_on date,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, related_child_id) references children (service_id, id)
    );
    create index relationships_by_child on relationships (service_id, child_id);

    create table child_shares (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      staff_id uuid not null,
      started_on date not null,
      ended_on date,
      reason text not null,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index child_shares_by_staff on child_shares (service_id, staff_id, child_id);

    create trigger keep_history before update or delete on children for each row execute function keep_history();
    create trigger keep_history before update or delete on child_identifiers for each row execute function keep_history();
    create trigger keep_history before update or delete on circumstances for each row execute function keep_history();
    create trigger keep_history before update or delete on relationships for each row execute function keep_history();
    create trigger keep_history before update or delete on child_shares for each row execute function keep_history();
  `.execute(db)
}
