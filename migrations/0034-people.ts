import { sql, type Kysely } from 'kysely'

/**
 * People are records of their own: one row however many children they are around, and links between them for families.
 *
 * Each relationship's name and telephone number become a person; relationships that named a child known to the service become one shared
 * person, who is that child in families. The earlier rows stay in the history.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table people (
      service_id uuid not null references services,
      id uuid not null default gen_random_uuid(),
      given_name text not null,
      family_name text,
      known_as text,
      sex text not null default 'not-known',
      gender_shown text,
      born_on date,
      died_on date check (died_on >= born_on),
      phone text,
      email text,
      address text,
      organisation text,
      job_title text,
      match_keys text[] not null default '{}',
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id)
    );
    create index people_by_match_key on people using gin (match_keys);
    create index people_by_phone on people (service_id, right(regexp_replace(phone, '[^0-9]', '', 'g'), 10))
      where phone is not null;
    create trigger keep_history before update or delete on people for each row execute function keep_history();
    select keep_to_service('people');

    create table family_links (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      from_person_id uuid not null,
      to_person_id uuid not null check (to_person_id <> from_person_id),
      kind text not null check (kind in ('parent', 'partner')),
      nature text not null,
      started_on date,
      ended_on date check (ended_on >= started_on),
      withdrawn_on date,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      foreign key (service_id, from_person_id) references people (service_id, id),
      foreign key (service_id, to_person_id) references people (service_id, id)
    );
    create index family_links_by_from on family_links (service_id, from_person_id);
    create index family_links_by_to on family_links (service_id, to_person_id);
    create unique index family_links_one_open on family_links (service_id, kind,
        (case kind when 'parent' then from_person_id else least(from_person_id, to_person_id) end),
        (case kind when 'parent' then to_person_id else greatest(from_person_id, to_person_id) end))
      where ended_on is null and withdrawn_on is null;
    create trigger keep_history before update or delete on family_links for each row execute function keep_history();
    select keep_to_service('family_links');

    alter table children add column person_id uuid;
    alter table relationships
      add column person_id uuid,
      add column may_be_contacted boolean not null default true,
      add column note text;

    do $body$
    declare
      was text := coalesce(current_setting('alongside.service_id', true), '');
      service uuid;
    begin
      for service in select id from services order by id loop
        perform set_config('alongside.service_id', service::text, true);

        create temporary table moved on commit drop as
          with numbered as materialized (
            select r.id as relationship_id, r.related_child_id, r.phone, gen_random_uuid() as new_id,
              btrim(regexp_replace(r.name, '[[:space:]]+', ' ', 'g')) as name
            from relationships r where r.service_id = service)
          select relationship_id, related_child_id, phone, name, first_value(new_id) over (
            partition by coalesce(related_child_id, relationship_id) order by relationship_id) as person_id
          from numbered;

        insert into people (service_id, id, given_name, family_name, phone, match_keys)
        select distinct on (person_id) service, person_id,
          case when name ~ ' ' then regexp_replace(name, ' [^ ]+$', '') else name end,
          case when name ~ ' ' then substring(name from '[^ ]+$') end,
          case when related_child_id is null then phone end,
          regexp_split_to_array(btrim(regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g')), ' ')
        from moved order by person_id, relationship_id;

        update relationships r set person_id = m.person_id,
          note = case when m.related_child_id is not null and m.phone is not null then 'Telephone: ' || m.phone end
        from moved m where r.service_id = service and r.id = m.relationship_id;

        update children c set person_id = m.person_id
        from moved m where c.service_id = service and c.id = m.related_child_id;

        drop table moved;
      end loop;
      perform set_config('alongside.service_id', was, true);
    end
    $body$;

    alter table relationships
      alter column person_id set not null,
      drop column name,
      drop column phone,
      drop column related_child_id,
      add foreign key (service_id, person_id) references people (service_id, id);
    alter table children add foreign key (service_id, person_id) references people (service_id, id);

    create unique index children_by_person on children (service_id, person_id) where person_id is not null;
    create index relationships_by_person on relationships (service_id, person_id);
  `.execute(db)
}
