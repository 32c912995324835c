import { scaleUtc } from 'd3-scale'
import { Temporal } from 'temporal-polyfill'
import { html, type Html } from './html.ts'

type PlainDate = Temporal.PlainDate

/** Something that lasts, drawn as a bar. */
export interface AxisBar {
  /** Written in the bar as far as it fits. */
  readonly label: string
  /** All of it, for whoever points at the bar. */
  readonly title: string
  readonly from: PlainDate
  /** The first day after it; null: it goes on. */
  readonly to: PlainDate | null
}

/** Bars of one kind under one name; those that overlap stand one under another. */
export interface AxisLane {
  readonly name: string
  readonly bars: readonly AxisBar[]
}

export interface TimeAxisOptions {
  /** Tells it apart from other pictures on the page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, for those who do not see it, with where the same stands in words. */
  readonly description: string
  readonly lanes: readonly AxisLane[]
  readonly from: PlainDate
  readonly today: PlainDate
}

const width = 960
const [nameHeight, rowHeight, barHeight, laneGap, head] = [20, 28, 24, 8, 30] as const
/** What the words of a tick need beside it. */
const tickRoom = 60
/** About as wide as a letter of a bar's label is. */
const letterWidth = 7

/** A picture of what lasted from when to when, on one axis of time. Drawn by the server; the page's table says the same in words. */
export function timeAxis(options: TimeAxisOptions): Html {
  const { id, title, description, lanes, from, today } = options
  const placed = stacked(lanes)
  const height = head + placed.reduce((sum, lane) => sum + lane.height, 0) + laneGap
  const scale = scaleOf(from, today)
  return html`<div class="app-time-axis" role="region" aria-label="${title}" tabindex="0">
    <svg
      class="app-time-axis__picture"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-labelledby="${id}-title ${id}-description"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${ticksOf(scale, height)} ${todayLine(scale.at(today), height)}
      ${placed.map(lane => drawnLane(lane, scale))}
    </svg>
  </div>`
}

interface Scale {
  readonly at: (day: PlainDate) => number
  readonly ticks: readonly { readonly x: number; readonly words: string }[]
}

function scaleOf(from: PlainDate, today: PlainDate): Scale {
  const days = Math.max(from.until(today, { largestUnit: 'day' }).days, 30)
  const last = today.add({ days: Math.ceil(days / 25) })
  const scale = scaleUtc()
    .domain([millisecondsOf(from), millisecondsOf(last)])
    .range([0, width])
    .clamp(true)
  return {
    at: day => scale(millisecondsOf(day)),
    ticks: scale
      .ticks(7)
      .map(tick => ({ x: scale(tick), words: tickWords(tick.getTime()) }))
      .filter(({ x }) => x < width - tickRoom),
  }
}

function millisecondsOf(day: PlainDate): number {
  return day.toZonedDateTime('UTC').epochMilliseconds
}

/** "2026" at the turn of a year, else "Mar 2026", else "9 Mar". */
function tickWords(milliseconds: number): string {
  const day = Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
  if (day.dayOfYear === 1) return String(day.year)
  const month = day.toLocaleString('en-GB', { month: 'short' })
  return day.day === 1 ? `${month} ${day.year}` : `${day.day} ${month}`
}

function ticksOf({ ticks }: Scale, height: number): Html[] {
  return ticks.map(
    ({ x, words }) => html`<line
        class="app-time-axis__tick"
        x1="${round(x)}"
        x2="${round(x)}"
        y1="${head - 10}"
        y2="${height}"
      />
      <text class="app-time-axis__when" x="${round(x + 3)}" y="14">${words}</text>`,
  )
}

function todayLine(x: number, height: number): Html {
  return html`<line
      class="app-time-axis__today"
      x1="${round(x)}"
      x2="${round(x)}"
      y1="${head - 10}"
      y2="${height}"
    />
    <text class="app-time-axis__today-name" x="${round(x - 3)}" y="${head - 2}" text-anchor="end"
      >Today</text
    >`
}

interface PlacedLane {
  readonly name: string
  readonly top: number
  readonly height: number
  readonly bars: readonly (AxisBar & { readonly row: number })[]
}

/** Lanes one under another, each as high as its bars need. */
function stacked(lanes: readonly AxisLane[]): PlacedLane[] {
  let top = head
  return lanes.map(({ name, bars }) => {
    const placed = inRows(bars)
    const rows = Math.max(...placed.map(({ row }) => row + 1), 1)
    const lane = { name, top, height: nameHeight + rows * rowHeight + laneGap, bars: placed }
    top += lane.height
    return lane
  })
}

/** Gives each bar the first row in which nothing is in its way. */
function inRows(bars: readonly AxisBar[]): (AxisBar & { row: number })[] {
  const ends: (PlainDate | null)[] = []
  const inOrder = bars.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from))
  return inOrder.map(bar => {
    const free = ends.findIndex(
      end => end !== null && Temporal.PlainDate.compare(end, bar.from) <= 0,
    )
    const row = free < 0 ? ends.length : free
    ends[row] = bar.to
    return { ...bar, row }
  })
}

function drawnLane({ name, top, height, bars }: PlacedLane, scale: Scale): Html {
  return html`<g>
    <line
      class="app-time-axis__border"
      x1="0"
      x2="${width}"
      y1="${top + height - laneGap / 2}"
      y2="${top + height - laneGap / 2}"
    />
    <text class="app-time-axis__lane" x="3" y="${top + 14}">${name}</text>
    ${bars.map(bar => drawnBar(bar, top + nameHeight + bar.row * rowHeight, scale))}
  </g>`
}

function drawnBar({ label, title, from, to }: AxisBar, y: number, { at }: Scale): Html {
  const left = at(from)
  const right = to === null ? width : at(to)
  const wide = Math.max(right - left - 2, 4)
  const state = to === null ? 'app-time-axis__bar app-time-axis__bar--now' : 'app-time-axis__bar'
  return html`<g>
    <title>${title}</title>
    <rect
      class="${state}"
      x="${round(left)}"
      y="${y}"
      width="${round(wide)}"
      height="${barHeight}"
      rx="3"
    />
    <text class="app-time-axis__label" x="${round(left + 6)}" y="${y + 16}"
      >${fitting(label, wide - 12)}</text
    >
  </g>`
}

/** As much of a text as there is room for. */
function fitting(text: string, room: number): string {
  const letters = Math.floor(room / letterWidth)
  if (text.length <= letters) return text
  return letters < 4 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`
}

function round(x: number): number {
  return Math.round(x * 10) / 10
}
