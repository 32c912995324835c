import { sql, type Kysely } from 'kysely'

/** What whoever meets a child has to know first, with who looks after it and when it is looked at again. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table alerts (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      kind text not null,
      what text not null,
      what_to_do text not null,
      owner_id uuid not null,
      started_on date not null,
      review_on date not null check (review_on > started_on),
      ended_on date check (ended_on >= started_on),
      ended_because text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check ((ended_on is null) = (ended_because is null)),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, owner_id) references staff (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index alerts_by_child on alerts (service_id, child_id, started_on);
    create index alerts_to_review on alerts (service_id, review_on) where ended_on is null;

    create trigger keep_history before update or delete on alerts for each row execute function keep_history();
    select keep_to_service('alerts');
  `.execute(db)
}
