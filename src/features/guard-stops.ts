import type { Role } from '#domain/access/permissions.ts'
import type { GuardStop } from '#domain/rules/guard-stops.ts'
import { findRule } from '#domain/rules/rule-book.ts'
import type { Problem } from '#platform/forms/form.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { agreementOffer } from './guard-stop.ts'
import { ruleUrl } from './rules/urls.ts'

const prefix = 'guard-'

/** A step that a rule stops, as a problem of the form: the error summary leads to the rule's entry on the page. */
export function stopProblem(ruleId: string, message: string): Problem {
  return { field: `${prefix}${ruleId}`, message }
}

/** Everything that stops a step, as problems of the form that asked for it. */
export function stopProblems(stops: readonly GuardStop[]): Problem[] {
  return stops.flatMap(({ ruleId, missing }) =>
    missing.map(message => stopProblem(ruleId, message)),
  )
}

interface About {
  readonly childId: string
  /** The record that an agreement would be about. */
  readonly subjectId: string
  readonly role: Role
}

/** The rules that stopped what was sent: what to do, who may agree, and why it is asked. */
export function guardStops(
  { errors }: Pick<ShownForm, 'errors'>,
  { childId, subjectId, role }: About,
): Html[] {
  const stops = errors.filter(({ field }) => field.startsWith(prefix))
  const byRule = Map.groupBy(stops, ({ field }) => field.slice(prefix.length))
  return [...byRule].map(([ruleId, messages]) =>
    insetText({
      id: `${prefix}${ruleId}`,
      attributes: { tabindex: '-1' },
      content: html`<h2 class="govuk-heading-s">${findRule(ruleId)?.title ?? ruleId}</h2>
        ${messages.map(({ message }) => html`<p class="govuk-body">${message}</p>`)}
        ${agreementOffer({ childId, ruleId, subjectId }, { role, isBeside: true })}
        <p class="govuk-body-s">
          <a class="govuk-link" href="${ruleUrl(ruleId)}"
            >${ruleId}<span class="govuk-visually-hidden">: why this is asked</span></a
          >
        </p>`,
    }),
  )
}
