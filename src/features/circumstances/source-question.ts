import { circumstanceSources } from '#domain/vocabulary/circumstances.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import type { Problem } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { ask, offers, type Asked } from '#platform/views/ask.ts'
import type { Html } from '#platform/views/html.ts'

type QuickSource = keyof typeof circumstanceSources

export const sourceFields = {
  source: choiceField({ choices: circumstanceSources, missing: 'Say who told us' }),
  otherSource: textField({ name: 'Who told us', optional: true }),
}

interface TypedSource {
  readonly source: QuickSource
  readonly otherSource: string | null
}

/** Somebody else is named. */
export function sourceProblems({ source, otherSource }: TypedSource): Problem<'otherSource'>[] {
  if (source !== 'other' || otherSource !== null) return []
  return [{ field: 'otherSource', message: 'Enter who told us' }]
}

/** The source as it is kept: in words, so that it reads by itself. */
export function sourceInWords({ source, otherSource }: TypedSource): string {
  return source === 'other' && otherSource !== null ? otherSource : circumstanceSources[source]
}

/** What the question holds for a source that is kept. */
export function sourceTyped(words: string): TypedSource {
  const quick = Object.entries(circumstanceSources).find(([, name]) => name === words)?.[0]
  return quick === undefined
    ? { source: 'other', otherSource: words }
    : { source: quick as QuickSource, otherSource: null }
}

/** One question by quick choice; somebody else is written down. */
export function sourceQuestion(asked: Asked, content = 'Who told us?'): Html {
  const question = ask(asked)
  const who = offers(circumstanceSources).map(offer =>
    offer.value === 'other'
      ? { ...offer, conditional: question.text('otherSource', 'Who told us?') }
      : offer,
  )
  return question.one('source', content, who, { size: 's' })
}
