import { formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import type { ReferralProgress } from '#domain/referrals/referral-stage.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { checkKinds, panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import { button } from '#platform/views/components/button.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Panel, PanelAttendance } from '#records/panels.ts'
import type { ReferralSummary } from '#records/referral-summaries.ts'
import { referralUrl } from '../referrals/urls.ts'
import { panelAttendanceUrl } from './urls.ts'

interface PanelCase {
  readonly referral: ReferralSummary
  readonly progress: ReferralProgress
  /** False: the viewer does not work with this child and learns no name. */
  readonly isVisible: boolean
}

interface PanelView {
  readonly panel: Panel
  readonly cases: readonly PanelCase[]
  readonly attendances: readonly PanelAttendance[]
  /** True when it may be recorded who came: for those who arrange panels, from the day on. */
  readonly mayRecord: boolean
}

/** A panel: its cases with what each still lacks, and who came. */
export function panelBody({ panel, cases, attendances, mayRecord }: PanelView): Html {
  return html`<h1 class="govuk-heading-l">
      Youth justice panel on ${formatDateWithWeekday(panel.heldOn)}
    </h1>
    <p class="govuk-body-l">${formatTime(panel.startsAt)}, ${panel.place}</p>
    ${cases.length === 0 ? html`<p class="govuk-body">No case is listed yet.</p>` : caseTable(cases)}
    <h2 class="govuk-heading-m">Who came</h2>
    ${attendances.length === 0 ? html`<p class="govuk-body">Recorded on the day or after it.</p>` : whoCame(attendances)}
    ${
      mayRecord &&
      button({
        content: 'Record who came',
        href: panelAttendanceUrl(panel.id),
        classes: 'govuk-button--secondary',
      })
    }`
}

function caseTable(cases: readonly PanelCase[]): Html {
  return scrollingTable({
    caption: `Cases (${cases.length})`,
    captionClasses: 'govuk-table__caption--m',
    head: ['Child', 'Still lacks', 'Who assesses', 'Decision'],
    rows: cases.map(one => [
      childOf(one),
      one.referral.decision === null ? lacking(one.progress) : '',
      one.referral.assessor ?? 'Nobody yet',
      one.referral.decision === null ? 'Open' : outcomeKinds[one.referral.decision.kind].name,
    ]),
  })
}

function childOf({ referral, isVisible }: PanelCase): Html | string {
  if (!isVisible) return 'A child you do not work with'
  return html`<a class="govuk-link" href="${referralUrl(referral.childId, referral.id)}"
    >${referral.childName}</a
  >`
}

function lacking({ checks, steps }: ReferralProgress): Html | string {
  const missing = [
    ...checks.open.map(kind => `Check: ${midSentence(checkKinds[kind])}`),
    ...(steps.assessment === 'done' ? [] : ['Assessment']),
  ]
  if (missing.length === 0) return 'Nothing'
  return html`<ul class="govuk-list">
    ${missing.map(one => html`<li>${one}</li>`)}
  </ul>`
}

function midSentence(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

function whoCame(attendances: readonly PanelAttendance[]): Html {
  const byAgency = new Map(attendances.map(attendance => [attendance.agency, attendance]))
  return summaryList({
    rows: (Object.keys(panelAgencies) as PanelAgency[]).map(agency => ({
      key: panelAgencies[agency],
      value: inWords(byAgency.get(agency)),
    })),
  })
}

function inWords(attendance: PanelAttendance | undefined): string {
  if (attendance === undefined) return 'Not recorded'
  if (attendance.attended) return attendance.person ?? 'Came'
  return `Could not come: ${attendance.reason ?? 'no reason recorded'}`
}
