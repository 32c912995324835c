import type { Kysely } from 'kysely'
import type { Config } from '#config'
import { isWorkingDay } from '#domain/calendar/working-days.ts'
import { dailyMail } from '#domain/notices/daily-mail.ts'
import type { Clock } from '#platform/clock.ts'
import { connectMailer, type Mailer } from '#platform/mail/mailer.ts'
import { claimMail, listMailRecipients, settleMail } from '#records/daily-mails.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { listServices } from '#records/services.ts'

interface Mailing {
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly mailer: Mailer
  /** Where people reach Alongside. */
  readonly address: string
}

/** When it goes out: at seven in the morning, on the days from Monday to Friday. */
export const dailyMailTime = '0 7 * * 1-5'

/**
 * Sends everybody the e-mail of today who has something waiting and was not sent one yet; nobody on a bank holiday.
 *
 * @returns how many were sent
 * @throws AggregateError when some could not be sent: they are tried again when this runs again
 */
export async function sendDailyMails(mailing: Mailing): Promise<number> {
  const { db, clock } = mailing
  if (!isWorkingDay(clock.today())) return 0
  const failures: unknown[] = []
  let sent = 0
  for (const { id: serviceId } of await listServices(db)) {
    const recipients = await inService(db, { serviceId, staffId: null }, scope =>
      listMailRecipients(scope, clock.today()),
    )
    for (const { staffId, email, counts } of recipients) {
      const mail = dailyMail(counts, mailing.address)
      if (mail === null) continue
      try {
        sent += await sendOnce(mailing, { serviceId, staffId }, { to: email, ...mail })
      } catch (error) {
        failures.push(error)
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some e-mails could not be sent')
  return sent
}

/** The mailer and the address of a service that has them; null where no mail server is set. */
export function mailSettingsOf(config: Config): Pick<Mailing, 'mailer' | 'address'> | null {
  const { ALONGSIDE_SMTP_URL: url, ALONGSIDE_MAIL_FROM: from, ALONGSIDE_ADDRESS: address } = config
  if (url === null) return null
  if (from === null || address === null) {
    throw new Error('ALONGSIDE_SMTP_URL also needs ALONGSIDE_MAIL_FROM and ALONGSIDE_ADDRESS')
  }
  return { mailer: connectMailer(url, from), address: address.replace(/\/$/, '') }
}

/** Claimed first: a second copy of the application then does not send it too. */
async function sendOnce(
  { db, clock, mailer }: Mailing,
  who: { readonly serviceId: string; readonly staffId: string },
  message: Parameters<Mailer['send']>[0],
): Promise<0 | 1> {
  const asService = { serviceId: who.serviceId, staffId: null }
  const day = clock.today()
  const isOurs = await inService(db, asService, scope => claimMail(scope, who.staffId, day))
  if (!isOurs) return 0
  const settle = (sentAt: ReturnType<Clock['now']> | null) =>
    inService(db, asService, scope => settleMail(scope, { staffId: who.staffId, day }, sentAt))
  try {
    await mailer.send(message)
  } catch (error) {
    await settle(null)
    throw error
  }
  await settle(clock.now())
  return 1
}
