import type { Advice } from '#domain/rules/ask-prompts.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ruleUrl } from './rules/urls.ts'

/** Advice at the moment of writing, quietly, each with a way to its rule. It never stops anything. */
export function adviceList(advice: readonly Advice[]): Html {
  return html`${advice.map(({ ruleId, text }) =>
    insetText({
      content: html`${text}<br /><a class="govuk-link govuk-body-s" href="${ruleUrl(ruleId)}">Why this advice</a>`,
    }),
  )}`
}
