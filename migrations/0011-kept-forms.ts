import { sql, type Kysely } from 'kysely'

/**
 * Forms that could not be sent, sealed so that the database alone cannot open them; and keys of forms that belong to who sends them.
 *
 * The keys given out until now do not say whose they are. They are forgotten: they only matter while a page is open.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    truncate submissions;
    alter table submissions drop constraint submissions_pkey;
    alter table submissions add column staff_id uuid not null;
    alter table submissions add primary key (service_id, staff_id, form_key);
    alter table submissions add foreign key (service_id, staff_id) references staff (service_id, id);

    create table kept_forms (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      staff_id uuid not null,
      page text not null,
      address_hash text not null,
      content text not null,
      kept_at timestamptz not null,
      primary key (service_id, id),
      unique (service_id, staff_id, address_hash),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index kept_forms_by_age on kept_forms (service_id, kept_at);
    select keep_to_service('kept_forms');
  `.execute(db)
}
