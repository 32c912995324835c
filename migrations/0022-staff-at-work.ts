import { sql, type Kysely } from 'kysely'

/** What an allocation is decided on: how experienced people are, how many hours they work, what they are trained in, and that two may hold a case. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table staff
      add column grade text not null default 'practitioner',
      add column hours_per_week integer not null default 37 check (hours_per_week between 0 and 60),
      add column is_trained_in_harmful_sexual_behaviour boolean not null default false;

    alter table allocations
      add column role text not null default 'lead' check (role in ('lead', 'second')),
      add column reason text;
  `.execute(db)
}
