import { sql, type Kysely } from 'kysely'

/** What an allocation is decided on: who works how much and as what, who is trained for what, and that two may hold a case together. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table staff
      add column grade text,
      add column hours_per_week double precision check (hours_per_week > 0 and hours_per_week <= 60),
      add column is_support_role boolean not null default false,
      add column is_trained_in_harmful_sexual_behaviour boolean not null default false;

    alter table allocations
      add column role text not null default 'lead' check (role in ('lead', 'second')),
      add column reason text;
  `.execute(db)
}
