import { formatDate } from '#domain/calendar/format-date.ts'
import { eventKinds } from '#domain/vocabulary/events.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { contactKinds, interventionKinds, referralKinds } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { EventCase } from '#records/event-cases.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { contactUrl } from '../contacts/urls.ts'
import { outcomeUrl } from '../decisions/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { planUrl } from '../plans/urls.ts'
import { referralUrl } from '../referrals/urls.ts'
import type { AboutRecord } from './queries.ts'
import { eventUrl } from './urls.ts'

/** "Diversion, since 2 March 2026", "Referral of 16 February 2026" */
export function caseName({ kind, startedOn, endedOn }: EventCase): string {
  const closed = endedOn === null ? '' : `, ended on ${formatDate(endedOn)}`
  if (kind === null) return `Referral of ${formatDate(startedOn)}${closed}`
  return `${nameOf(interventionKinds, kind)}, since ${formatDate(startedOn)}${closed}`
}

const names: Readonly<Record<AboutRecord['table'], (kind: string) => string>> = {
  event: kind => nameOf(eventKinds, kind),
  contact: kind => nameOf(contactKinds, kind),
  assessment: () => 'Assessment',
  plan: () => 'Plan',
  referral: kind => `Referral, ${nameOf(referralKinds, kind).toLowerCase()}`,
  work: kind => nameOf(interventionKinds, kind),
  decision: kind => nameOf(outcomeKinds, kind),
}

const pages: Readonly<Record<AboutRecord['table'], (childId: string, id: string) => string>> = {
  event: eventUrl,
  contact: contactUrl,
  assessment: assessmentUrl,
  plan: planUrl,
  referral: referralUrl,
  work: interventionUrl,
  decision: outcomeUrl,
}

/** What an event is about, with a way to it: "Home visit, 3 March 2026". */
export function aboutLink(childId: string, about: AboutRecord): Html {
  return html`<a class="govuk-link" href="${pages[about.table](childId, about.id)}"
    >${names[about.table](about.kind)}, ${formatDate(about.on)}</a
  >`
}
