import { sql, type Kysely } from 'kysely'

/** What kind of restorative activity a plan has and which choices the child was offered; and steps found by their words. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- Nothing for plans from before it was asked: nobody can say it for them now.
    alter table plans
      add column restorative_kind text,
      add column restorative_choices text,
      add column restorative_reason text;

    -- Steps of any length, looked for word for word: a hash has no limit on what it holds.
    create index plan_steps_by_words on plan_steps using hash (step);
  `.execute(db)
}
