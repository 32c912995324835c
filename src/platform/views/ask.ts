import type { FieldError, FormValues } from '#platform/forms/form.ts'
import { textOf, textsOf } from '#platform/forms/typed-values.ts'
import { button } from './components/button.ts'
import { checkboxes } from './components/checkboxes.ts'
import type { Choice } from './components/choices.ts'
import { dateInput } from './components/date-input.ts'
import { errorSummary } from './components/error-summary.ts'
import { input } from './components/input.ts'
import { radios } from './components/radios.ts'
import { select } from './components/select.ts'
import { textarea } from './components/textarea.ts'
import { html, type Content, type Html } from './html.ts'

/** A form as it is to be printed: what was typed and what is wrong with it. */
export interface Asked {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly hiddenFields: Html
}

interface Question {
  readonly hint?: Content
  /** Makes the label the size of a heading: for the one question of a page or a section. */
  readonly size?: 's' | 'm' | 'l'
}

interface TextQuestion extends Question {
  /** Width in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20
  readonly inputmode?: 'numeric' | 'tel' | 'email'
  readonly autocomplete?: string
}

interface LongTextQuestion extends Question {
  readonly rows?: number
}

interface OneQuestion extends Question {
  readonly inline?: boolean
}

interface SelectOffer {
  readonly value: string
  readonly content: string
}

/** A choice to offer, with what it opens when chosen. */
export interface Offer {
  readonly value: string
  readonly content: Content
  readonly hint?: Content
  readonly conditional?: Html
}

/** Offers from a code list: each code with its name. */
export function offers(list: Readonly<Record<string, string>>): Offer[] {
  return Object.entries(list).map(([value, content]) => ({ value, content }))
}

/** The questions of one form, each filled with what was typed and marked with what is wrong. */
export function ask(asked: Asked) {
  return {
    text: (name: string, content: Content, question: TextQuestion = {}) =>
      askText(asked, name, content, question),
    longText: (name: string, content: Content, question: LongTextQuestion = {}) =>
      askLongText(asked, name, content, question),
    date: (name: string, content: Content, question: Question = {}) =>
      askDate(asked, name, content, question),
    one: (name: string, content: Content, choices: readonly Offer[], question: OneQuestion = {}) =>
      askOne(asked, name, content, { ...question, choices }),
    yesNo: (name: string, content: Content, question: Question = {}) =>
      askOne(asked, name, content, { ...question, choices: yesNo, inline: true }),
    several: (name: string, content: Content, choices: readonly Offer[], question: Question = {}) =>
      askSeveral(asked, name, content, { ...question, choices }),
    from: (
      name: string,
      content: Content,
      choices: readonly SelectOffer[],
      question: Question & { nothing?: string } = {},
    ) => askFrom(asked, name, content, { ...question, choices }),
  }
}

const yesNo: readonly Offer[] = [
  { value: 'yes', content: 'Yes' },
  { value: 'no', content: 'No' },
]

function askText(asked: Asked, name: string, content: Content, question: TextQuestion): Html {
  return input({
    name,
    id: name,
    label: labelOf(content, question),
    hint: question.hint,
    value: textOf(asked.values, name),
    errorMessage: errorOf(asked, name)?.message,
    classes: question.width === undefined ? undefined : `govuk-input--width-${question.width}`,
    inputmode: question.inputmode,
    autocomplete: question.autocomplete ?? 'off',
  })
}

function askLongText(
  asked: Asked,
  name: string,
  content: Content,
  question: LongTextQuestion,
): Html {
  return textarea({
    name,
    id: name,
    label: labelOf(content, question),
    hint: question.hint,
    rows: question.rows ?? 4,
    spellcheck: true,
    value: textOf(asked.values, name),
    errorMessage: errorOf(asked, name)?.message,
  })
}

function askDate(asked: Asked, name: string, content: Content, question: Question): Html {
  const error = errorOf(asked, name)
  const marked = error?.parts ?? []
  const part = (named: string) => (marked.length > 0 ? { error: marked.includes(named) } : {})
  return dateInput({
    id: name,
    namePrefix: name,
    fieldset: legendOf(content, question),
    hint: question.hint,
    errorMessage: error?.message,
    values: {
      day: textOf(asked.values, `${name}-day`),
      month: textOf(asked.values, `${name}-month`),
      year: textOf(asked.values, `${name}-year`),
    },
    day: part('day'),
    month: part('month'),
    year: part('year'),
  })
}

function askOne(
  asked: Asked,
  name: string,
  content: Content,
  question: OneQuestion & { readonly choices: readonly Offer[] },
): Html {
  return radios({
    name,
    idPrefix: name,
    fieldset: legendOf(content, question),
    hint: question.hint,
    items: question.choices.map(toChoice),
    value: textOf(asked.values, name),
    errorMessage: errorOf(asked, name)?.message,
    classes: question.inline === true ? 'govuk-radios--inline' : undefined,
  })
}

function askSeveral(
  asked: Asked,
  name: string,
  content: Content,
  question: Question & { readonly choices: readonly Offer[] },
): Html {
  return checkboxes({
    name,
    idPrefix: name,
    fieldset: legendOf(content, question),
    hint: question.hint,
    items: question.choices.map(toChoice),
    values: textsOf(asked.values, name),
    errorMessage: errorOf(asked, name)?.message,
  })
}

function askFrom(
  asked: Asked,
  name: string,
  content: Content,
  question: Question & { readonly choices: readonly SelectOffer[]; readonly nothing?: string },
): Html {
  return select({
    name,
    id: name,
    label: labelOf(content, question),
    hint: question.hint,
    items: [{ value: '', content: question.nothing ?? 'Choose' }, ...question.choices],
    value: textOf(asked.values, name),
    errorMessage: errorOf(asked, name)?.message,
  })
}

function errorOf(asked: Asked, name: string): FieldError | undefined {
  return asked.errors.find(error => error.field === name)
}

function legendOf(content: Content, { size }: Question) {
  return { legend: { content, ...(size && { classes: `govuk-fieldset__legend--${size}` }) } }
}

function labelOf(content: Content, { size }: Question) {
  return size === undefined ? content : { content, classes: `govuk-label--${size}` }
}

function toChoice({ value, content, hint, conditional }: Offer): Choice {
  return { value, content, hint, conditional }
}

/** The list of what is wrong, first on the page; nothing when nothing is. */
export function whatIsWrong(asked: Asked): Html | null {
  if (asked.errors.length === 0) return null
  return errorSummary({
    title: 'There is a problem',
    errorList: asked.errors.map(error => ({ content: error.message, href: error.href })),
  })
}

interface PostFormOptions {
  /** The address of the page itself unless another is named. */
  readonly action?: string
  readonly submit: string
  /** Where "Cancel" leads. */
  readonly cancel?: string
  readonly warn?: boolean
}

/** A form that is sent to the server, with its protection, its button and the way out. */
export function postForm(asked: Asked, options: PostFormOptions, content: Html): Html {
  const action = options.action === undefined ? null : html` action="${options.action}"`
  return html`<form method="post" ${action} novalidate>
    ${asked.hiddenFields} ${content}
    <div class="govuk-button-group">
      ${button({
        content: options.submit,
        preventDoubleClick: true,
        classes: options.warn === true ? 'govuk-button--warning' : undefined,
      })}
      ${options.cancel !== undefined && html`<a class="govuk-link" href="${options.cancel}">Cancel</a>`}
    </div>
  </form>`
}
