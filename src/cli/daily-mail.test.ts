import { once } from 'node:events'
import { Temporal } from 'temporal-polyfill'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '#config'
import type { Role } from '#domain/access/permissions.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { connect } from '#platform/db/connect.ts'
import { startTimetable } from '#platform/jobs/start-timetable.ts'
import { connectMailer } from '#platform/mail/mailer.ts'
import { insertAccount } from '#records/accounts.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import {
  aChild,
  aContact,
  aService,
  aStaffMember,
  anAllocation,
  anIntervention,
} from '#test/builders.ts'
import { testDatabase } from '#test/database.ts'
import { dailyMailTime, mailSettingsOf, sendDailyMails } from './daily-mail.ts'

/** A mail server on a free port of this machine; `refusing` makes it turn messages away. */
const received: { to: string; text: string }[] = []
let refusing = false
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      if (refusing) {
        done(new Error('Mailbox is full'))
        return
      }
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      received.push({ to, text: Buffer.concat(parts).toString() })
      done()
    })
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
const bound = server.server.address()
const port = typeof bound === 'object' && bound !== null ? bound.port : 0

const { connection } = await testDatabase()
const db = connect<Database>(connection)
const serviceId = await aService(db, { isDemonstration: false })
const mailer = connectMailer(`smtp://127.0.0.1:${port}`, 'Alongside <alongside@example.org>')
let today = plainDate('2026-03-02')
const clock = { today: () => today, now: () => Temporal.Instant.from('2026-03-02T07:00:00Z') }
const mailing = { db, clock, mailer, address: 'https://alongside.example' }

async function person(email: string | null, role: Role): Promise<string> {
  const staffId = await aStaffMember(db, serviceId, { role, name: 'Wren Amberley' })
  await inService(db, { serviceId, staffId: null }, scope =>
    insertAccount(scope, {
      staffId,
      userName: `user-${staffId}`,
      email,
      passwordHash: null,
      mustChangePassword: false,
      now: Temporal.Instant.from('2026-03-01T09:00:00Z'),
    }),
  )
  return staffId
}

const worker = await person('worker@example.org', 'case-manager')
await person('idle@example.org', 'case-manager')
await person(null, 'team-manager')
await inService(db, { serviceId, staffId: null }, async scope => {
  const childId = await aChild(scope, { givenName: 'Zephyrine', familyName: 'Quillfeather' })
  const interventionId = await anIntervention(scope, { childId })
  await anAllocation(scope, { childId, interventionId, staffId: worker })
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-04-03']) {
    const attendance = null
    await aContact(scope, {
      childId,
      interventionId,
      staffId: worker,
      attendance,
      plannedOn: plainDate(day),
    })
  }
})

beforeEach(() => {
  received.length = 0
  refusing = false
})
afterAll(async () => {
  mailer.close()
  await new Promise<void>(resolve => server.close(() => resolve()))
  await db.destroy()
})

describe('the e-mail of the day', () => {
  it('goes to whom something waits for, with counts and a link, and names nobody', async () => {
    expect(await sendDailyMails(mailing)).toBe(1)
    const [mail] = received
    expect(mail?.to).toBe('worker@example.org')
    expect(mail?.text).toContain('- 1 appointment today')
    expect(mail?.text).toContain('https://alongside.example/my-work')
    for (const name of ['Zephyrine', 'Quillfeather', 'Wren', 'Amberley']) {
      expect(mail?.text).not.toContain(name)
    }
  })

  it('goes once, from however many copies of the application it is sent', async () => {
    today = plainDate('2026-03-03')
    const sent = await Promise.all([sendDailyMails(mailing), sendDailyMails(mailing)])
    expect(sent.toSorted()).toEqual([0, 1])
    expect(await sendDailyMails(mailing)).toBe(0)
    expect(received).toHaveLength(1)
  })

  it('is tried again when the mail server does not take it', async () => {
    today = plainDate('2026-03-04')
    refusing = true
    await expect(sendDailyMails(mailing)).rejects.toThrow('could not be sent')
    refusing = false
    expect(await sendDailyMails(mailing)).toBe(1)
  })

  it('is not sent on a bank holiday, nor where nothing waits', async () => {
    today = plainDate('2026-04-03')
    expect(await sendDailyMails(mailing)).toBe(0)
    today = plainDate('2026-03-06')
    expect(await sendDailyMails(mailing)).toBe(0)
  })

  it('goes out by the timetable', async () => {
    today = plainDate('2026-03-05')
    const failures: unknown[] = []
    const work = async () => {
      await sendDailyMails(mailing)
    }
    const timetable = await startTimetable(
      connection,
      [{ name: 'daily-mail', cron: dailyMailTime, work }],
      error => failures.push(error),
    )
    await timetable.runSoon('daily-mail')
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 20_000, interval: 200 })
    await timetable.stop()
    expect(failures).toEqual([])
  })
})

describe('the settings of e-mail', () => {
  it('are none when nothing is set', () => {
    expect(mailSettingsOf(readConfig({}))).toBe(null)
  })

  it('say what is missing, and what is no mail server', () => {
    const url = 'smtp://mail.example'
    expect(() => mailSettingsOf(readConfig({ ALONGSIDE_SMTP_URL: url }))).toThrow(
      /also needs ALONGSIDE_MAIL_FROM/,
    )
    expect(() => readConfig({ ALONGSIDE_SMTP_URL: 'https://mail.example' })).toThrow(
      /ALONGSIDE_SMTP_URL/,
    )
  })
})
