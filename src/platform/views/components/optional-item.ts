import type { Attributes } from '../attributes.ts'
import { isHtml, type Content } from '../html.ts'

/** A list item that a page may leave out with `condition && item`. */
export type Optional<T> = T | null | undefined | false

/** The options that every component takes. */
export type ElementOptions = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type WithContent = { readonly content: Content }

/** Lets a page write `hint: 'For example…'` where only the words matter. */
export function asOptions<T extends WithContent>(value: Content | T): T | WithContent {
  return typeof value === 'string' || isHtml(value) ? { content: value } : value
}
