import { isManagerRole, type Role } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askAgreementUrl, grantAgreementUrl } from '../agreements/urls.ts'
import { ruleUrl } from '../rules/urls.ts'
import { guardAnchor, type EventGuardStanding } from './guard-standings.ts'
import { newEventUrl } from './urls.ts'

interface Reader {
  readonly childId: string
  readonly role: Role
}

const evidence: Readonly<Record<string, (childId: string) => string>> = {
  'OM-9.2-reduce': childId =>
    newEventUrl(childId, { kind: 'exploitation-toolkit', topic: 'review' }),
  'OM-5.5-mappa-3': childId =>
    newEventUrl(childId, { kind: 'risk-strategy-meeting', topic: 'held' }),
}

/** What has to be there before the event can be recorded: what it rests on, or what to do and who may agree. */
export function guardStandingList(
  standings: readonly EventGuardStanding[],
  reader: Reader,
): Html | null {
  if (standings.length === 0) return null
  return html`<h2 class="govuk-heading-m">What has to be there first</h2>
    <ul class="app-owed">
      ${standings.map(standing => entry(standing, reader))}
    </ul>`
}

function entry(standing: EventGuardStanding, reader: Reader): Html {
  const { guard, decision } = standing
  const isThere = decision.kind === 'allowed'
  return html`<li
    class="app-owed__item app-owed__item--${isThere ? 'met' : 'overdue'}"
    id="${guardAnchor(guard.id)}"
    tabindex="-1"
  >
    <span class="app-owed__what">${guard.title}</span>
    <span class="app-owed__when">${isThere ? 'There' : 'Missing'}</span>
    <div class="app-owed__why">
      ${decision.kind === 'allowed' ? decision.because.map(reason) : missing(standing, decision, reader)}
      <p class="govuk-body-s">
        <a class="govuk-link" href="${ruleUrl(guard.id)}"
          >${guard.id}<span class="govuk-visually-hidden">: why this is asked</span></a
        >
      </p>
    </div>
  </li>`
}

function reason({ text, on }: { readonly text: string; readonly on?: EventDay }): Html {
  return html`<p class="govuk-body-s">${text}${on !== undefined && html`, ${formatDate(on)}`}</p>`
}
type EventDay = Parameters<typeof formatDate>[0]

function missing(
  { guard, agreedAboutId }: EventGuardStanding,
  { missing: sentences, mayAgree }: Extract<EventGuardStanding['decision'], { kind: 'blocked' }>,
  { childId, role }: Reader,
): Html {
  const way = mayAgree === null ? evidence[guard.id]?.(childId) : undefined
  return html`<ul class="govuk-list govuk-list--bullet">
      ${sentences.map(
        text =>
          html`<li>
            ${way === undefined ? text : html`<a class="govuk-link" href="${way}">${text}</a>`}
          </li>`,
      )}
    </ul>
    ${
      mayAgree !== null &&
      agreedAboutId !== null &&
      agreement({ childId, role, mayAgree, ruleId: guard.id, subjectId: agreedAboutId })
    }`
}

function agreement(about: {
  readonly childId: string
  readonly role: Role
  readonly mayAgree: 'manager' | 'head of service'
  readonly ruleId: string
  readonly subjectId: string
}): Html {
  const { childId, role, mayAgree, ruleId, subjectId } = about
  const mayGrant = mayAgree === 'manager' ? isManagerRole(role) : role === 'head-of-service'
  const url = (mayGrant ? grantAgreementUrl : askAgreementUrl)(childId, ruleId, subjectId)
  const who = mayAgree === 'manager' ? 'A manager' : 'The head of service'
  return html`<p class="govuk-body-s">
    ${who} may agree.
    <a class="govuk-link" href="${url}">${mayGrant ? 'Agree' : 'Ask for the agreement'}</a>
  </p>`
}
