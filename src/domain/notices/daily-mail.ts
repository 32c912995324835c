/** What waits for one person on a day, in numbers alone. */
export interface DailyCounts {
  readonly appointments: number
  readonly overdue: number
  /** Falls due in the coming seven days, today included. */
  readonly dueSoon: number
  /** Waits for this person as a manager: sign-offs, requests for agreement. */
  readonly waiting: number
}

/** The subject and text of the one e-mail that somebody gets in a day. */
export interface DailyMail {
  readonly subject: string
  readonly text: string
}

/**
 * The day's e-mail: counts and a link, and nothing about anybody.
 *
 * @param address where people reach Alongside
 * @returns null when nothing waits: then nothing is sent
 */
export function dailyMail(counts: DailyCounts, address: string): DailyMail | null {
  const lines = [
    counted(counts.overdue, 'thing is overdue', 'things are overdue'),
    counted(counts.dueSoon, 'thing is due within a week', 'things are due within a week'),
    counted(counts.appointments, 'appointment today', 'appointments today'),
    counted(counts.waiting, 'thing waits for a manager', 'things wait for a manager'),
  ].filter(line => line !== null)
  const [first] = lines
  if (first === undefined) return null
  const text = `Good morning,

${lines.map(line => `- ${line}`).join('\n')}

Open Alongside to see them: ${address}/my-work

This message is sent once on a working day when something waits for you. It never says who it is about.
`
  return { subject: `Alongside: ${first}`, text }
}

function counted(count: number, one: string, more: string): string | null {
  if (count === 0) return null
  return `${count} ${count === 1 ? one : more}`
}
