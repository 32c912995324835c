import { sql, type Kysely } from 'kysely'

/** History is never overwritten: the database itself keeps each earlier version of a row, and refuses to delete one. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table row_history (
      service_id uuid not null,
      id bigint generated always as identity,
      table_name text not null,
      row_id uuid not null,
      was jsonb not null,
      replaced_at timestamptz not null default clock_timestamp(),
      replaced_by uuid,
      primary key (service_id, id)
    );
    create index row_history_by_row on row_history (service_id, table_name, row_id, id);

    create function keep_history() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'DELETE' then
        raise exception 'Rows of % are never deleted: end them, or record a correction', tg_table_name;
      end if;
      if old is distinct from new then
        insert into row_history (service_id, table_name, row_id, was, replaced_by)
        values (old.service_id, tg_table_name, old.id, to_jsonb(old),
                nullif(current_setting('alongside.staff_id', true), '')::uuid);
      end if;
      return new;
    end
    $body$;

    create function refuse_change() returns trigger language plpgsql as $body$
    begin
      raise exception 'Rows of % are never changed', tg_table_name;
    end
    $body$;

    create trigger refuse_change before update or delete on row_history
      for each row execute function refuse_change();

    create table audit_entries (
      service_id uuid not null references services,
      id bigint generated always as identity,
      at timestamptz not null default clock_timestamp(),
      staff_id uuid,
      action text not null,
      child_id uuid,
      subject_id uuid,
      detail text,
      primary key (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index audit_entries_by_child on audit_entries (service_id, child_id, id);
    create trigger refuse_change before update or delete on audit_entries
      for each row execute function refuse_change();

    create table submissions (
      service_id uuid not null references services,
      form_key uuid not null,
      went_to text,
      at timestamptz not null default clock_timestamp(),
      primary key (service_id, form_key)
    );
  `.execute(db)
}
