import { formatDate } from '#domain/calendar/format-date.ts'
import type { DecisionOption } from '#domain/out-of-court/decision-options.ts'
import { meaningsSource, outcomeMeanings } from '#domain/out-of-court/outcome-meanings.ts'
import { waysToExplain } from '#domain/out-of-court/ways-to-explain.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { details } from '#platform/views/components/details.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Explanation } from './explanation-queries.ts'

interface Explaining {
  readonly options: readonly DecisionOption[]
  readonly earlier: readonly Explanation[]
  /** How this child understands best. */
  readonly communication: string | null
  readonly cancel: string
}

/** What each outcome means, to read out, and the record that it was explained. */
export function explanationBody(shown: ShownForm, about: Explaining): Html {
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">What accepting an outcome means</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
    <p class="govuk-body">
      Tell the child and a parent or carer before they accept anything. Open what you want to read
      out.
    </p>
    ${about.communication !== null && insetText({ content: about.communication })}
    ${about.options.map(meaning)}
    <p class="govuk-body govuk-hint">Taken from: ${meaningsSource}. It is no legal advice.</p>
    ${about.earlier.length > 0 && earlierExplanations(about.earlier)}
    <h2 class="govuk-heading-m">Record that you explained it</h2>
    ${explanationForm(shown, about.cancel)}
</div></div>`
}

function meaning({ kind, name }: DecisionOption): Html {
  const { whatItIs, onYourRecord, whoCanBeTold, ifItIsNotKept } = outcomeMeanings[kind]
  const content = html`<p>${whatItIs}</p>
    <p><strong>On your record.</strong> ${onYourRecord}</p>
    <p><strong>Who can be told.</strong> ${whoCanBeTold}</p>
    <p><strong>If it is not kept.</strong> ${ifItIsNotKept}</p>`
  return details({ summary: name, content })
}

function explanationForm(shown: ShownForm, cancel: string): Html {
  const asked = ask(shown)
  return postForm(
    shown,
    { submit: 'Record the explanation', cancel },
    html`${asked.date('explainedOn', 'When did you explain it?', { size: 's' })}
    ${asked.several('how', 'How?', offers(waysToExplain), { size: 's' })}
    ${asked.longText('childWords', 'What did the child take from it?', {
      size: 's',
      hint: 'In the child’s own words.',
    })}
    ${asked.yesNo('childUnderstood', 'Did the child understand what it means?', { size: 's' })}
    ${asked.text('parentName', 'Which parent or carer was told?', { size: 's' })}
    ${asked.yesNo('parentUnderstood', 'Did they understand what it means?', { size: 's' })}`,
  )
}

function earlierExplanations(earlier: readonly Explanation[]): Html {
  return html`<h2 class="govuk-heading-m">Explained so far</h2>
    ${earlier.map(explanationList)}`
}

/** One explanation as it was recorded. */
export function explanationList(one: Explanation): Html {
  const understood = (yes: boolean) => (yes ? 'understood' : 'did not understand yet')
  return summaryList({
    rows: [
      { key: 'Explained', value: `${formatDate(one.explainedOn)}, by ${one.explainedBy}` },
      { key: 'How', value: one.how },
      { key: `The child ${understood(one.childUnderstood)}`, value: `“${one.childWords}”` },
      { key: 'Parent or carer', value: `${one.parentName} ${understood(one.parentUnderstood)}` },
    ],
  })
}
