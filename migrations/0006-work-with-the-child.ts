import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table interventions (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      kind text not null,
      started_on date not null,
      ended_on date check (ended_on >= started_on),
      result text,
      achieved text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id)
    );
    create index interventions_by_child on interventions (service_id, child_id, started_on);
    create index interventions_open on interventions (service_id, child_id) where ended_on is null;
    create index interventions_by_start on interventions (service_id, started_on);
    create index interventions_by_end on interventions (service_id, ended_on);
    create index interventions_by_referral on interventions (service_id, referral_id);

    alter table assessments add foreign key (service_id, intervention_id) references interventions (service_id, id);
    create index assessments_by_intervention on assessments (service_id, intervention_id);

    create table intervention_outcomes (
      service_id uuid not null,
      intervention_id uuid not null,
      outcome_id uuid not null,
      primary key (service_id, intervention_id, outcome_id),
      foreign key (service_id, intervention_id) references interventions (service_id, id),
      foreign key (service_id, outcome_id) references outcomes (service_id, id)
    );
    create index intervention_outcomes_by_outcome on intervention_outcomes (service_id, outcome_id);

    create table allocations (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      intervention_id uuid,
      staff_id uuid not null,
      started_on date not null,
      ended_on date check (ended_on >= started_on),
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check (num_nonnulls(referral_id, intervention_id) = 1),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, intervention_id) references interventions (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index allocations_by_staff on allocations (service_id, staff_id, ended_on);
    create index allocations_by_referral on allocations (service_id, referral_id);
    create index allocations_by_intervention on allocations (service_id, intervention_id);

    create table plans (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      intervention_id uuid not null,
      previous_plan_id uuid,
      written_on date not null,
      strengths text not null,
      easier_for_you text not null,
      keeping_safe text not null,
      contingency text not null,
      restorative text not null,
      exit_plan text not null,
      author_id uuid not null,
      reviewed_on date,
      review_child_view text,
      review_progress text,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, intervention_id) references interventions (service_id, id),
      foreign key (service_id, previous_plan_id) references plans (service_id, id),
      foreign key (service_id, author_id) references staff (service_id, id)
    );
    create index plans_by_intervention on plans (service_id, intervention_id, written_on);

    create table plan_steps (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      plan_id uuid not null,
      position integer not null,
      goal text not null,
      step text not null,
      who text not null,
      by_when date,
      progress text,
      primary key (service_id, id),
      foreign key (service_id, plan_id) references plans (service_id, id)
    );
    create index plan_steps_by_plan on plan_steps (service_id, plan_id, position);

    create table service_agreements (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      made_on date not null,
      what_we_promise text not null,
      recorded_by uuid,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index service_agreements_by_child on service_agreements (service_id, child_id, made_on);

    create table signatures (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      plan_id uuid,
      service_agreement_id uuid,
      signatory text not null,
      signed_name text not null,
      signed_on date not null,
      method text not null,
      content_hash text not null,
      recorded_by uuid,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      check (num_nonnulls(plan_id, service_agreement_id) = 1),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, plan_id) references plans (service_id, id),
      foreign key (service_id, service_agreement_id) references service_agreements (service_id, id)
    );
    create unique index signatures_once_a_plan on signatures (service_id, plan_id, signatory) where plan_id is not null;
    create unique index signatures_once_an_agreement on signatures (service_id, service_agreement_id, signatory)
      where service_agreement_id is not null;

    create table contacts (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      referral_id uuid,
      intervention_id uuid,
      staff_id uuid not null,
      kind text not null,
      planned_on date not null,
      planned_time text,
      place text,
      attendance text,
      saw_child boolean not null default false,
      saw_parent boolean not null default false,
      note text,
      noted_at timestamptz,
      noted_by uuid,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, referral_id) references referrals (service_id, id),
      foreign key (service_id, intervention_id) references interventions (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index contacts_by_child on contacts (service_id, child_id, planned_on);
    create index contacts_by_intervention on contacts (service_id, intervention_id);
    create index contacts_by_referral on contacts (service_id, referral_id);
    create index contacts_by_staff on contacts (service_id, staff_id, planned_on);

    create table rule_agreements (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      rule_id text not null,
      subject_id uuid not null,
      granted_by uuid not null,
      granted_by_role text not null,
      granted_on date not null,
      until_on date,
      reason text not null,
      child_agrees boolean,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, granted_by) references staff (service_id, id)
    );
    create index rule_agreements_by_child on rule_agreements (service_id, child_id);

    create table feedback (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      intervention_id uuid not null,
      voice text not null,
      given_on date not null,
      what_helped text not null,
      what_to_change text not null,
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, intervention_id) references interventions (service_id, id)
    );
    create index feedback_by_intervention on feedback (service_id, intervention_id);

    create trigger keep_history before update or delete on interventions for each row execute function keep_history();
    create trigger refuse_change before update or delete on intervention_outcomes for each row execute function refuse_change();
    create trigger keep_history before update or delete on allocations for each row execute function keep_history();
    create trigger keep_history before update or delete on plans for each row execute function keep_history();
    create trigger keep_history before update or delete on plan_steps for each row execute function keep_history();
    create trigger refuse_change before update or delete on service_agreements for each row execute function refuse_change();
    create trigger refuse_change before update or delete on signatures for each row execute function refuse_change();
    create trigger keep_history before update or delete on contacts for each row execute function keep_history();
    create trigger refuse_change before update or delete on rule_agreements for each row execute function refuse_change();
    create trigger keep_history before update or delete on feedback for each row execute function keep_history();
  `.execute(db)
}
