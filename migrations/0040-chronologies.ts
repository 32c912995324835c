import { sql, type Kysely } from 'kysely'

/**
 * A chosen chronology: entries picked from a child's timeline or written here, each with why it matters, and what the pattern tells. What
 * is chosen points at its record until the chronology is finished; then its words are written here and stay. The indexes let the timeline
 * read each kind from its newest entry. A finished chronology stays as it is: only the child that it belongs to can change, when two
 * records become one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table chronologies (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      copied_from_id uuid,
      title text not null,
      purpose text,
      audience text,
      pattern text,
      child_view text,
      started_on date not null,
      author_id uuid not null,
      finished_on date check (finished_on >= started_on),
      finished_by uuid,
      content_hash text,
      recorded_at timestamptz not null default clock_timestamp(),
      primary key (service_id, id),
      check (num_nonnulls(finished_on, finished_by, content_hash) in (0, 3)),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, copied_from_id) references chronologies (service_id, id),
      foreign key (service_id, author_id) references staff (service_id, id),
      foreign key (service_id, finished_by) references staff (service_id, id)
    );
    create index chronologies_by_child on chronologies (service_id, child_id, started_on);

    create table chronology_entries (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      chronology_id uuid not null,
      happened_on date not null,
      source_kind text,
      source_id uuid,
      what text,
      told_by text,
      why_it_matters text,
      removed_on date,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check ((source_kind is null) = (source_id is null)),
      check (source_kind is not null or (what is not null and told_by is not null)),
      foreign key (service_id, chronology_id) references chronologies (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create index chronology_entries_by_chronology on chronology_entries (service_id, chronology_id, happened_on);
    create unique index chronology_entries_once on chronology_entries (service_id, chronology_id, source_kind, source_id)
      where removed_on is null;

    create index plans_by_child on plans (service_id, child_id, written_on);
    create index signatures_by_child on signatures (service_id, child_id, signed_on);
    create index feedback_by_child on feedback (service_id, child_id, given_on);
    create index circumstances_by_start on circumstances (service_id, child_id, started_on);

    create function keep_finished_chronology() returns trigger language plpgsql as $body$
    declare is_finished boolean;
    begin
      if tg_table_name = 'chronologies' then
        is_finished := old.finished_on is not null;
      else
        is_finished := exists (select from chronologies c
          where c.service_id = new.service_id and c.id = new.chronology_id and c.finished_on is not null);
      end if;
      if is_finished and to_jsonb(new) - 'child_id' <> to_jsonb(old) - 'child_id' then
        raise exception 'A finished chronology is never changed';
      end if;
      return new;
    end
    $body$;
    create trigger keep_finished before update on chronologies for each row execute function keep_finished_chronology();
    create trigger keep_finished before update on chronology_entries for each row execute function keep_finished_chronology();

    create trigger keep_history before update or delete on chronologies for each row execute function keep_history();
    create trigger keep_history before update or delete on chronology_entries for each row execute function keep_history();
    select keep_to_service('chronologies');
    select keep_to_service('chronology_entries');
  `.execute(db)
}
