import { sql, type Kysely } from 'kysely'

/** Whose e-mail of a day was claimed and sent: each goes once, whichever copy of the application sends it. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table daily_mails (
      service_id uuid not null,
      staff_id uuid not null,
      mailed_for date not null,
      sent_at timestamptz,
      primary key (service_id, staff_id, mailed_for),
      foreign key (service_id, staff_id) references staff (service_id, id)
    );
    select keep_to_service('daily_mails');
  `.execute(db)
}
