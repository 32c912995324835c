import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table referrals (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      kind text not null,
      received_on date not null,
      referred_by text not null,
      police_contact text,
      admission text,
      victim_known boolean,
      what_happened text not null,
      closed_on date,
      closed_because text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index referrals_by_child on referrals (service_id, child_id, received_on);
    create index referrals_by_closing on referrals (service_id, closed_on);
    create index referrals_open on referrals (service_id, received_on) where closed_on is null;

    create table detentions (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      referral_id uuid not null,
      station text,
      arrived_at timestamptz not null,
      released_at timestamptz check (released_at > arrived_at),
      appropriate_adult text,
      primary key (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id)
    );
    create index detentions_by_referral on detentions (service_id, referral_id);

    create table offences (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      title text not null,
      offence_group text not null,
      cjs_code text,
      occurred_on date not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id)
    );
    create index offences_by_child on offences (service_id, child_id, occurred_on);
    create index offences_by_referral on offences (service_id, referral_id);

    create table referral_checks (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      referral_id uuid not null,
      kind text not null,
      result text not null,
      checked_on date not null,
      note text not null,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id)
    );
    create index referral_checks_by_referral on referral_checks (service_id, referral_id);

    create table panels (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      held_on date not null,
      starts_at text not null,
      place text not null,
      primary key (service_id, id)
    );
    create index panels_by_date on panels (service_id, held_on);

    create table panel_listings (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      panel_id uuid not null,
      referral_id uuid not null,
      withdrawn_on date,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, panel_id) references panels (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id)
    );
    create index panel_listings_by_panel on panel_listings (service_id, panel_id);
    create index panel_listings_by_referral on panel_listings (service_id, referral_id);

    create table panel_attendances (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      panel_id uuid not null,
      agency text not null,
      attended boolean not null,
      person text,
      reason text,
      primary key (service_id, id),
      unique (service_id, panel_id, agency),
      foreign key (service_id, panel_id) references panels (service_id, id)
    );

    create trigger keep_history before update or delete on referrals for each row execute function keep_history();
    create trigger keep_history before update or delete on detentions for each row execute function keep_history();
    create trigger keep_history before update or delete on offences for each row execute function keep_history();
    create trigger keep_history before update or delete on referral_checks for each row execute function keep_history();
    create trigger keep_history before update or delete on panels for each row execute function keep_history();
    create trigger keep_history before update or delete on panel_listings for each row execute function keep_history();
    create trigger keep_history before update or delete on panel_attendances for each row execute function keep_history();
  `.execute(db)
}
