import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table assessments (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      intervention_id uuid,
      review_of uuid,
      form text not null,
      form_version integer not null,
      answers jsonb not null,
      started_on date not null,
      completed_on date,
      author_id uuid not null,
      countersigned_on date,
      countersigned_by uuid,
      countersign_note text,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, review_of) references assessments (service_id, id),
      foreign key (service_id, author_id) references staff (service_id, id),
      foreign key (service_id, countersigned_by) references staff (service_id, id),
      check ((countersigned_on is null) = (countersigned_by is null)),
      check (countersigned_by <> author_id)
    );
    create index assessments_by_child on assessments (service_id, child_id, started_on);
    create index assessments_by_referral on assessments (service_id, referral_id);

    create table judgements (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      assessment_id uuid not null,
      kind text not null,
      level text not null,
      reasons text not null,
      primary key (service_id, id),
      unique (service_id, assessment_id, kind),
      foreign key (service_id, assessment_id) references assessments (service_id, id)
    );

    create table explanations (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      referral_id uuid not null,
      explained_on date not null,
      explained_by uuid not null,
      how text not null,
      child_understood boolean not null,
      child_words text not null,
      parent_name text not null,
      parent_understood boolean not null,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, explained_by) references staff (service_id, id)
    );
    create index explanations_by_referral on explanations (service_id, referral_id);

    create table outcomes (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      panel_id uuid,
      kind text not null,
      local_name text,
      decided_on date not null,
      decided_by_service uuid,
      decided_by_police uuid,
      court text,
      rationale text,
      weighed_diversity text,
      weighed_safety text,
      weighed_wellbeing text,
      weighed_risk text,
      conditions_end_on date,
      residence text not null check (residence in ('local', 'other')),
      appeal text not null default 'none',
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, panel_id) references panels (service_id, id),
      foreign key (service_id, local_name) references outcome_names (service_id, id),
      foreign key (service_id, decided_by_service) references staff (service_id, id),
      foreign key (service_id, decided_by_police) references staff (service_id, id)
    );
    create index outcomes_by_child on outcomes (service_id, child_id, decided_on);
    create index outcomes_by_date on outcomes (service_id, decided_on);
    create index outcomes_by_referral on outcomes (service_id, referral_id);

    create table outcome_offences (
      service_id uuid not null,
      outcome_id uuid not null,
      offence_id uuid not null,
      primary key (service_id, outcome_id, offence_id),
      foreign key (service_id, outcome_id) references outcomes (service_id, id),
      foreign key (service_id, offence_id) references offences (service_id, id)
    );
    create index outcome_offences_by_offence on outcome_offences (service_id, offence_id);

    create trigger keep_history before update or delete on assessments for each row execute function keep_history();
    create trigger keep_history before update or delete on judgements for each row execute function keep_history();
    create trigger keep_history before update or delete on explanations for each row execute function keep_history();
    create trigger keep_history before update or delete on outcomes for each row execute function keep_history();
    create trigger refuse_change before update or delete on outcome_offences for each row execute function refuse_change();
  `.execute(db)
}
