import type { Period } from './period.ts'
import type { PlainDate } from './plain-date.ts'
import { daysBetween, isSameDay } from './plain-date.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "March": the name of a month numbered 1 to 12. */
export function monthName(month: number): string {
  return months[month - 1] ?? ''
}

/** "3 March 2026" */
export function formatDate(date: PlainDate): string {
  return `${formatDayAndMonth(date)} ${date.year}`
}

/** "Tuesday 3 March 2026" */
export function formatDateWithWeekday(date: PlainDate): string {
  return `${weekdays[date.dayOfWeek - 1] ?? ''} ${formatDate(date)}`
}

/** "3 Mar 2026": for tables, where space is short. */
export function formatShortDate(date: PlainDate): string {
  return `${date.day} ${monthName(date.month).slice(0, 3)} ${date.year}`
}

/** "3 to 5 March 2026", naming month and year twice only where they differ; one day is written as one date. */
export function formatDateRange({ from, to }: Period): string {
  if (isSameDay(from, to)) return formatDate(from)
  if (from.year !== to.year) return `${formatDate(from)} to ${formatDate(to)}`
  if (from.month !== to.month) return `${formatDayAndMonth(from)} to ${formatDate(to)}`
  return `${from.day} to ${formatDate(to)}`
}

/** "today", "tomorrow", "yesterday", "in 3 days", "2 days ago" */
export function describeDay(date: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

function formatDayAndMonth(date: PlainDate): string {
  return `${date.day} ${monthName(date.month)}`
}
