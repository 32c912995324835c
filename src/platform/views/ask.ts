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
  const errorOf = (name: string) => asked.errors.find(error => error.field === name)
  const errorMessage = (name: string) => errorOf(name)?.message
  const legend = (content: Content, { size }: Question) => ({
    legend: { content, ...(size && { classes: `govuk-fieldset__legend--${size}` }) },
  })
  const label = (content: Content, { size }: Question) =>
    size === undefined ? content : { content, classes: `govuk-label--${size}` }

  return {
    text: (name: string, content: Content, question: TextQuestion = {}): Html =>
      input({
        name,
        id: name,
        label: label(content, question),
        hint: question.hint,
        value: textOf(asked.values, name),
        errorMessage: errorMessage(name),
        classes: question.width === undefined ? undefined : `govuk-input--width-${question.width}`,
        inputmode: question.inputmode,
        autocomplete: question.autocomplete ?? 'off',
      }),
    longText: (name: string, content: Content, question: Question & { rows?: number } = {}): Html =>
      textarea({
        name,
        id: name,
        label: label(content, question),
        hint: question.hint,
        rows: question.rows ?? 4,
        spellcheck: true,
        value: textOf(asked.values, name),
        errorMessage: errorMessage(name),
      }),
    date: (name: string, content: Content, question: Question = {}): Html => {
      const error = errorOf(name)
      const isWrong = (part: string) => error?.parts?.includes(part) ?? false
      const anyPart = (error?.parts?.length ?? 0) > 0
      const part = (named: string) => (anyPart ? { error: isWrong(named) } : {})
      return dateInput({
        id: name,
        namePrefix: name,
        fieldset: legend(content, question),
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
    },
    one: (
      name: string,
      content: Content,
      choices: readonly Offer[],
      question: Question & { inline?: boolean } = {},
    ): Html =>
      radios({
        name,
        idPrefix: name,
        fieldset: legend(content, question),
        hint: question.hint,
        items: choices.map(toChoice),
        value: textOf(asked.values, name),
        errorMessage: errorMessage(name),
        classes: question.inline === true ? 'govuk-radios--inline' : undefined,
      }),
    yesNo: (name: string, content: Content, question: Question = {}): Html =>
      radios({
        name,
        idPrefix: name,
        fieldset: legend(content, question),
        hint: question.hint,
        items: [
          { value: 'yes', content: 'Yes' },
          { value: 'no', content: 'No' },
        ],
        value: textOf(asked.values, name),
        errorMessage: errorMessage(name),
        classes: 'govuk-radios--inline',
      }),
    several: (
      name: string,
      content: Content,
      choices: readonly Offer[],
      question: Question = {},
    ): Html =>
      checkboxes({
        name,
        idPrefix: name,
        fieldset: legend(content, question),
        hint: question.hint,
        items: choices.map(toChoice),
        values: textsOf(asked.values, name),
        errorMessage: errorMessage(name),
      }),
    from: (
      name: string,
      content: Content,
      choices: readonly { readonly value: string; readonly content: string }[],
      question: Question & { nothing?: string } = {},
    ): Html =>
      select({
        name,
        id: name,
        label: label(content, question),
        hint: question.hint,
        items: [{ value: '', content: question.nothing ?? 'Choose' }, ...choices],
        value: textOf(asked.values, name),
        errorMessage: errorMessage(name),
      }),
  }
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
