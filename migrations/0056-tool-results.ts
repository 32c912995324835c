import { sql, type Kysely } from 'kysely'

/**
 * What was found with a tool beside the assessment, as it was on its day. It is never edited: the next result follows it, and a mistake is
 * withdrawn and stays. The event that the rules read is recorded together with it and named here.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table tool_results (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      event_id uuid,
      tool text not null,
      tool_version integer not null check (tool_version >= 1),
      done_on date not null,
      answers jsonb not null,
      withdrawn_on date,
      withdrawn_because text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check ((withdrawn_on is null) = (withdrawn_because is null)),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, event_id) references case_events (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index tool_results_by_child on tool_results (service_id, child_id, done_on);
    create unique index tool_results_by_event on tool_results (service_id, event_id) where event_id is not null;

    create trigger keep_history before update or delete on tool_results for each row execute function keep_history();
    select keep_to_service('tool_results');
    select moves_with_child('tool_results', 'child_id');
  `.execute(db)
}
