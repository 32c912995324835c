import { sql, type Kysely } from 'kysely'

/** Texts that a format with separators, escapes and an encoding could get wrong. */
export const difficultTexts: readonly string[] = [
  'tab\there, newline\nhere, carriage return\rhere, both\r\nhere',
  String.raw`\. and \n and \\ and \N and a \ at the end \ `.trimEnd(),
  '\\.',
  '\\N',
  '',
  ' spaces around ',
  'quotes " \' ` and $$ and , and ;',
  'Zoë Łukasz Ωmega 李 עברית 👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301',
  '\u0001\u0008\u000b\u000c\u007f\u2028\ufeff',
  'long '.repeat(100_000),
]

/** The one service of the sample: tests look at its records from connections that stand in it. */
export const sampleService = '5e0f5a3c-6c1f-4a43-9a0e-2d1f7c9b8e11'

/**
 * Fills a migrated database: every difficult text, a review that refers to a later row of its own table, an
 * earlier version in the history, audit entries with a gap in their numbers, somebody signed in.
 *
 * @param db  connections that stand in the sample service
 */
export async function fillDatabase(db: Kysely<unknown>): Promise<void> {
  await sql`
    with service as (
      insert into services (id, name, area_name, nation, police_force) values (${sampleService}, 'Test service', 'Testshire', 'England', 'Testshire Police')
      returning id
    ), author as (
      insert into staff (service_id, name, role, agency, job_title)
      select id, 'Test person', 'case-manager', 'youth-justice-service', 'Case manager' from service
    )
    insert into children (service_id, given_name, family_name, born_on, sex, what_matters, match_keys)
    select id, 'Robin', 'Number ' || number, date '2011-06-15' + number::integer, 'female', text, array[left(text, 50), null, 'a"b\\c{}']
    from service, unnest(${difficultTexts}::text[]) with ordinality as texts (text, number)`.execute(
    db,
  )
  await addAssessments(db)
  await sql`update children set known_as = 'Rob' where family_name = 'Number 2'`.execute(db)
  await addAudit(db)
  await sql`insert into sessions values ('somebody', '{}', '2999-01-01')`.execute(db)
}

async function addAssessments(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into assessments (service_id, child_id, form, form_version, answers, started_on, author_id)
    select c.service_id, c.id, 'short', 1, jsonb_build_object('text', c.what_matters, 'number', 1.50, 'none', null), '2026-01-05', s.id
    from children c join staff s using (service_id)`.execute(db)
  // The row that refers now lies before and after rows it refers to, and the history has its earlier form.
  await sql`
    update assessments a set review_of = b.id
    from (select id, lead(id) over (order by id) as next from assessments) b
    where a.id = b.next or (b.next is null and a.id = (select min(id::text)::uuid from assessments))`.execute(
    db,
  )
}

async function addAudit(db: Kysely<unknown>): Promise<void> {
  const look = sql`insert into audit_entries (service_id, action) select id, 'child.opened' from services`
  await look.execute(db)
  // A number that was given out and not used stays unused.
  await db
    .transaction()
    .execute(async trx => {
      await look.execute(trx)
      throw new Error('taken back')
    })
    .catch(() => undefined)
  await look.execute(db)
}
