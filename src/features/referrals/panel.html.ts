import { formatDate, formatDateWithWeekday } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { formatTime } from '#domain/calendar/time.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Panel } from '#records/panels.ts'
import type { Referral } from '#records/referrals.ts'
import { newPanelUrl } from '../panels/urls.ts'
import { referralUrl } from './urls.ts'

/** One time that the referral was listed. */
export interface Listing {
  readonly id: string
  readonly panelId: string
  readonly heldOn: PlainDate
  readonly place: string
  readonly withdrawnOn: PlainDate | null
}

interface PanelView {
  readonly referral: Referral
  /** To come, soonest first. */
  readonly panels: readonly Panel[]
  /** Latest first. */
  readonly listings: readonly Listing[]
  readonly shown: ShownForm
}

/** Where the referral is listed, and the panels that it may be listed for. */
export function panelBody(view: PanelView): Html {
  const { referral, panels, listings, shown } = view
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Youth justice panel</h1>
    ${listings.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${listings.map(listing => html`<li>${inWords(listing)}</li>`)}</ul>`}
    ${choices(
      view,
      panels.filter(panel => panel.id !== referral.panel?.panelId),
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="${newPanelUrl}">Set the date of another panel</a>
    </p>`
}

function inWords({ heldOn, place, withdrawnOn }: Listing): string {
  const listed = `Listed for ${formatDate(heldOn)}, ${place}`
  return withdrawnOn === null ? listed : `${listed}; taken off on ${formatDate(withdrawnOn)}`
}

function choices({ referral, shown }: PanelView, panels: readonly Panel[]): Html {
  if (panels.length === 0) return html`<p class="govuk-body">No other panel is to come.</p>`
  const isMove = referral.panel !== null
  return postForm(
    shown,
    {
      submit: isMove ? 'Move to this panel' : 'List for this panel',
      cancel: referralUrl(referral.childId, referral.id),
    },
    ask(shown).one(
      'panelId',
      isMove ? 'Move to which panel?' : 'Which panel?',
      panels.map(panel => ({
        value: panel.id,
        content: `${formatDateWithWeekday(panel.heldOn)} at ${formatTime(panel.startsAt)}`,
        hint: `${panel.place}. ${casesInWords(panel.cases)}`,
      })),
    ),
  )
}

function casesInWords(cases: number): string {
  if (cases === 0) return 'No case listed yet'
  return cases === 1 ? '1 case listed' : `${cases} cases listed`
}
