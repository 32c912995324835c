import { z } from 'zod'
import { isHtml, type Html } from '../html.ts'
import { raw } from '../trusted-html.ts'

/** Schemas of the options that several components share. */
export const text = z.string().optional()
export const flag = z.boolean().optional()
export const content = z.union([z.string(), z.custom<Html>(isHtml)])
export const attributes = z.record(z.string(), z.union([z.string(), z.number()])).optional()

export const hint = z.strictObject({ content, id: text, classes: text, attributes }).optional()

export const errorMessage = z
  .strictObject({ content, id: text, classes: text, attributes, visuallyHiddenText: text })
  .optional()

export const label = z.strictObject({
  content,
  for: text,
  classes: text,
  isPageHeading: flag,
  attributes,
})

export const legend = z.strictObject({ content, classes: text, isPageHeading: flag })

export const fieldset = z
  .strictObject({ legend: legend.optional(), describedBy: text, classes: text, attributes })
  .optional()

export const formGroup = z
  .strictObject({
    classes: text,
    attributes,
    beforeInput: content.optional(),
    afterInput: content.optional(),
  })
  .optional()

/** An item that may be absent: GOV.UK Frontend skips every falsy item of a list. */
export function optionalItems<T extends z.ZodType>(item: T) {
  return z.array(item.nullable())
}

const pairs = [
  ['text', 'html', 'content'],
  ['titleText', 'titleHtml', 'title'],
  ['descriptionText', 'descriptionHtml', 'description'],
  ['summaryText', 'summaryHtml', 'summary'],
] as const

/**
 * Turns GOV.UK Frontend's pairs of `text` and `html` (which it prefers) into our one value, and the
 * falsy items of lists into null. Everything else is handed on for a strict schema to judge.
 */
export function toOurOptions(options: unknown): unknown {
  if (Array.isArray(options)) return options.map(item => (item ? toOurOptions(item) : null))
  if (typeof options !== 'object' || options === null) return options
  const given = new Map<string, unknown>(Object.entries(options))
  for (const [textKey, htmlKey, ourKey] of pairs) {
    const words = wordsSchema.parse(given.get(textKey))
    const markup = markupSchema.parse(given.get(htmlKey))
    given.delete(textKey)
    given.delete(htmlKey)
    if (markup) given.set(ourKey, raw(markup))
    else if (words !== undefined) given.set(ourKey, String(words))
  }
  return Object.fromEntries(Array.from(given, ([key, value]) => [key, toOurOption(key, value)]))
}

const wordsSchema = z.union([z.string(), z.number()]).optional()
const markupSchema = z.union([z.string(), z.literal(false)]).optional()

function toOurOption(key: string, value: unknown): unknown {
  if (key === 'attributes' || isHtml(value)) return value
  const ours = toOurOptions(value)
  return key === 'conditional' ? conditionalSchema.parse(ours).content : ours
}

const conditionalSchema = z.object({ content: z.custom<Html>(isHtml).optional() })
