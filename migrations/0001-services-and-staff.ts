import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table services (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      area_name text not null,
      nation text not null check (nation in ('England', 'Wales')),
      police_force text not null,
      is_demonstration boolean not null default false,
      created_at timestamptz not null default now()
    );

    create table populations (
      service_id uuid not null references services,
      measured_on date not null,
      children_count integer not null check (children_count > 0),
      source text not null,
      primary key (service_id, measured_on)
    );

    create table outcome_names (
      service_id uuid not null references services,
      id text not null,
      kind text not null,
      name text not null,
      explanation text not null,
      sort_order integer not null,
      primary key (service_id, id)
    );

    create table teams (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      name text not null,
      primary key (service_id, id)
    );

    create table staff (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      team_id uuid,
      name text not null,
      role text not null,
      agency text not null,
      job_title text not null,
      is_active boolean not null default true,
      primary key (service_id, id),
      foreign key (service_id, team_id) references teams (service_id, id)
    );

    create table sessions (
      id text primary key,
      content jsonb not null,
      expires_at timestamptz not null
    );
    create index sessions_by_expiry on sessions (expires_at);
  `.execute(db)
}
