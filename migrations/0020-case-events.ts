import { sql, type Kysely } from 'kysely'

/** What happened to a child and what was done, of many kinds: one table, told apart by kind and topic. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table case_events (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      intervention_id uuid,
      kind text not null,
      topic text,
      about_id uuid,
      happened_on date not null,
      review_on date,
      people text,
      note text not null,
      withdrawn_on date,
      withdrawn_because text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check (num_nonnulls(referral_id, intervention_id) = 1),
      check ((withdrawn_on is null) = (withdrawn_because is null)),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, intervention_id) references interventions (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index case_events_by_child on case_events (service_id, child_id, happened_on);
    create index case_events_by_referral on case_events (service_id, referral_id);
    create index case_events_by_intervention on case_events (service_id, intervention_id);

    create trigger keep_history before update or delete on case_events for each row execute function keep_history();
    select keep_to_service('case_events');
  `.execute(db)
}
