import { sql, type Kysely } from 'kysely'

/**
 * An assessment that was completed goes on in a deeper form as a row of its own, which names the one before it: what was signed stays.
 * A service's own questions stand beside the national ones; a question ends and is followed, its words are never changed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table assessments
      add column deepens uuid,
      add foreign key (service_id, deepens) references assessments (service_id, id),
      add check (deepens <> id);
    create unique index assessments_by_deepens on assessments (service_id, deepens) where deepens is not null;

    create table own_questions (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      section text not null,
      title text not null,
      help text,
      type text not null,
      choices text,
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      recorded_by uuid not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      check ((type = 'one') = (choices is not null)),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index own_questions_by_section on own_questions (service_id, section, starts_on);

    create trigger keep_history before update or delete on own_questions for each row execute function keep_history();
    select keep_to_service('own_questions');
  `.execute(db)
}
