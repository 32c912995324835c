import { formatDate, formatShortDate } from '#domain/calendar/format-date.ts'
import { checkKindList, standingChecks } from '#domain/referrals/checks.ts'
import type { ReferralProgress } from '#domain/referrals/referral-stage.ts'
import { checkKinds, checkResults } from '#domain/vocabulary/work.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, postForm, whatIsWrong, type Offer } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Referral, ReferralCheck } from '#records/referrals.ts'
import { referralUrl } from './urls.ts'

interface ChecksView {
  readonly referral: Referral
  readonly progress: ReferralProgress
  readonly shown: ShownForm
}

/** What was found out already, then the next check. */
export function checksBody({ referral, progress, shown }: ChecksView): Html {
  const { answered, needed, socialCareAnswered } = progress.checks
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Checks</h1>
    <p class="govuk-body-l">${answered} of ${needed} answered.</p>
    ${
      !socialCareAnswered &&
      insetText({
        content:
          "Ask children's social care first: what they know may change what is safe for this child. The other checks can be recorded meanwhile.",
      })
    }
    ${history(referral.checks)} ${referral.closedOn === null && checkForm(referral, shown)}`
}

function history(checks: readonly ReferralCheck[]): Html | null {
  if (checks.length === 0) return null
  const standing = new Set(standingChecks(checks).map(check => check.id))
  return scrollingTable({
    caption: 'Recorded so far',
    captionClasses: 'govuk-table__caption--m',
    head: ['Checked with', 'Answer', 'Day', 'What they said', 'Recorded by'],
    rows: checks.map(check => [
      checkKinds[check.kind],
      standing.has(check.id)
        ? checkResults[check.result]
        : `${checkResults[check.result]} (earlier answer)`,
      formatShortDate(check.on),
      check.note,
      check.recordedBy ?? '',
    ]),
  })
}

function checkForm(referral: Referral, shown: ShownForm): Html {
  const form = ask(shown)
  return html`<h2 class="govuk-heading-m">Record a check</h2>
    ${postForm(
      shown,
      { submit: 'Record the check', cancel: referralUrl(referral.childId, referral.id) },
      html`${form.one('kind', 'Who did you check with?', kindOffers(referral.checks))}
      ${form.one('result', 'What came of it?', offers(checkResults))}
      ${form.date('checkedOn', 'When?')}
      ${form.longText('note', 'What did they say?', {
        hint: 'Where the check does not apply, or nobody answered, say why.',
      })}`,
    )}`
}

function kindOffers(checks: readonly ReferralCheck[]): Offer[] {
  const standing = new Map(standingChecks(checks).map(check => [check.kind, check]))
  return checkKindList.map(kind => {
    const offer = { value: kind, content: checkKinds[kind] }
    const answer = standing.get(kind)
    if (answer === undefined) return offer
    const hint = `${checkResults[answer.result]} on ${formatDate(answer.on)}. A new answer is added; the earlier one stays.`
    return { ...offer, hint }
  })
}
