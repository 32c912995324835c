import { sql, type Kysely } from 'kysely'

/**
 * Seals make the audit tamper-evident: each holds the hash of one entry and of everything sealed before it. Entries are written
 * unsealed, so that looks do not wait for each other, and sealed a moment later in an order in which nothing can still come in between.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    -- The transaction has its number before the entry gets its own: an entry whose number is lower than that of one sealed before
    -- its transaction began was put in afterwards.
    create sequence audit_entry_numbers;
    select setval('audit_entry_numbers', last_value, is_called) from audit_entries_id_seq;
    create function next_audit_entry_number() returns bigint language plpgsql as $body$
    begin
      perform pg_current_xact_id();
      return nextval('audit_entry_numbers');
    end
    $body$;
    alter table audit_entries alter column id drop identity;
    alter table audit_entries alter column id set default next_audit_entry_number();
    alter sequence audit_entry_numbers owned by audit_entries.id;

    alter table audit_entries add column transaction_id xid8 not null default pg_current_xact_id();
    create index audit_entries_by_transaction on audit_entries (service_id, transaction_id, id);

    -- No foreign key to the entries: a seal has to be able to outlive its entry, or the removal would not be noticed.
    create table audit_seals (
      service_id uuid not null references services,
      sequence bigint not null check (sequence > 0),
      entry_id bigint not null,
      content_hash text not null,
      hash text not null,
      sealed_at timestamptz not null default clock_timestamp(),
      sealed_by xid8 not null default pg_current_xact_id(),
      settled_before xid8 not null default pg_snapshot_xmin(pg_current_snapshot()),
      primary key (service_id, sequence),
      unique (service_id, entry_id)
    );
    select keep_to_service('audit_seals');
    create trigger refuse_change before update or delete on audit_seals
      for each row execute function refuse_change();

    create trigger refuse_truncate before truncate on audit_seals for each statement execute function refuse_change();
    create trigger refuse_truncate before truncate on audit_entries for each statement execute function refuse_change();
  `.execute(db)
}
