import { sql, type Kysely } from 'kysely'

/**
 * Who a child says they are and what they need to take part. "Not asked yet" is what stands until somebody asks; and numbers by which others
 * know a child say when they were written down, and are taken back with a reason.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table children
      add column middle_names text,
      add column gender text not null default 'not-asked',
      add column gender_words text,
      add column gender_as_registered text not null default 'not-asked',
      add column religion text not null default 'not-asked',
      add column religion_words text,
      add column nationality text not null default 'not-asked',
      add column nationality_words text,
      add column other_languages text,
      add column interpreter_language text,
      add column disability text not null default 'not-asked',
      add column disability_words text,
      add column speech_language_needs text not null default 'not-asked',
      add column speech_language_words text;

    -- Nobody can say when earlier numbers were written down; later ones say it by themselves.
    alter table child_identifiers
      add column recorded_at timestamptz,
      add column recorded_by uuid,
      add column withdrawn_on date,
      add column withdrawn_because text,
      add constraint child_identifiers_withdrawn check ((withdrawn_on is null) = (withdrawn_because is null)),
      add constraint child_identifiers_recorder foreign key (service_id, recorded_by) references staff (service_id, id);
    alter table child_identifiers alter column recorded_at set default clock_timestamp();
  `.execute(db)
}
