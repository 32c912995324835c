import { formatShortDate } from '#domain/calendar/format-date.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import {
  referralStages,
  type ReferralProgress,
  type ReferralStage,
} from '#domain/referrals/referral-stage.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { button } from '#platform/views/components/button.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { scrollingTable, type TableCell } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { referralsOnAPage, type ReferralSummary } from '#records/referral-summaries.ts'
import { newReferralUrl, referralsUrl, referralUrl } from './urls.ts'

type ListedReferral = ReferralSummary & { readonly progress: ReferralProgress }

interface ReferralsView {
  /** Of this page, oldest first. */
  readonly referrals: readonly ListedReferral[]
  /** On all pages. */
  readonly inHand: number
  /** Counted from 1. */
  readonly page: number
  readonly today: PlainDate
  readonly mayRecord: boolean
}

const stagesInHand = [
  'safeguarding',
  'being-checked',
  'listed',
  'awaiting-decision',
  'decided',
] as const satisfies readonly ReferralStage[]

/** Referrals in hand, a table for each stage that has any. */
export function referralsBody(view: ReferralsView): Html {
  const { referrals, inHand, page, today, mayRecord } = view
  return html`<h1 class="govuk-heading-l">Referrals</h1>
    ${mayRecord && button({ content: 'Record a referral', href: newReferralUrl })}
    <p class="govuk-body-l">${howMany(inHand, page)}</p>
    ${stagesInHand.map(stage =>
      stageTable(
        stage,
        referrals.filter(referral => referral.progress.stage === stage),
        today,
      ),
    )}
    ${pagesOf(inHand, page)}`
}

/** The way to the other pages; nothing where all are on one. */
function pagesOf(inHand: number, page: number): Html | null {
  const last = Math.ceil(inHand / referralsOnAPage)
  if (last <= 1) return null
  const address = (number: number) => `${referralsUrl}?page=${number}`
  return pagination({
    landmarkLabel: 'Pages of referrals',
    previous: page === 1 ? undefined : { href: address(page - 1), content: 'Older' },
    next: page === last ? undefined : { href: address(page + 1), content: 'Newer' },
  })
}

function howMany(inHand: number, page: number): string {
  if (inHand === 0) return 'No referral is in hand.'
  if (inHand === 1) return '1 referral is in hand.'
  const all = `${inHand} referrals are in hand, oldest first.`
  const last = Math.ceil(inHand / referralsOnAPage)
  return last === 1 ? all : `${all} This is page ${page} of ${last}.`
}

function stageTable(
  stage: ReferralStage,
  referrals: readonly ListedReferral[],
  today: PlainDate,
): Html | null {
  if (referrals.length === 0) return null
  const columns = columnsOf(stage, today)
  return scrollingTable({
    caption: `${referralStages[stage]} (${referrals.length})`,
    captionClasses: 'govuk-table__caption--m',
    head: columns.map(column => column.head),
    rows: referrals.map(referral => columns.map(column => column.cell(referral))),
  })
}

interface Column {
  readonly head: TableCell
  readonly cell: (referral: ListedReferral) => TableCell
}

/** The child and what comes next stand first, where a small screen shows them; what a stage does not have is left out. */
function columnsOf(stage: ReferralStage, today: PlainDate): Column[] {
  const hasPanel = stage === 'listed' || stage === 'awaiting-decision'
  return [
    { head: 'Child', cell: childLink },
    { head: 'Next', cell: ({ progress }) => progress.next?.words ?? '' },
    ...(hasPanel ? [{ head: 'Panel', cell: panelDay }] : []),
    ...(stage === 'decided' ? [{ head: 'Decision', cell: decisionName }] : []),
    ...(stage === 'safeguarding'
      ? []
      : [{ head: 'Who assesses', cell: (one: ListedReferral) => one.assessor ?? 'Nobody yet' }]),
    { head: 'Checks', cell: checksCount },
    { head: 'Came', cell: ({ receivedOn }) => formatShortDate(receivedOn) },
    {
      head: { content: 'Days', format: 'numeric' },
      cell: ({ receivedOn }) => ({ content: daysBetween(receivedOn, today), format: 'numeric' }),
    },
  ]
}

function childLink({ childId, id, childName }: ListedReferral): Html {
  return html`<a class="govuk-link" href="${referralUrl(childId, id)}">${childName}</a>`
}

function panelDay({ panelOn }: ListedReferral): string {
  return panelOn === null ? '' : formatShortDate(panelOn)
}

function decisionName({ decision }: ListedReferral): string {
  return decision === null ? '' : outcomeKinds[decision.kind].name
}

function checksCount({ progress: { checks } }: ListedReferral): string {
  return `${checks.answered} of ${checks.needed}`
}
