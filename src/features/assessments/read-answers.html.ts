import {
  codesAnswer,
  isAnswered,
  openQuestions,
  openSections,
  rowsAnswer,
  textAnswer,
  type Answers,
} from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { judgementOf } from '#domain/assessment/complete-assessment.ts'
import {
  judgementQuestions,
  optionsOf,
  type FormDefinition,
  type JudgementQuestion,
  type Question,
  type RowsQuestion,
  type Section,
} from '#domain/assessment/form-definition.ts'
import { shownFacts } from '#domain/assessment/weighing.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ownWords } from '../own-words.ts'
import { factsWeighed } from './weighing.html.ts'

/** What an assessment says, section by section, in the words of the form that it was written in. */
export function readSections(
  form: FormDefinition,
  content: AssessmentContent,
  isDraft: boolean,
): Html {
  return html`${openSections(form, content.answers).map(section => readSection(section, content, isDraft))}`
}

function readSection(section: Section, content: AssessmentContent, isDraft: boolean): Html {
  const shown = openQuestions(section, content.answers).filter(
    question => isSaid(question, content) || (isDraft && question.missing !== undefined),
  )
  const parts = inParts(shown).map(part =>
    part.kind === 'short'
      ? summaryList({ rows: part.questions.map(one => shortRow(one, content)) })
      : longAnswer(part.question, content),
  )
  const nothing = html`<p class="govuk-body govuk-hint">Nothing was written here.</p>`
  return html`<section aria-labelledby="section-${section.key}">
    <h2 class="govuk-heading-m" id="section-${section.key}">${section.title}</h2>
    ${parts.length === 0 ? nothing : parts}
  </section>`
}

/** True for what is answered, and for judgements, which are read also where they are not made yet. */
function isSaid(question: Question, { answers }: AssessmentContent): boolean {
  return question.type === 'judgement' || isAnswered(answers, question.key)
}

type Part =
  | { readonly kind: 'short'; readonly questions: Question[] }
  | { readonly kind: 'long'; readonly question: Question }

/** Short answers that follow each other stand in one list; long ones have a heading each. */
function inParts(questions: readonly Question[]): Part[] {
  const parts: Part[] = []
  for (const question of questions) {
    if (question.type === 'known-facts') continue
    const before = parts.at(-1)
    if (question.type === 'long-text' || question.type === 'rows') {
      parts.push({ kind: 'long', question })
    } else if (before?.kind === 'short') {
      before.questions.push(question)
    } else {
      parts.push({ kind: 'short', questions: [question] })
    }
  }
  return parts
}

function shortRow(question: Question, content: AssessmentContent): SummaryListRow {
  const { title, isOwn } = question
  const own = isOwn === true && html`<br /><span class="govuk-hint">Our own question</span>`
  const value =
    question.type === 'judgement'
      ? judgement(question, content)
      : inWords(question, content.answers) || notYet
  return { key: html`${title}${own}`, value }
}

function longAnswer(question: Question, { answers }: AssessmentContent): Html {
  const { title, isOwn } = question
  return html`<h3 class="govuk-heading-s">
      ${title}${isOwn === true && html` <span class="govuk-hint">Our own question</span>`}
    </h3>
    ${factsWeighed(shownFacts(question.key, answers))}
    ${isAnswered(answers, question.key) ? written(question, answers) : html`<p class="govuk-body">${notYet}</p>`}`
}

const notYet = html`<span class="govuk-hint">Not written yet.</span>`

function written(question: Question, answers: Answers): Html {
  if (question.type === 'rows') return rowsInWords(question, answers)
  const text = ownWords(textAnswer(answers, question.key))
  const isVoice = question.type === 'long-text' && question.voice !== undefined
  return isVoice ? html`<blockquote class="app-voice">${text}</blockquote>` : html`${text}`
}

function rowsInWords({ key, columns }: RowsQuestion, answers: Answers): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${rowsAnswer(answers, key).map(row => {
      const said = columns.flatMap(({ key: column, title, options }) => {
        const text = row[column] ?? ''
        return text === '' ? [] : [html`${title}: ${options?.[text] ?? text}`]
      })
      return html`<li>${said.map((one, at) => html`${at > 0 && html`<br />`}${one}`)}</li>`
    })}
  </ul>`
}

/** An answer of few words: codes by their names, days as days. */
function inWords(question: Question, answers: Answers): string {
  const { key } = question
  const text = textAnswer(answers, key)
  const options = optionsOf(question)
  if (options !== null) {
    const codes = text === '' ? codesAnswer(answers, key) : [text]
    return codes.map(code => options[code] ?? code).join(', ')
  }
  const date = question.type === 'date' ? parsePlainDate(text) : undefined
  return date === undefined ? text : formatDate(date)
}

function judgement({ kind }: JudgementQuestion, content: AssessmentContent): Html {
  const made = judgementOf(content, kind)
  const level = made?.level == null ? 'Not judged yet' : judgementLevels[made.level]
  return html`<p class="govuk-body govuk-!-font-weight-bold">${level}</p>
    ${ownWords(made?.reasons ?? '')}`
}

/** The level and the reasons of each judgement that a form asks for. */
export function judgements(form: FormDefinition, content: AssessmentContent): Html {
  const rows = judgementQuestions(form).map(question => ({
    key: question.title,
    value: judgement(question, content),
  }))
  return summaryList({ rows })
}

/** What an earlier assessment says to a question; null where it says nothing. */
export function lastAnswer(question: Question, last: AssessmentContent): Html | null {
  if (question.type === 'known-facts') return null
  if (question.type === 'judgement') {
    const made = judgementOf(last, question.kind)
    if (made === undefined) return null
    const level = made.level === null ? '' : `${judgementLevels[made.level]}. `
    const text = `${level}${made.reasons}`
    return text.trim() === '' ? null : html`${ownWords(text)}`
  }
  if (!isAnswered(last.answers, question.key)) return null
  const isLong = question.type === 'long-text' || question.type === 'rows'
  return isLong
    ? written(question, last.answers)
    : html`<p class="govuk-body">${inWords(question, last.answers)}</p>`
}
