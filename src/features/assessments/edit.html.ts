import { formatDate } from '#domain/calendar/format-date.ts'
import { shortForm, type JudgementQuestion, type Question } from '#domain/assessment/short-form.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { genogramPrompt, specificHarmPrompt } from '#domain/assessment/writing-prompts.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { adviceList } from '../advice-list.ts'
import { newEventUrl } from '../events/urls.ts'
import { ownWords } from '../own-words.ts'
import { knownFactsCard } from './known-facts.html.ts'
import type { KnownFacts } from './known-facts.ts'
import { assessmentReviewUrl, assessmentUrl } from './urls.ts'

interface Written {
  readonly childId: string
  readonly assessment: Assessment
  /** The assessment that this one reviews. */
  readonly last: Assessment | null
  readonly known: KnownFacts
  readonly advice: readonly Advice[]
}

/** The short assessment to write: the child first, then the judgements, with what the record knows beside it. */
export function editBody(shown: ShownForm, written: Written): Html {
  const { childId, assessment, last, known, advice } = written
  const aboutHarm = advice.filter(({ ruleId }) => ruleId === specificHarmPrompt.id)
  const others = advice.filter(({ ruleId }) => ruleId !== specificHarmPrompt.id)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">
      ${last === null ? 'Write the assessment' : 'Review the assessment'}
    </h1>
    ${returned(assessment)} ${last !== null && reviewIntroduction(childId, last)}
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        ${adviceList(others)}
        ${others.some(({ ruleId }) => ruleId === genogramPrompt.id) && genogramLink(childId, assessment)}
        <form method="post" novalidate>
          ${shown.hiddenFields}
          ${shortForm.questions.map(question => answerQuestion(shown, question, last))}
          <h2 class="govuk-heading-m">Three judgements</h2>
          ${shortForm.judgements.map(
            question => html`${question.kind === 'risk-of-serious-harm' && adviceList(aboutHarm)}
            ${judgementQuestion(shown, question, last)}`,
          )}
          ${buttons(assessmentUrl(childId, assessment.id))}
        </form>
      </div>
      <div class="app-child-grid__side">${knownFactsCard(childId, known)}</div>
    </div>`
}

/** Where the family's drawing, or why there is none, is recorded. */
function genogramLink(childId: string, { referralId, interventionId }: Assessment): Html {
  const held =
    interventionId !== null ? { interventionId } : referralId !== null ? { referralId } : {}
  const url = newEventUrl(childId, { kind: 'genogram', ...held })
  return html`<p class="govuk-body">
    <a class="govuk-link" href="${url}">Record the genogram, or why there is none</a>
  </p>`
}

function buttons(cancel: string): Html {
  return html`<div class="govuk-button-group">
    ${button({
      content: 'Save and come back',
      name: 'then',
      value: 'save',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}
    ${button({ content: 'Complete', name: 'then', value: 'complete', preventDoubleClick: true })}
    <a class="govuk-link" href="${cancel}">Cancel</a>
  </div>`
}

function answerQuestion(shown: ShownForm, question: Question, last: Assessment | null): Html {
  const { key, title, hint } = question
  const before = last === null ? null : lastTime(last, last.answers[key])
  return html`${ask(shown).longText(key, title, { size: 'm', hint, rows: 6 })} ${before}`
}

function judgementQuestion(
  shown: ShownForm,
  question: JudgementQuestion,
  last: Assessment | null,
): Html {
  const { kind, title, levelField, reasonsField, levels, prompts } = question
  const asked = ask(shown)
  const choices = levels.map(level => ({ value: level, content: judgementLevels[level] }))
  const before = last?.judgements.find(one => one.kind === kind)
  const beforeLevel = before?.level == null ? '' : `${judgementLevels[before.level]}. `
  return html`${asked.one(levelField, title, choices, { size: 's', inline: true })}
  ${details({
    classes: 'app-why',
    summary: 'What helps others to use this judgement',
    content: html`<ul class="govuk-list govuk-list--bullet">
      ${prompts.map(prompt => html`<li>${prompt}</li>`)}
    </ul>`,
  })}
  ${asked.longText(reasonsField, html`Why?<span class="govuk-visually-hidden"> ${title}</span>`, {
    rows: 4,
  })}
  ${last !== null && before !== undefined && lastTime(last, `${beforeLevel}${before.reasons}`)}`
}

function lastTime(last: Assessment, text: string): Html | null {
  if (text.trim() === '') return null
  const on = last.completedOn === null ? '' : `, ${formatDate(last.completedOn)}`
  return details({ summary: `Last time${on}`, content: html`${ownWords(text)}`, open: true })
}

function reviewIntroduction(childId: string, last: Assessment): Html {
  return html`<p class="govuk-body">
    Write it afresh: the child has changed since
    <a class="govuk-link" href="${assessmentUrl(childId, last.id)}">the last assessment</a>. What was
    written then stands under each question, to compare with and not to copy.
  </p>`
}

function returned({ countersignNote }: Assessment): Html | null {
  if (countersignNote === null) return null
  return insetText({
    content: html`<p class="govuk-body govuk-!-font-weight-bold">A manager sent this back</p>
      ${ownWords(countersignNote)}`,
  })
}

/** In the place of the form once the assessment is complete; what was typed into an old page stays to be read. */
export function closedBody(shown: ShownForm, written: Written, why: string): Html {
  const { childId, assessment } = written
  const typed = shown.errors.length === 0 ? null : keptText(shown)
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l" id="childWords">This assessment is complete</h1>
    <p class="govuk-body">${why}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="${assessmentUrl(childId, assessment.id)}">Read the assessment</a>
      or <a class="govuk-link" href="${assessmentReviewUrl(childId, assessment.id)}">review it</a>.
    </p>
    ${typed}`
}

function keptText(shown: ShownForm): Html {
  const texts = Object.values(shown.values).filter(value => typeof value === 'string')
  return html`<h2 class="govuk-heading-m">What you typed, not saved</h2>
    ${texts.map(text => ownWords(text))}`
}
