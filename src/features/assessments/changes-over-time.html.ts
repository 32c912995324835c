import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { judgementKinds, judgementLevels, type JudgementKind } from '#domain/vocabulary/work.ts'
import { table } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { timeAxis, type AxisLane } from '#platform/views/time-axis.ts'
import type { PastJudgement } from '#records/facts-to-weigh.ts'

/**
 * How each judgement changed, as a picture and as a table; nothing while there is only one assessment.
 *
 * @param judgements earliest first
 */
export function changesOverTime(
  judgements: readonly PastJudgement[],
  today: PlainDate,
): Html | null {
  const days = new Set(judgements.map(({ on }) => on.toString()))
  const [first] = judgements
  if (first === undefined || days.size < 2) return null
  const kinds = Object.keys(judgementKinds) as JudgementKind[]
  return html`<h2 class="govuk-heading-m" id="over-time">How the judgements changed</h2>
    ${timeAxis({
      id: 'judgements-over-time',
      title: 'How the judgements changed',
      description:
        'The level of each judgement from one assessment to the next. The table under it says the same.',
      lanes: kinds.map(kind => laneOf(kind, judgements)),
      from: first.on,
      today,
    })}
    <div class="app-table-wrap" role="region" aria-labelledby="over-time" tabindex="0">${table({
      caption: 'Levels at each assessment',
      captionClasses: 'govuk-visually-hidden',
      head: ['Judged on', ...kinds.map(kind => judgementKinds[kind])],
      firstCellIsHeader: true,
      rows: [...days].toReversed().map(day => rowOf(day, kinds, judgements)),
    })}</div>`
}

function laneOf(kind: JudgementKind, judgements: readonly PastJudgement[]): AxisLane {
  const ofKind = judgements.filter(one => one.kind === kind)
  const bars = ofKind.map(({ level, on }, at) => {
    const label = judgementLevels[level]
    return {
      label,
      title: `${label} from ${formatDate(on)}`,
      from: on,
      to: ofKind[at + 1]?.on ?? null,
    }
  })
  return { name: judgementKinds[kind], bars }
}

function rowOf(
  day: string,
  kinds: readonly JudgementKind[],
  judgements: readonly PastJudgement[],
): string[] {
  const onDay = judgements.filter(({ on }) => on.toString() === day)
  const levels = kinds.map(kind => {
    const made = onDay.findLast(one => one.kind === kind)
    return made === undefined ? 'Not judged' : judgementLevels[made.level]
  })
  return [...onDay.slice(0, 1).map(({ on }) => formatDate(on)), ...levels]
}
