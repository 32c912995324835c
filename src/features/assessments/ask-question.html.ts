import { formatDate } from '#domain/calendar/format-date.ts'
import type {
  ChoiceQuestion,
  Column,
  JudgementQuestion,
  KnownFactsQuestion,
  Options,
  Question,
  RowsQuestion,
  Section,
} from '#domain/assessment/form-definition.ts'
import { concernAnswers } from '#domain/assessment/form-definition.ts'
import { rowCount } from '#platform/forms/group-rows.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, type Offer } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import { inputName, mostRows } from './answer-fields.ts'
import { isAfresh } from '#domain/assessment/review-answers.ts'
import { knownQuestion, type ShownRecord } from './known-question.html.ts'
import { factsAskedIn } from '#domain/assessment/weighing.ts'
import type { FactsToWeigh } from '#domain/assessment/facts-to-weigh.ts'
import { factsBeside } from './weighing.html.ts'
import { lastAnswer } from './read-answers.html.ts'
import { levelsOf, openerOf } from './section-form.ts'

type Last = Pick<Assessment, 'answers' | 'judgements' | 'completedOn'>

/** More choices than this are a list to pick from. */
const mostRadios = 10

/** What stands around the questions of a section. */
export interface AskedSection {
  readonly shown: ShownForm
  readonly section: Section
  /** The questions on the page, in their order. */
  readonly questions: readonly Question[]
  /** What this one follows: its answers stand under the questions. */
  readonly last: Last | null
  /** Null where nothing of the record is asked about. */
  readonly record: ShownRecord | null
  /** What the record shows that the judgements have to answer; null where there are none. */
  readonly toWeigh: FactsToWeigh | null
}

/** The questions of a section, those that an answer opens under that answer. */
export function askQuestions(asked: AskedSection): Html {
  const top = asked.questions.filter(question => openerOf(asked.section, question) === null)
  return html`${top.map(question => askQuestion(asked, question))}`
}

function askQuestion(asked: AskedSection, question: Question): Html {
  const facts = asked.toWeigh === null ? [] : (factsAskedIn(question.key, asked.toWeigh) ?? [])
  return html`${facts.length > 0 && factsBeside(question.title, facts)} ${askedAs(asked, question)} ${prompts(question)}
  ${asked.last !== null && lastTime(asked.last, question)}`
}

function askedAs(asked: AskedSection, question: Question): Html {
  const { shown } = asked
  const { title } = question
  const name = inputName(question.key)
  const hint = hintOf(question)
  const questions = ask(shown)
  switch (question.type) {
    case 'text':
      return questions.text(name, title, { size: 's', hint })
    case 'long-text':
      return questions.longText(name, title, { size: 's', hint, rows: 6 })
    case 'date':
      return questions.date(name, title, { size: 's', hint })
    case 'one':
      return askOneOf(asked, question)
    case 'several':
      return questions.several(name, title, offers(question.options), { size: 's', hint })
    case 'concern':
      return questions.one(name, title, withOpened(asked, question, offers(concernAnswers)), {
        size: 's',
        hint,
      })
    case 'rows':
      return askRows(shown, question)
    case 'known-facts':
      return askKnown(asked, question)
    case 'judgement':
      return askJudgement(shown, question)
  }
}

function askKnown({ shown, record }: AskedSection, question: KnownFactsQuestion): Html {
  return record === null ? html`` : knownQuestion(shown, question, record)
}

function askOneOf(asked: AskedSection, question: ChoiceQuestion): Html {
  const { key, title, options } = question
  const name = inputName(key)
  const hint = hintOf(question)
  if (Object.keys(options).length > mostRadios) {
    return ask(asked.shown).from(name, title, pickFrom(options), { size: 's', hint })
  }
  const choices = withOpened(asked, question, offers(options))
  return ask(asked.shown).one(name, title, choices, { size: 's', hint })
}

