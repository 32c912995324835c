import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { alertKinds } from '#domain/vocabulary/alerts.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findAlert, type Alert } from '#records/alerts.ts'
import { findChild } from '#records/children.ts'
import { listFieldChanges, type FieldChange } from '#records/row-changes.ts'
import { listStaffNames } from '#records/staff.ts'
import { changesTable } from '../changes-table.ts'
import { childBanner } from '../child-banner.ts'
import { page, type PageContext } from '../page.ts'
import { alertCard } from './alert-card.html.ts'
import { alertInUrl } from './alert-in-url.ts'
import { alertsUrl, changeAlertUrl, endAlertUrl, reviewAlertUrl } from './urls.ts'

/** One alert as it stands, and what it said before. */
export const alertPage = page({
  permission: 'alert.open',
  params: alertInUrl,
  load: async ({ scope, user }, { params }) => ({
    child: await findChild(scope, user, params.childId),
    alert: await findAlert(scope, params),
    changes: await listFieldChanges(scope, 'alerts', [params.alertId]),
    names: await listStaffNames(scope),
  }),
  view: ({ child, alert, changes, names }, _shown, context) => ({
    title: 'Alert',
    identity: childBanner(child, context.today),
    backLink: alertsUrl(child.id),
    body: html`<h1 class="govuk-heading-l">Alert</h1>
      ${alertCard({ ...alert, says: alert }, context.today)} ${steps(alert, context)}
      <h2 class="govuk-heading-m">Earlier versions</h2>
      ${changesTable(
        changes.map(change => inWords(change, names)),
        'Nothing was changed since it was recorded.',
      )}`,
  }),
})

function steps({ childId, id, endedOn }: Alert, { user }: PageContext): Html | null {
  if (endedOn !== null || !may(user.role, 'alert.record')) return null
  return html`<div class="govuk-button-group">
    ${button({ href: reviewAlertUrl(childId, id), content: 'Review' })}
    ${button({
      href: changeAlertUrl(childId, id),
      content: 'Change',
      classes: 'govuk-button--secondary',
    })}
    ${button({ href: endAlertUrl(childId, id), content: 'End', classes: 'govuk-button--secondary' })}
  </div>`
}

const fieldNames: Readonly<Record<string, string>> = {
  kind: 'What it is about',
  what: 'What it is',
  whatToDo: 'What to do',
  ownerId: 'Who looks after it',
  startedOn: 'Since when',
  reviewOn: 'When it is looked at again',
  endedOn: 'When it ended',
  endedBecause: 'Why it ended',
}

function inWords(change: FieldChange, staffNames: ReadonlyMap<string, string>) {
  const words = (value: unknown) => {
    if (typeof value !== 'string') return 'Nothing'
    if (change.field === 'kind') return nameOf(alertKinds, value)
    if (change.field === 'ownerId') return staffNames.get(value) ?? 'Somebody who has left'
    const day = change.field.endsWith('On') ? parsePlainDate(value) : undefined
    return day === undefined ? value : formatDate(day)
  }
  return {
    at: change.at,
    by: change.by,
    what: fieldNames[change.field] ?? change.field,
    was: words(change.was),
    became: words(change.became),
  }
}
