import type { Period } from '#domain/calendar/period.ts'

/** The performance page of a period. */
export function performanceUrl(period?: Period): string {
  return period === undefined ? '/performance' : `/performance?${days(period)}`
}

/** One measure with everyone it looked at. */
export function measureUrl(measureId: string, period: Period): string {
  return `/performance/${measureId}?${days(period)}`
}

/** One figure with the children behind it. */
export function figureUrl(measureId: string, figureId: string, period: Period): string {
  return `/performance/${measureId}/${figureId}?${days(period)}`
}

function days({ from, to }: Period): string {
  return `from=${from.toString()}&to=${to.toString()}`
}