function pickFrom(options: Options) {
  return Object.entries(options).map(([value, content]) => ({ value, content }))
}

/** A service's own question says so, so that nobody takes it for a national one. */
function hintOf({ help, isOwn }: Question): Html {
  const own = isOwn === true && html`A question of our own service.`
  return html`${help} ${own}`
}

/** Each choice with the questions that it opens. */
function withOpened(asked: AskedSection, opener: Question, choices: readonly Offer[]): Offer[] {
  return choices.map(choice => {
    const opened = asked.questions.filter(
      question =>
        openerOf(asked.section, question) === opener && question.when?.is[0] === choice.value,
    )
    if (opened.length === 0) return choice
    return { ...choice, conditional: html`${opened.map(one => askQuestion(asked, one))}` }
  })
}

function askJudgement(shown: ShownForm, question: JudgementQuestion): Html {
  const { title, levelKey, reasonsKey } = question
  const asked = ask(shown)
  const why = html`Why?<span class="govuk-visually-hidden"> ${title}</span>`
  return html`${asked.one(levelKey, title, offers(levelsOf(question)), { size: 's', inline: true })}
  ${asked.longText(reasonsKey, why, { rows: 4 })}`
}

function askRows(shown: ShownForm, question: RowsQuestion): Html {
  const { title, help, row, key } = question
  const name = inputName(key)
  const rows = rowCount(shown.values, name)
  return html`<h2 class="govuk-heading-s" id="${name}">${title}</h2>
    ${help !== undefined && html`<p class="govuk-hint">${help}</p>`}
    ${Array.from({ length: rows }, (_, index) => askRow(shown, question, index, rows))}
    ${
      rows < mostRows &&
      button({
        content: `Add another ${row}`,
        name: `add-${name}`,
        value: '1',
        classes: 'govuk-button--secondary',
        attributes: { formaction: `#${name}-row-${rows}` },
      })
    }`
}

function askRow(shown: ShownForm, question: RowsQuestion, index: number, rows: number): Html {
  const name = inputName(question.key)
  const legend = {
    content: `${question.row.charAt(0).toUpperCase()}${question.row.slice(1)} ${index + 1}`,
    classes: 'govuk-fieldset__legend--s',
  }
  const remove = button({
    content: html`Remove<span class="govuk-visually-hidden"> ${question.row} ${index + 1}</span>`,
    name: `remove-${name}`,
    value: String(index),
    classes: 'govuk-button--secondary',
    attributes: { formaction: `#${name}` },
  })
  return html`<div class="app-card" id="${name}-row-${index}">
    ${fieldset({
      legend,
      content: html`${question.columns.map(column => askColumn(shown, column, `${name}-${index}-${column.key}`))}
      ${rows > 1 && remove}`,
    })}
  </div>`
}

function askColumn(shown: ShownForm, { title, options, isLong }: Column, name: string): Html {
  const asked = ask(shown)
  if (options !== undefined) {
    return asked.from(name, title, pickFrom(options))
  }
  return isLong === true ? asked.longText(name, title, { rows: 2 }) : asked.text(name, title)
}

function prompts({ prompts: asked, title }: Question): Html | null {
  if (asked === undefined || asked.length === 0) return null
  return details({
    classes: 'app-why govuk-!-margin-bottom-6',
    summary: html`Questions that help<span class="govuk-visually-hidden">: ${title}</span>`,
    content: html`<ul class="govuk-list govuk-list--bullet">
      ${asked.map(prompt => html`<li>${prompt}</li>`)}
    </ul>`,
  })
}

/** What the assessment before this one says to the same question. */
function lastTime(last: Last, question: Question): Html | null {
  const content = lastAnswer(question, last)
  if (content === null) return null
  const on = last.completedOn === null ? '' : `, ${formatDate(last.completedOn)}`
  const isOpenAtOnce = question.type === 'judgement' || isAfresh(question)
  return details({ summary: `Last time${on}`, content, open: isOpenAtOnce })
}
