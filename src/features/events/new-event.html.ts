import type { Role } from '#domain/access/permissions.ts'
import { reviewDayOf } from '#domain/events/review-day.ts'
import { eventKinds, topicsOf, type EventKind } from '#domain/vocabulary/events.ts'
import { ask, offers, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { EventCase } from '#records/event-cases.ts'
import { aboutLink, caseName } from './event-words.html.ts'
import type { EventGuardStanding } from './guard-standings.ts'
import { guardStandingList } from './guard-standings.html.ts'
import type { AboutRecord } from './queries.ts'
import { eventsUrl } from './urls.ts'

interface NewEvent {
  readonly childId: string
  readonly role: Role
  readonly kind: EventKind
  readonly about: AboutRecord | null
  readonly cases: readonly EventCase[]
  readonly standings: readonly EventGuardStanding[]
}

/** The questions about an event, with what has to be there before it can be recorded. */
export function newEventBody(asked: Asked, event: NewEvent): Html {
  const { childId, kind, about, cases, standings } = event
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${groupNames[eventKinds[kind].group]}</span>
    <h1 class="govuk-heading-l">${eventKinds[kind].name}</h1>
    ${about !== null && html`<p class="govuk-body">About: ${aboutLink(childId, about)}</p>`}`
  if (cases.length === 0) {
    const content = 'There is no work with this child yet. Record a referral or open work first.'
    return html`${heading} ${insetText({ content })}`
  }
  return html`${heading} ${guardStandingList(standings, event)}
  ${postForm(asked, { submit: 'Record', cancel: eventsUrl(childId) }, questions(asked, event))}`
}

/** What the two groups of events are called. */
export const groupNames = { happened: 'What happened', done: 'What was done' } as const

const topicQuestions: Partial<Record<EventKind, string>> = {
  'significant-change': 'What changed?',
  'exploitation-concern': 'What are you worried about?',
  'childrens-services-answer': 'What did they answer?',
  escalation: 'Which stage was taken?',
}

function questions(asked: Asked, { kind, cases }: NewEvent): Html {
  const question = ask(asked)
  const { group } = eventKinds[kind]
  const topics = topicsOf(kind)
  return html`${
    Object.keys(topics).length > 0 &&
    question.one('topic', topicQuestions[kind] ?? 'Which was it?', offers(topics), { size: 's' })
  }
  ${caseQuestion(asked, cases)}
  ${question.date('happenedOn', group === 'happened' ? 'On which day?' : 'When was it done?', {
    size: 's',
  })}
  ${question.text('people', 'Who was there, or was told? (if it needs saying)', {
    size: 's',
    hint: 'For a meeting, say who led it',
  })}
  ${
    reviewDayOf(kind) !== null &&
    question.date(
      'reviewOn',
      `When is it looked at again?${reviewDayOf(kind) === 'needed' ? '' : ' (if you know)'}`,
      { size: 's' },
    )
  }
  ${question.longText('note', 'Your note', { size: 's', rows: 6, hint: noteHints[group] })}`
}

const noteHints = {
  happened:
    'Write so that the child could read it one day: what happened, who told us, what it means for them.',
  done: 'Write so that the child could read it one day: what we did, what was agreed, what comes next.',
} as const

/** Asked only where there is more than one answer. */
function caseQuestion(asked: Asked, cases: readonly EventCase[]): Html {
  const [only, ...others] = cases
  if (only !== undefined && others.length === 0) {
    return html`<input type="hidden" name="belongsTo" value="${only.id}" />`
  }
  const choices = cases.map(one => ({ value: one.id, content: caseName(one) }))
  return ask(asked).one('belongsTo', 'Which work does it belong to?', choices, { size: 's' })
}
