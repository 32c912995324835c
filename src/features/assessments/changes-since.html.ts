import { judgementOf } from '#domain/assessment/complete-assessment.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { attendances, judgementKinds, judgementLevels } from '#domain/vocabulary/work.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { circumstanceUrl } from '../circumstances/urls.ts'
import { eventName } from '../event-name.ts'
import { eventUrl } from '../events/urls.ts'
import type { ChangesSince } from './changes-since.ts'

/** What the record says has changed since the assessment that is reviewed, so that the review begins with it. */
export function changesSince(
  childId: string,
  draft: Assessment,
  changes: ChangesSince | null,
): Html | null {
  if (changes === null) return null
  const { begun, ended, events, missed } = changes
  const groups = [
    group(
      'Began',
      begun.map(one => spellLine(childId, one, one.startedOn)),
    ),
    group(
      'Ended',
      ended.map(one => spellLine(childId, one, one.endedOn)),
    ),
    group(
      'Happened',
      events.map(
        ({ id, kind, topic, on }) =>
          html`<a class="govuk-link" href="${eventUrl(childId, id)}">${eventName(kind, topic)}</a>, ${formatDate(on)}`,
      ),
    ),
    group(
      'Appointments missed',
      missed.map(({ on, attendance }) => `${formatDate(on)}: ${attendances[attendance]}`),
    ),
    group('Judged last time', judgedLines(draft, changes)),
  ].filter(one => one !== null)
  const isQuiet = begun.length + ended.length + events.length + missed.length === 0
  return html`<section class="app-card" aria-labelledby="changes">
    <h2 class="app-card__title" id="changes">What has changed since ${formatDate(changes.since)}</h2>
    ${isQuiet && html`<p class="govuk-body">The record has nothing new. Ask the child and the family.</p>`}
    ${groups}
  </section>`
}

function group(title: string, lines: readonly Content[]): Html | null {
  if (lines.length === 0) return null
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${title}</h3>
    <ul class="govuk-list govuk-list--bullet">
      ${lines.map(line => html`<li>${line}</li>`)}
    </ul>`
}

function spellLine(childId: string, spell: Circumstance, on: PlainDate | null): Html {
  const url = circumstanceUrl(childId, spell.id)
  return html`${circumstanceKinds[spell.kind]}:
    <a class="govuk-link" href="${url}">${spellTitle(spell)}</a>${on !== null && `, ${formatDate(on)}`}`
}

/** Last time's levels, with the new one where it is another. */
function judgedLines(draft: Assessment, { judgements }: ChangesSince): Content[] {
  return judgements.flatMap(({ kind, level }) => {
    if (level === null) return []
    const now = judgementOf(draft, kind)?.level ?? null
    const changed =
      now === null || now === level ? '' : `, now ${judgementLevels[now].toLowerCase()}`
    return [`${judgementKinds[kind]} ${judgementLevels[level]}${changed}`]
  })
}
