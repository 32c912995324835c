import { classNames } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { hint } from './hint.ts'
import { textarea, type TextareaOptions } from './textarea.ts'

export type CharacterCountOptions = TextareaOptions & {
  readonly maxlength?: number | undefined
  /** Counts words instead. */
  readonly maxwords?: number | undefined
  /** What `maxlength` counts: UTF-16 units by default, as the browser does. */
  readonly countType?: 'length' | 'characters' | 'words' | undefined
  /** The count is shown from this percentage of the limit. */
  readonly threshold?: number | undefined
}

/** A textarea that says how much room is left. It warns; the server is what refuses. */
export function characterCount(options: CharacterCountOptions): Html {
  const { maxlength, maxwords, threshold, ...rest } = options
  const countType = options.countType ?? (maxwords ? 'words' : undefined)
  const limit = maxwords ?? maxlength
  const id = options.id ?? options.name
  const unit = countType === 'words' ? 'words' : 'characters'
  const message = hint({
    content: limit === undefined ? '' : `You can enter up to ${limit} ${unit}`,
    id: `${id}-info`,
    classes: 'govuk-character-count__message',
  })
  return textarea({
    ...rest,
    classes: classNames('govuk-js-character-count', options.classes),
    describedBy: `${id}-info`,
    formGroup: {
      ...options.formGroup,
      classes: classNames('govuk-character-count', options.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': maxlength,
        'data-maxwords': maxwords,
        'data-threshold': threshold,
        'data-count-type': countType,
        ...options.formGroup?.attributes,
      },
      afterInput: html`${message} ${options.formGroup?.afterInput}`,
    },
  })
}
