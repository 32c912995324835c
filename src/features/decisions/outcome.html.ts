import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { DecisionEvidence, DecisionFacts } from '#domain/out-of-court/decision-facts.ts'
import type { GuardDecision, GuardRule } from '#domain/rules/rule.ts'
import { appealStatuses, outcomeKinds, residences } from '#domain/vocabulary/outcomes.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { checkKinds, checkResults, panelAgencies } from '#domain/vocabulary/work.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Content, type Html } from '#platform/views/html.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { ownWords } from '../own-words.ts'
import { ruleUrl } from '../rules/urls.ts'
import type { Explanation } from './explanation-queries.ts'
import { explanationList } from './explanation.html.ts'
import type { RecordedOutcome } from './queries.ts'

interface Decided {
  readonly childId: string
  readonly outcome: RecordedOutcome
  readonly name: string
  readonly offences: readonly { readonly title: string; readonly occurredOn: PlainDate }[]
  readonly explanations: readonly Explanation[]
  readonly evidence: DecisionEvidence | null
  readonly guards: readonly {
    readonly guard: GuardRule<DecisionFacts>
    readonly says: GuardDecision
  }[]
  readonly mayReadAssessment: boolean
}

/** A decision as it was recorded, to read and to print. */
export function outcomeBody(decided: Decided): Html {
  const { outcome, name, explanations, evidence, guards } = decided
  return html`<h1 class="govuk-heading-l">${name}</h1>
    ${summaryList({ rows: whatWasDecided(decided) })}
    ${outcome.rationale !== null && reasons(outcome)}
    ${
      explanations.length > 0 &&
      html`<h2 class="govuk-heading-m">What accepting it means was explained</h2>
        ${explanations.map(explanationList)}`
    }
    ${
      evidence !== null &&
      html`<h2 class="govuk-heading-m">What it rests on</h2>
        ${restsOn(decided, evidence)}`
    }
    ${
      guards.length > 0 &&
      html`<h2 class="govuk-heading-m">The rules in front of it</h2>
        ${summaryList({ rows: guards.map(guardRow) })}`
    }`
}

function whatWasDecided({ outcome, name, offences }: Decided): SummaryListRow[] {
  const national = outcomeKinds[outcome.kind].name
  const list = offences.map(({ title, occurredOn }) => `${title}, ${formatDate(occurredOn)}`)
  return [
    ...row('National name', national === name ? null : national),
    ...row('Decided on', formatDate(outcome.decidedOn)),
    ...row('About', list.length === 0 ? null : html`${list.map(one => html`${one}<br />`)}`),
    ...row('For the service', outcome.serviceDecider),
    ...row('For the police', outcome.policeDecider),
    ...row('Court', outcome.court),
    ...row('Conditions end', outcome.conditionsEndOn && formatDate(outcome.conditionsEndOn)),
    ...row('Where the child lived', nameOf(residences, outcome.residence)),
    ...row('Appeal', outcome.appeal === 'none' ? null : nameOf(appealStatuses, outcome.appeal)),
  ]
}

function reasons(outcome: RecordedOutcome): Html {
  return html`<h2 class="govuk-heading-m">Why</h2>
    ${summaryList({
      rows: [
        ...writtenRow('Why this, for this child', outcome.rationale),
        ...writtenRow('Who the child is', outcome.weighedDiversity),
        ...writtenRow('The child’s safety', outcome.weighedSafety),
        ...writtenRow('The child’s well-being', outcome.weighedWellbeing),
        ...writtenRow('Risk to others', outcome.weighedRisk),
      ],
    })}`
}

function restsOn(decided: Decided, { panel, checks, assessment }: DecisionEvidence): Html {
  const came = panel?.attendances.map(({ agency, attended, reason }) =>
    attended ? panelAgencies[agency] : `${panelAgencies[agency]} could not come: ${reason ?? ''}`,
  )
  const checked = checks.map(
    ({ kind, result, on }) => `${checkKinds[kind]}: ${checkResults[result]}, ${formatDate(on)}`,
  )
  return summaryList({
    rows: [
      ...row('Panel', panel && formatDate(panel.heldOn)),
      ...row('At the panel', came && html`${came.map(one => html`${one}<br />`)}`),
      ...row('Checks', html`${checked.map(one => html`${one}<br />`)}`),
      ...row('Assessment', assessment && assessmentWords(decided, assessment)),
    ],
  })
}

function assessmentWords(
  { childId, mayReadAssessment }: Decided,
  { id, completedOn, countersignedOn }: NonNullable<DecisionEvidence['assessment']>,
): Html {
  const words = completedOn === null ? 'Not completed' : `Completed ${formatDate(completedOn)}`
  const signed = countersignedOn === null ? '' : `, countersigned ${formatDate(countersignedOn)}`
  return mayReadAssessment
    ? html`<a class="govuk-link" href="${assessmentUrl(childId, id)}">${words}</a>${signed}`
    : html`${words}${signed}`
}

function guardRow({ guard, says }: Decided['guards'][number]): SummaryListRow {
  return {
    key: html`${guard.title}<br /><a class="govuk-link" href="${ruleUrl(guard.id)}">${guard.id}</a>`,
    value: guardWords(says),
  }
}

function guardWords(says: GuardDecision): Content {
  switch (says.kind) {
    case 'allowed': {
      const because = says.because.map(({ text, on }) =>
        on === undefined ? text : `${text}, ${formatDate(on)}`,
      )
      return because.length === 0 ? 'There' : `There: ${because.join('; ')}`
    }
    case 'not-applicable':
      return 'Not needed'
    case 'blocked':
      return html`Not on the record:<br />${says.missing.map(one => html`${one}<br />`)}`
  }
}

function writtenRow(key: string, text: string | null): SummaryListRow[] {
  return row(key, text && html`${ownWords(text)}`)
}

function row(key: string, value: Content | null | undefined): SummaryListRow[] {
  return value === null || value === undefined || value === '' ? [] : [{ key, value }]
}
