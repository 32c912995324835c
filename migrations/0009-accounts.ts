import { sql, type Kysely } from 'kysely'

/**
 * Ways in. The history of an account says that a password or a second factor changed, when and by whom, but never holds what it was:
 * the trigger leaves the columns it is told of out, and keeps nothing when only those changed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function keep_history_without_secrets() returns trigger language plpgsql as $body$
    declare
      was jsonb := to_jsonb(old) - tg_argv;
    begin
      if tg_op = 'DELETE' then
        raise exception 'Rows of % are never deleted: end them, or record a correction', tg_table_name;
      end if;
      if was is distinct from to_jsonb(new) - tg_argv then
        insert into row_history (service_id, table_name, row_id, was, replaced_by)
        values (old.service_id, tg_table_name, old.id, was,
                nullif(current_setting('alongside.staff_id', true), '')::uuid);
      end if;
      return new;
    end
    $body$;

    create table accounts (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      staff_id uuid not null,
      user_name text not null unique,
      email text unique,
      password_hash text,
      password_changed_at timestamptz,
      must_change_password boolean not null default false,
      totp_secret text,
      totp_last_step bigint,
      second_factor_since timestamptz,
      recovery_code_hashes text[] not null default '{}',
      sessions_valid_from timestamptz not null,
      primary key (service_id, id),
      unique (service_id, staff_id),
      foreign key (service_id, staff_id) references staff (service_id, id),
      check ((totp_secret is null) = (second_factor_since is null))
    );
    create trigger keep_history before update or delete on accounts for each row
      execute function keep_history_without_secrets('password_hash', 'totp_secret', 'totp_last_step', 'recovery_code_hashes');

    create table identity_links (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      staff_id uuid not null,
      issuer text not null,
      subject text not null,
      linked_at timestamptz not null,
      ended_at timestamptz,
      primary key (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create unique index identity_links_by_subject on identity_links (issuer, subject) where ended_at is null;
    create unique index identity_links_once_an_issuer on identity_links (service_id, staff_id, issuer) where ended_at is null;
    create trigger keep_history before update or delete on identity_links for each row execute function keep_history();

    -- Whoever signs in has no service yet: the row is found that has exactly the name they gave, and nothing can be done to it.
    select keep_to_service('accounts');
    create policy signing_in on accounts for select
      using (nullif(current_setting('alongside.signing_in', true), '') in (user_name, email));
    select keep_to_service('identity_links');
    create policy signing_in on identity_links for select
      using (nullif(current_setting('alongside.signing_in', true), '') = issuer || ' ' || subject);

    create table sign_in_attempts (
      id bigint generated always as identity primary key,
      user_name_hash text not null,
      address_hash text not null,
      device_hash text,
      at timestamptz not null,
      succeeded boolean not null default false
    );
    create index sign_in_attempts_by_user_name on sign_in_attempts (user_name_hash, at);
    create index sign_in_attempts_by_address on sign_in_attempts (address_hash, at);
    create index sign_in_attempts_by_age on sign_in_attempts (at);
  `.execute(db)
}
