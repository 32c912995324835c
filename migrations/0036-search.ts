import { sql, type Kysely } from 'kysely'

/**
 * What a search looks children up by, and what somebody searched for.
 *
 * Row-level security lets an index be used for nothing but comparisons that give nothing away (leakproof): of texts, `=` and `<`. So whatever a
 * search finds by is a text of its own here. The keys of children recorded before are made when the application next starts: they need
 * the code that makes them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table child_search_keys (
      service_id uuid not null,
      child_id uuid not null,
      kind text not null,
      key text collate "C" not null,
      primary key (service_id, key, child_id, kind),
      foreign key (service_id, child_id) references children (service_id, id)
    );
    create index child_search_keys_by_child on child_search_keys (service_id, child_id, key);
    select keep_to_service('child_search_keys');

    create table search_spellings (
      service_id uuid not null references services,
      spelling text collate "C" not null,
      key text collate "C" not null,
      primary key (service_id, spelling, key)
    );
    select keep_to_service('search_spellings');

    create table searches (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      staff_id uuid not null,
      text text not null,
      searched_at timestamptz not null,
      primary key (service_id, id),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    create index searches_by_age on searches (service_id, searched_at);
    select keep_to_service('searches');
  `.execute(db)
}
