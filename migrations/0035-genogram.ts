import { sql, type Kysely } from 'kysely'

/** How a family changed the drawing of itself: where a piece was put, another symbol, another name. One drawing for each child. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table genogram_pieces (
      service_id uuid not null,
      id uuid not null default gen_random_uuid(),
      child_id uuid not null,
      person_id uuid not null,
      -- Counted from where the child of the drawing stands when nothing is moved. Both or none.
      x integer,
      y integer,
      symbol text,
      words text,
      label text,
      recorded_at timestamptz not null default clock_timestamp(),
      recorded_by uuid,
      primary key (service_id, id),
      check (num_nonnulls(x, y) in (0, 2)),
      check ((symbol is not distinct from 'words') = (words is not null)),
      foreign key (service_id, child_id) references children (service_id, id),
      foreign key (service_id, person_id) references people (service_id, id),
      foreign key (service_id, recorded_by) references staff (service_id, id)
    );
    create unique index genogram_pieces_by_child on genogram_pieces (service_id, child_id, person_id);
    create index genogram_pieces_by_person on genogram_pieces (service_id, person_id);

    create trigger keep_history before update or delete on genogram_pieces for each row execute function keep_history();
    select keep_to_service('genogram_pieces');
  `.execute(db)
}
