import { sql, type Kysely } from 'kysely'

/**
 * What workers ask somebody to agree to, and the answer: an agreement, or why not. One request at a time about the same; who agreed to
 * what is a record of its own.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table agreement_requests (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      rule_id text not null,
      subject_id uuid not null,
      asked_by uuid not null,
      asked_on date not null,
      why text not null,
      answered_by uuid,
      answered_on date,
      agreement_id uuid,
      declined_because text,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      check ((answered_by is null) = (answered_on is null)),
      check (num_nonnulls(agreement_id, declined_because) = num_nonnulls(answered_on)),
      check (answered_by <> asked_by),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, asked_by) references staff (service_id, id),
      foreign key (service_id, answered_by) references staff (service_id, id),
      foreign key (service_id, agreement_id) references rule_agreements (service_id, id)
    );
    create index agreement_requests_by_child on agreement_requests (service_id, child_id);
    create unique index agreement_requests_open on agreement_requests (service_id, child_id, rule_id, subject_id)
      where answered_on is null;

    create trigger keep_history before update or delete on agreement_requests for each row execute function keep_history();
    select keep_to_service('agreement_requests');
  `.execute(db)
}
