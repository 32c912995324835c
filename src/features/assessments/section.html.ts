import type { FormDefinition, Question, Section } from '#domain/assessment/form-definition.ts'
import type { FactsToWeigh } from '#domain/assessment/facts-to-weigh.ts'
import { specificHarmPrompt } from '#domain/assessment/writing-prompts.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { adviceList } from '../advice-list.ts'
import { askQuestions } from './ask-question.html.ts'
import { knownFactsCard } from './known-facts.html.ts'
import type { KnownFacts } from './known-facts.ts'
import type { KnownPerson } from './known-person.ts'
import { assessmentEditUrl } from './urls.ts'

interface WrittenSection {
  readonly childId: string
  readonly assessment: Assessment
  readonly form: FormDefinition
  readonly section: Section
  readonly questions: readonly Question[]
  readonly last: Assessment | null
  readonly known: KnownFacts
  readonly person: KnownPerson
  readonly asked: readonly Circumstance[]
  readonly toWeigh: FactsToWeigh
  readonly advice: readonly Advice[]
}

/** One section of an assessment to write, with what the record knows beside it. */
export function sectionBody(shown: ShownForm, written: WrittenSection): Html {
  const { childId, assessment, form, section, questions, last, known, advice, toWeigh } = written
  const record = {
    childId,
    circumstances: known.circumstances,
    asked: written.asked,
    person: written.person,
    from: { assessment: assessment.id, section: section.key },
    since: last?.completedOn ?? null,
  }
  const judgesHarm = questions.some(
    one => one.type === 'judgement' && one.kind === 'risk-of-serious-harm',
  )
  const aboutHarm = advice.filter(({ ruleId }) => ruleId === specificHarmPrompt.id)
  return html`${whatIsWrong(shown)}
    <span class="govuk-caption-l">${form.title}</span>
    <h1 class="govuk-heading-l">${section.title}</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${section.help !== undefined && html`<p class="govuk-body">${section.help}</p>`}
        ${judgesHarm && adviceList(aboutHarm)}
        <form method="post" novalidate>
          ${shown.hiddenFields}
          ${askQuestions({ shown, section, questions, last, toWeigh, record })}
          ${buttons(assessmentEditUrl(childId, assessment.id))}
        </form>
      </div>
      <div class="app-child-grid__side">${knownFactsCard(childId, besideSection(known, questions))}</div>
    </div>`
}

/** What is known, without the kinds that the section shows among its questions. */
function besideSection(known: KnownFacts, questions: readonly Question[]): KnownFacts {
  const shown = questions.flatMap(one => (one.type === 'known-facts' ? one.circumstances : []))
  const circumstances = known.circumstances.filter(({ kind }) => !shown.includes(kind))
  return { ...known, circumstances }
}

function buttons(list: string): Html {
  return html`<div class="govuk-button-group">
    ${button({ content: 'Save and go on', name: 'then', value: 'next', preventDoubleClick: true })}
    ${button({
      content: 'Save and go to the list',
      name: 'then',
      value: 'list',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
    <a class="govuk-link" href="${list}">Cancel</a>
  </div>`
}
