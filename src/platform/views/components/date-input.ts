import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { input } from './input.ts'

export type DatePart = {
  /** Defaults to `day`, `month` or `year`; `namePrefix` goes before it. */
  readonly name?: string | undefined
  readonly label?: string | undefined
  readonly value?: string | number | null | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  /** True marks this box as the wrong one. With none marked, an error marks them all. */
  readonly error?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type DatePartName = 'day' | 'month' | 'year'

export type DateInputOptions = FieldOptions & {
  readonly id: string
  /** The boxes are sent as `<namePrefix>-day`, `<namePrefix>-month`, `<namePrefix>-year`. */
  readonly namePrefix?: string | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'content' | 'role'> | undefined
  readonly values?:
    Readonly<Partial<Record<DatePartName, string | number | null | undefined>>> | undefined
  /** False leaves the box out. */
  readonly day?: DatePart | false | undefined
  readonly month?: DatePart | false | undefined
  readonly year?: DatePart | false | undefined
}

const partNames: readonly DatePartName[] = ['day', 'month', 'year']
const labels: Readonly<Record<DatePartName, string>> = { day: 'Day', month: 'Month', year: 'Year' }

export function dateInput(options: DateInputOptions): Html {
  const messages = fieldMessages(options.id, options, options.fieldset?.describedBy)
  const content = html`${messages.hint} ${messages.error}
    <div${attributes({
      class: classNames('govuk-date-input', options.classes),
      ...options.attributes,
      id: options.id,
    })}>
    ${options.formGroup?.beforeInput}
    ${partNames.map(name => datePart(name, options))}
    ${options.formGroup?.afterInput}
    </div>`
  const { fieldset: around } = options
  // The role makes screen readers read out the hint and error of a group of text boxes.
  const describedBy = messages.describedBy
  return formGroup(
    options,
    around ? fieldset({ ...around, role: 'group', describedBy, content }) : content,
  )
}

function datePart(partName: DatePartName, options: DateInputOptions): Html | null {
  const part = options[partName] ?? {}
  if (part === false) return null
  const name = part.name ?? partName
  return html`<div class="govuk-date-input__item">
    ${input({
      label: { content: part.label ?? labels[partName], classes: 'govuk-date-input__label' },
      id: part.id ?? `${options.id}-${name}`,
      name: options.namePrefix ? `${options.namePrefix}-${name}` : name,
      classes: classNames('govuk-date-input__input', partClasses(partName, part, options)),
      value: part.value ?? options.values?.[partName],
      inputmode: 'numeric',
      autocomplete: part.autocomplete,
      attributes: part.attributes,
    })}
  </div>`
}

function partClasses(partName: DatePartName, part: DatePart, options: DateInputOptions): string {
  const isWrong = part.error ?? (Boolean(options.errorMessage) && !hasMarkedPart(options))
  const hasWidth = part.classes?.includes('govuk-input--width-')
  return classNames(
    isWrong && 'govuk-input--error',
    !hasWidth && (partName === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'),
    part.classes,
  )
}

function hasMarkedPart(options: DateInputOptions): boolean {
  return partNames.some(name => {
    const part = options[name]
    return part && part.error === true
  })
}
