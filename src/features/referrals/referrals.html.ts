import { formatShortDate } from '#domain/calendar/format-date.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import {
  referralStages,
  type ReferralProgress,
  type ReferralStage,
} from '#domain/referrals/referral-stage.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { button } from '#platform/views/components/button.ts'
import { scrollingTable, type TableCell } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ReferralSummary } from '#records/referral-summaries.ts'
import { newReferralUrl, referralUrl } from './urls.ts'

type ListedReferral = ReferralSummary & { readonly progress: ReferralProgress }

interface ReferralsView {
  /** Oldest first. */
  readonly referrals: readonly ListedReferral[]
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
export function referralsBody({ referrals, today, mayRecord }: ReferralsView): Html {
  return html`<h1 class="govuk-heading-l">Referrals</h1>
    ${mayRecord && button({ content: 'Record a referral', href: newReferralUrl })}
    <p class="govuk-body-l">${inHand(referrals.length)}</p>
    ${stagesInHand.map(stage =>
      stageTable(
        stage,
        referrals.filter(referral => referral.progress.stage === stage),
        today,
      ),
    )}`
}

function inHand(count: number): string {
  if (count === 0) return 'No referral is in hand.'
  return count === 1 ? '1 referral is in hand.' : `${count} referrals are in hand, oldest first.`
}

function stageTable(
  stage: ReferralStage,
  referrals: readonly ListedReferral[],
  today: PlainDate,
): Html | null {
  if (referrals.length === 0) return null
  return scrollingTable({
    caption: `${referralStages[stage]} (${referrals.length})`,
    captionClasses: 'govuk-table__caption--m',
    head: [
      'Child',
      'Came',
      { content: 'Days', format: 'numeric' },
      ...(stage === 'decided' ? ['Decision'] : ['Panel']),
      'Who assesses',
      'Checks',
      'Next',
    ],
    rows: referrals.map(referral => rowOf(referral, today)),
  })
}

function rowOf(referral: ListedReferral, today: PlainDate): readonly TableCell[] {
  const { progress, panelOn, decision } = referral
  return [
    html`<a class="govuk-link" href="${referralUrl(referral.childId, referral.id)}"
      >${referral.childName}</a
    >`,
    formatShortDate(referral.receivedOn),
    { content: daysBetween(referral.receivedOn, today), format: 'numeric' },
    decision !== null
      ? outcomeKinds[decision.kind].name
      : panelOn === null
        ? 'Not listed'
        : formatShortDate(panelOn),
    referral.assessor ?? 'Nobody yet',
    `${progress.checks.answered} of ${progress.checks.needed}`,
    progress.next?.words ?? '',
  ]
}
