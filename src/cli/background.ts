import type { Config } from '#config'
import { startTimetable } from '#platform/jobs/start-timetable.ts'
import { startSealing } from '#records/audit-chain/start-sealing.ts'
import { startForgetting } from '#records/start-forgetting.ts'
import { clockOf } from './clock.ts'
import type { OpenDatabase } from './database.ts'
import { dailyMailTime, mailSettingsOf, sendDailyMails } from './daily-mail.ts'

interface Background {
  /** Ends when what is under way is done; to be called before the connections close. */
  readonly stop: () => Promise<void>
}

/**
 * What a serving application does beside answering: it seals the audit, deletes what is kept for a day only and, where a mail server is set, sends the e-mail of the day.
 *
 * @param onError told of every failure, with what failed
 */
export async function startBackground(
  { db, connection }: Pick<OpenDatabase, 'db' | 'connection'>,
  config: Config,
  onError: (error: unknown, what: string) => void,
): Promise<Background> {
  const sealing = startSealing(db, {
    onError: error => onError(error, 'The audit could not be sealed'),
  })
  const forgetting = startForgetting(db, {
    clock: clockOf(config),
    onError: error => onError(error, 'What is kept for a day could not be deleted'),
  })
  const stop = async () => {
    await forgetting.stop()
    await sealing.stop()
  }
  const mail = mailSettingsOf(config)
  if (mail === null) return { stop }
  const work = async () => {
    await sendDailyMails({ db, clock: clockOf(config), ...mail })
  }
  const timetable = await startTimetable(
    connection,
    [{ name: 'daily-mail', cron: dailyMailTime, work }],
    error => onError(error, 'The e-mail of the day failed'),
  )
  return {
    stop: async () => {
      await timetable.stop()
      mail.mailer.close()
      await stop()
    },
  }
}
