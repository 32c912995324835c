import { sql, type Kysely } from 'kysely'

/** Who sees which child: a service's own reach for a role, records for named people only, and urgent ways into them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table role_reaches (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      role text not null,
      reach text not null check (reach in
        ('own-work', 'own-team', 'whole-service', 'police-referrals', 'tonights-panel', 'shared-with-me')),
      primary key (service_id, id),
      unique (service_id, role)
    );

    create table restrictions (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      started_on date not null,
      ended_on date check (ended_on >= started_on),
      why text not null,
      contact_id uuid not null,
      recorded_by uuid,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, contact_id) references staff (service_id, id)
    );
    create unique index restrictions_one_a_child on restrictions (service_id, child_id) where ended_on is null;

    create table restriction_names (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      restriction_id uuid not null,
      staff_id uuid not null,
      primary key (service_id, id),
      unique (service_id, restriction_id, staff_id),
      foreign key (service_id, restriction_id) references restrictions (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );

    create table urgent_accesses (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      restriction_id uuid not null,
      child_id uuid not null,
      staff_id uuid not null,
      reason text not null,
      granted_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > granted_at),
      primary key (service_id, id),
      foreign key (service_id, restriction_id) references restrictions (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index urgent_accesses_by_restriction on urgent_accesses (service_id, restriction_id, staff_id);

    create table notices (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      staff_id uuid not null,
      kind text not null,
      child_id uuid not null,
      subject_id uuid not null,
      noticed_at timestamptz not null,
      primary key (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index notices_by_person on notices (service_id, staff_id, noticed_at);

    select keep_to_service('role_reaches');
    select keep_to_service('restrictions');
    select keep_to_service('restriction_names');
    select keep_to_service('urgent_accesses');
    select keep_to_service('notices');

    create trigger keep_history before update or delete on role_reaches for each row execute function keep_history();
    create trigger keep_history before update or delete on restrictions for each row execute function keep_history();
    create trigger keep_history before update or delete on restriction_names for each row execute function keep_history();
    create trigger refuse_change before update or delete on urgent_accesses for each row execute function refuse_change();
    create trigger refuse_change before update or delete on notices for each row execute function refuse_change();
  `.execute(db)
}
