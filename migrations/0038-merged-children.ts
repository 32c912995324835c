import { sql, type Kysely } from 'kysely'

/**
 * One child, two records: which was merged into which, what moved, and how to undo it. Rows that name a child are pointed at the record
 * that is kept; nothing new can be recorded of one that was merged.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table children
      add column merged_into_id uuid check (merged_into_id <> id),
      -- In a file of the exchange format the record that was kept may come later.
      add foreign key (service_id, merged_into_id) references children (service_id, id) deferrable initially deferred;
    create index children_merged on children (service_id, id) include (merged_into_id) where merged_into_id is not null;
    create index children_merged_into on children (service_id, merged_into_id) where merged_into_id is not null;

    -- Planned each time: a plan made while the table is empty may read all of a service's children, and would be kept.
    create function refuse_merged_child() returns trigger language plpgsql set plan_cache_mode = 'force_custom_plan' as $body$
    declare
      named text;
      named_id uuid;
      went_to uuid;
      becomes jsonb := to_jsonb(new);
    begin
      foreach named in array tg_argv loop
        named_id := becomes ->> named;
        -- The lock makes whoever records wait for a merge that has just begun.
        select merged_into_id into went_to from children
          where service_id = new.service_id and id = named_id for key share;
        if went_to is not null then
          raise exception 'The record of this child was merged into another' using errcode = 'restrict_violation';
        end if;
      end loop;
      return new;
    end
    $body$;

    create function moves_with_child(records regclass, variadic named text[]) returns void language plpgsql as $body$
    begin
      execute format('create trigger refuse_merged_child before insert or update of %s on %s for each row execute function refuse_merged_child(%s)',
        (select string_agg(quote_ident(one), ', ') from unnest(named) one), records,
        (select string_agg(quote_literal(one), ', ') from unnest(named) one));
    end
    $body$;

    -- What was signed or said stays word for word; whose record it stands in may change, between two records that a merge joins.
    create function refuse_change_but_of_child() returns trigger language plpgsql as $body$
    declare
      named text;
      was jsonb := to_jsonb(old);
      becomes jsonb;
    begin
      if tg_op = 'DELETE' then
        raise exception 'Rows of % are never changed', tg_table_name;
      end if;
      becomes := to_jsonb(new);
      if was - tg_argv is distinct from becomes - tg_argv then
        raise exception 'Rows of % are never changed', tg_table_name;
      end if;
      foreach named in array tg_argv loop
        if was -> named is distinct from becomes -> named and not exists (
          select from child_merges m where m.service_id = old.service_id
            and (m.kept_child_id, m.merged_child_id) in (
              ((was ->> named)::uuid, (becomes ->> named)::uuid), ((becomes ->> named)::uuid, (was ->> named)::uuid)))
        then
          raise exception 'Rows of % are never changed', tg_table_name;
        end if;
      end loop;
      insert into row_history (service_id, table_name, row_id, was, replaced_by)
      values (old.service_id, tg_table_name, old.id, was, nullif(current_setting('alongside.staff_id', true), '')::uuid);
      return new;
    end
    $body$;

    do $$
    declare one record;
    begin
      for one in
        select k.conrelid::regclass as records, array_agg(distinct a.attname::text) as named
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
        where k.contype = 'f' and k.confrelid = 'children'::regclass and k.conrelid <> 'children'::regclass
          and k.connamespace = current_schema()::regnamespace
          -- Keys for searching are made from the rest; a family's drawing stays with the record it was drawn in.
          and k.conrelid::regclass::text not in ('child_search_keys', 'genogram_pieces')
        group by k.conrelid
      loop
        perform moves_with_child(one.records, variadic one.named);
        if exists (select from pg_trigger where tgrelid = one.records and tgfoid = 'refuse_change'::regproc) then
          execute format('drop trigger refuse_change on %s', one.records);
          if exists (select from pg_attribute where attrelid = one.records and attname = 'subject_id') then
            one.named := one.named || 'subject_id'::text;
          end if;
          execute format('create trigger refuse_change before update or delete on %s for each row execute function refuse_change_but_of_child(%s)',
            one.records, (select string_agg(quote_literal(each_one), ', ') from unnest(one.named) each_one));
        end if;
      end loop;
    end $$;

    create table child_merges (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      kept_child_id uuid not null,
      merged_child_id uuid not null,
      reason text not null,
      fields jsonb not null,
      merged_at timestamptz not null,
      merged_by uuid not null,
      undone_at timestamptz check (undone_at >= merged_at),
      undone_by uuid,
      undone_because text,
      primary key (service_id, id),
      check (kept_child_id <> merged_child_id),
      check (num_nonnulls(undone_at, undone_by, undone_because) in (0, 3)),
      foreign key (service_id, kept_child_id) references children (service_id, id),
      foreign key (service_id, merged_child_id) references children (service_id, id) deferrable initially deferred,
      foreign key (service_id, merged_by) references staff (service_id, id),
      foreign key (service_id, undone_by) references staff (service_id, id)
    );
    create index child_merges_by_kept on child_merges (service_id, kept_child_id);
    create index child_merges_by_merged on child_merges (service_id, merged_child_id);
    create unique index child_merges_one_at_a_time on child_merges (service_id, merged_child_id) where undone_at is null;

    -- Every row that named either child when they were merged, and whose it was: undoing knows what goes back and what came later.
    create table child_merge_rows (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      merge_id uuid not null,
      table_name text not null,
      column_name text not null,
      row_id uuid not null,
      was_of text not null check (was_of in ('kept', 'merged')),
      primary key (service_id, id),
      unique (service_id, merge_id, table_name, column_name, row_id),
      foreign key (service_id, merge_id) references child_merges (service_id, id)
    );

    -- The restriction that a merge made so that nobody sees more than before, and the one it followed.
    create table child_merge_restrictions (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      merge_id uuid not null,
      restriction_id uuid not null,
      replaced_restriction_id uuid,
      primary key (service_id, id),
      unique (service_id, merge_id),
      foreign key (service_id, merge_id) references child_merges (service_id, id),
      foreign key (service_id, restriction_id) references restrictions (service_id, id),
      foreign key (service_id, replaced_restriction_id) references restrictions (service_id, id)
    );

    create table not_duplicates (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      other_child_id uuid not null,
      reason text not null,
      answered_at timestamptz not null,
      answered_by uuid not null,
      primary key (service_id, id),
      unique (service_id, child_id, other_child_id),
      check (child_id < other_child_id),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, other_child_id) references children (service_id, id) deferrable initially deferred,
      foreign key (service_id, answered_by) references staff (service_id, id)
    );

    create trigger keep_history before update or delete on child_merges for each row execute function keep_history();
    create trigger refuse_change before update or delete on child_merge_rows for each row execute function refuse_change();
    create trigger refuse_change before update or delete on child_merge_restrictions for each row execute function refuse_change();
    create trigger refuse_change before update or delete on not_duplicates for each row execute function refuse_change();
    select keep_to_service('child_merges');
    select keep_to_service('child_merge_rows');
    select keep_to_service('child_merge_restrictions');
    select keep_to_service('not_duplicates');
  `.execute(db)
}
