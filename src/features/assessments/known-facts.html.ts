import { formatDate } from '#domain/calendar/format-date.ts'
import { spellInLine } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { admissions, checkKinds, checkResults } from '#domain/vocabulary/work.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import type { AssessmentLine } from '#records/assessments.ts'
import type { Circumstance } from '#records/circumstances.ts'
import type { Referral } from '#records/referrals.ts'
import { referralUrl } from '../referrals/urls.ts'
import type { KnownFacts } from './known-facts.ts'
import { assessmentUrl } from './urls.ts'

/** What the record already knows, each thing with where it comes from and when. */
export function knownFactsCard(childId: string, known: KnownFacts): Html {
  const rows = [
    ...(known.referral === null ? [] : referralRows(childId, known.referral)),
    ...known.circumstances.map(circumstanceRow),
    ...(known.earlier.length === 0 ? [] : [earlierRow(childId, known.earlier)]),
  ]
  return html`<section class="app-card app-card--quiet" aria-labelledby="known">
    <h2 class="app-card__title" id="known">What the record already says</h2>
    ${
      rows.length === 0
        ? html`<p class="govuk-body">Nothing yet.</p>`
        : summaryList({ rows, classes: 'govuk-summary-list--no-border' })
    }
  </section>`
}

function referralRows(childId: string, referral: Referral): SummaryListRow[] {
  const source = `${referral.referredBy}, ${formatDate(referral.receivedOn)}`
  const offences = referral.offences.map(
    ({ title, occurredOn }) => `${title}, ${formatDate(occurredOn)}`,
  )
  const link = html`<br /><a class="govuk-link" href="${referralUrl(childId, referral.id)}"
      >The referral</a
    >`
  const rows = [row('What happened', html`${referral.whatHappened}${link}`, source)]
  if (offences.length > 0) rows.push(row('Offences', onLines(offences), source))
  if (referral.admission !== null) {
    rows.push(row('Did the child admit it?', admissions[referral.admission], source))
  }
  // What a victim said stays with those who work with victims.
  const ofTheChild = referral.checks.filter(check => check.kind !== 'victim-views')
  const checks = ofTheChild.map(check =>
    row(
      checkKinds[check.kind],
      check.result === 'done' ? check.note : `${checkResults[check.result]}. ${check.note}`,
      `Check of ${formatDate(check.on)}`,
    ),
  )
  return [...rows, ...checks]
}

function circumstanceRow(spell: Circumstance): SummaryListRow {
  const source = `${spell.source}, since ${formatDate(spell.startedOn)}`
  const detail = spell.detail === null ? null : html`<br />${spell.detail}`
  return row(nameOf(circumstanceKinds, spell.kind), html`${spellInLine(spell)}${detail}`, source)
}

function earlierRow(childId: string, earlier: readonly AssessmentLine[]): SummaryListRow {
  const links = earlier.map(
    ({ id, completedOn, author }) =>
      html`<a class="govuk-link" href="${assessmentUrl(childId, id)}"
          >${completedOn !== null && formatDate(completedOn)}</a
        >, ${author}`,
  )
  return { key: 'Earlier assessments', value: onLines(links) }
}

function onLines(texts: readonly Content[]): Html {
  return html`${texts.map((text, index) => html`${index > 0 && html`<br />`}${text}`)}`
}

function row(key: string, value: Content, source: string): SummaryListRow {
  const where = html`<br /><span class="govuk-hint govuk-!-font-size-16">Source: ${source}</span>`
  return { key, value: html`${value}${where}` }
}
