import { formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import {
  addDays,
  isAfter,
  isBefore,
  isSameDay,
  type PlainDate,
} from '#domain/calendar/plain-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import type { Duty } from '#domain/rules/owed.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { attendances, contactKinds, interventionKinds } from '#domain/vocabulary/work.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AlertToReview } from '#records/alerts.ts'
import type { Notice } from '#records/restrictions.ts'
import { alertsToReview } from './alerts-to-review.html.ts'
import { childUrl } from '../children/urls.ts'
import { contactUrl, recordContactUrl } from '../contacts/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { owedList } from '../owed-list.ts'
import { momentInWords } from '../moment-in-words.ts'
import type { PageContext } from '../page.ts'
import { referralUrl } from '../referrals/urls.ts'
import type { Appointment, HeldCase } from './queries.ts'

/** How far ahead the first page looks. */
const soonDays = 28

interface MyWork {
  readonly appointments: readonly Appointment[]
  readonly duties: readonly Duty[]
  readonly cases: readonly HeldCase[]
  /** What the person was told lately of restricted records that were opened. */
  readonly notices: readonly Notice[]
  /** Alerts that are to be looked at again. */
  readonly alerts: readonly AlertToReview[]
}

/** Today first, then what is owed, then the week and the children. */
export function myWorkBody(
  { appointments, duties, cases, notices, alerts }: MyWork,
  context: PageContext,
): Html {
  const { today } = context
  const todays = appointments.filter(one => isSameDay(one.on, today))
  const coming = appointments.filter(one => isAfter(one.on, today))
  const unrecorded = appointments.filter(one => isBefore(one.on, today))
  return html`<h1 class="govuk-heading-l">Today, ${formatDateWithWeekday(today)}</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${notices.length > 0 && noticesSection(notices)}
        <section>
          <h2 class="govuk-heading-m">Appointments</h2>
          ${appointmentList(todays, 'You have no appointments today.')}
        </section>
        ${
          unrecorded.length > 0 &&
          html`<section>
            <h2 class="govuk-heading-m">Not recorded yet</h2>
            ${appointmentList(unrecorded, '', today)}
          </section>`
        }
        ${owedSection(duties, context)} ${alerts.length > 0 && alertsToReview(alerts, today)}
      </div>
      <div class="app-child-grid__side">
        <section class="app-card app-card--quiet">
          <h2 class="app-card__title">This week</h2>
          ${appointmentList(coming, 'Nothing is planned for the next seven days.', today)}
        </section>
        <section class="app-card">
          <h2 class="app-card__title">
            My children (${new Set(cases.map(one => one.childId)).size})
          </h2>
          ${
            cases.length === 0
              ? html`<p class="govuk-body">No work is allocated to you.</p>`
              : html`<ul class="govuk-list govuk-list--spaced">
                  ${cases.map(heldCase)}
                </ul>`
          }
        </section>
      </div>
    </div>`
}

/** Restricted records that somebody opened because it could not wait. */
function noticesSection(notices: readonly Notice[]): Html {
  return html`<section>
    <h2 class="govuk-heading-m">Restricted records opened urgently (${notices.length})</h2>
    <ul class="app-owed">
      ${notices.map(
        notice => html`<li class="app-owed__item">
          <span class="app-owed__what"
            ><a class="govuk-link" href="${childUrl(notice.childId)}">${notice.childName}</a>:
            ${notice.takenBy} wrote “${notice.reason}”</span
          >
          <span class="app-owed__when">${momentInWords(notice.noticedAt)}</span>
        </li>`,
      )}
    </ul>
  </section>`
}

/** What wants doing soon; what is months away waits behind one press. */
function owedSection(duties: readonly Duty[], context: PageContext): Html {
  const { today, user } = context
  const isLater = ({ dueOn }: Duty) => dueOn !== null && isAfter(dueOn, addDays(today, soonDays))
  const soon = duties.filter(duty => !isLater(duty))
  const later = duties.filter(isLater)
  const overdue = duties.filter(duty => duty.state === 'overdue').length
  return html`<section>
    <h2 class="govuk-heading-m">What is owed${soon.length > 0 && ` (${soon.length}, ${overdue} overdue)`}</h2>
    ${soon.length === 0 && html`<p class="govuk-body">Nothing is owed in the next four weeks.</p>`}
    ${byChild(soon).map(own => childSection(own, context))}
    ${
      later.length > 0 &&
      details({
        summary: `Later (${later.length})`,
        content: owedList(later, { today, reader: user, namesChild: true, nothing: '' }),
      })
    }
  </section>`
}

/** The duties of each child together; the child with the most urgent one first. */
function byChild(duties: readonly Duty[]): Duty[][] {
  return [...Map.groupBy(duties, ({ childId }) => childId).values()]
}

function childSection(duties: readonly Duty[], { today, user }: PageContext): Html {
  const [first] = duties
  return html`${
    first !== undefined &&
    html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href="${childUrl(first.childId)}">${first.childName}</a>
      </h3>`
  }
    ${owedList(duties, { today, reader: user, namesChild: false, nothing: '' })}`
}

/** @param otherDaysThan when given, each line names its day */
function appointmentList(
  appointments: readonly Appointment[],
  nothing: string,
  otherDaysThan?: PlainDate,
): Html {
  if (appointments.length === 0) return html`<p class="govuk-body">${nothing}</p>`
  return html`<ul class="govuk-list govuk-list--spaced">
    ${appointments.map(appointment => appointmentItem(appointment, otherDaysThan !== undefined))}
  </ul>`
}

function appointmentItem(appointment: Appointment, namesDay: boolean): Html {
  const { childId, id, attendance, place, time, on } = appointment
  const url = attendance === null ? recordContactUrl(childId, id) : contactUrl(childId, id)
  const when = [namesDay && formatDateWithWeekday(on), time !== null && formatTime(time)]
  return html`<li>
    <strong>${when.filter(part => part !== false).join(', ')}</strong>
    <a class="govuk-link" href="${url}"
      >${nameOf(contactKinds, appointment.kind)} with ${appointment.childName}</a
    >${place !== null && `, ${place}`}${
      attendance !== null && ` – ${nameOf(attendances, attendance).toLowerCase()}`
    }
  </li>`
}

function heldCase(held: HeldCase): Html {
  const { childId, interventionId, referralId, kind } = held
  const about =
    interventionId !== null
      ? html`<a class="govuk-link" href="${interventionUrl(childId, interventionId)}"
          >${kind === null ? 'Work' : nameOf(interventionKinds, kind)}</a
        >`
      : referralId !== null &&
        html`<a class="govuk-link" href="${referralUrl(childId, referralId)}"
          >Assessment for panel</a
        >`
  return html`<li>
    <a class="govuk-link" href="${childUrl(childId)}">${held.childName}</a>, ${about}
  </li>`
}
