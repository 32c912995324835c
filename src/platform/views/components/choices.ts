import { attributes, classNames, type Attributes } from '../attributes.ts'
import { html, type Content, type Html } from '../html.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { fieldMessages, formGroup, type FieldOptions } from './form-group.ts'
import { hint, type HintOptions } from './hint.ts'
import { label, type LabelOptions } from './label.ts'
import { asOptions, type ElementOptions, type Optional } from './optional-item.ts'

/** What radios and checkboxes share. */
export type Choice = {
  readonly content: Content
  readonly value: string | number
  readonly id?: string | undefined
  readonly hint?: Content | HintOptions | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown under the choice while it is chosen. */
  readonly conditional?: Html | undefined
  readonly label?: ElementOptions | undefined
  readonly attributes?: Attributes | undefined
}

export type ChoiceDivider = { readonly divider: string }

export type ChoicesOptions = FieldOptions & {
  readonly name: string
  /** The first choice has this id, so that an error summary can point at it. The name by default. */
  readonly idPrefix?: string | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'content' | 'role'> | undefined
}

export type ChoiceKind = 'radios' | 'checkboxes'

/** The form group, hint, error and fieldset around a list of choices. */
export function choices<T extends Choice>(
  kind: ChoiceKind,
  options: ChoicesOptions & { readonly items: readonly Optional<T | ChoiceDivider>[] },
  describedBy: string | undefined,
  item: (choice: T, id: string) => Html,
): Html {
  const idPrefix = options.idPrefix || options.name
  const messages = fieldMessages(idPrefix, options, describedBy)
  const items = options.items.map((each, index) => {
    if (!each) return null
    if ('divider' in each) return html`<div class="govuk-${kind}__divider">${each.divider}</div>`
    return item(each, each.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`))
  })
  const content = html`${messages.hint} ${messages.error}
    <div${attributes({
      class: classNames(`govuk-${kind}`, options.classes),
      ...options.attributes,
      'data-module': `govuk-${kind}`,
    })}>${options.formGroup?.beforeInput} ${items} ${options.formGroup?.afterInput}</div>`
  const { fieldset: around } = options
  return formGroup(
    options,
    around ? fieldset({ ...around, describedBy: messages.describedBy, content }) : content,
  )
}

export type ChoiceElement = {
  readonly kind: ChoiceKind
  readonly id: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  /** The attributes of the input that differ between radios and checkboxes. */
  readonly input: Attributes
}

export function choiceItem(choice: Choice, element: ChoiceElement): Html {
  const { kind, id, checked } = element
  const given = choice.hint ? asOptions(choice.hint) : undefined
  const hintOptions: HintOptions | undefined = given && given.content !== '' ? given : undefined
  const hintId = hintOptions ? `${id}-item-hint` : undefined
  return html`<div class="govuk-${kind}__item">
  <input${attributes({
    class: `govuk-${kind}__input`,
    id,
    ...element.input,
    value: choice.value,
    checked,
    disabled: choice.disabled,
    'data-aria-controls': choice.conditional ? `conditional-${id}` : undefined,
    'aria-describedby': classNames(element.describedBy, hintId) || undefined,
    ...choice.attributes,
  })}>
  ${label(choiceLabel(choice, kind, id))}
  ${hintOptions && hint({ ...hintOptions, id: hintId, classes: classNames(`govuk-${kind}__hint`, hintOptions.classes) })}
</div>
${choice.conditional && conditional(choice.conditional, element)}`
}

function choiceLabel(choice: Choice, kind: ChoiceKind, id: string): LabelOptions {
  return {
    content: choice.content,
    classes: classNames(`govuk-${kind}__label`, choice.label?.classes),
    attributes: choice.label?.attributes,
    for: id,
  }
}

function conditional(content: Html, { kind, id, checked }: ChoiceElement): Html {
  return html`<div${attributes({
    class: classNames(
      `govuk-${kind}__conditional`,
      !checked && `govuk-${kind}__conditional--hidden`,
    ),
    id: `conditional-${id}`,
  })}>${content}</div>`
}
