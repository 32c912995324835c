import type { GuardStop } from '#domain/rules/guard-stops.ts'
import type { GuardRule } from '#domain/rules/rule.ts'
import type { FieldError, Problem } from '#platform/forms/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import { askAgreementUrl, grantAgreementUrl } from './agreements/urls.ts'
import { ruleUrl } from './rules/urls.ts'

/** What stops a step, as problems of the form that asked for it. */
export function guardProblems(stops: readonly GuardStop[]): Problem[] {
  return stops.flatMap(({ ruleId, missing }) =>
    missing.map(message => ({ field: anchorOf(ruleId), message: `${ruleId}: ${message}` })),
  )
}

interface Notice {
  readonly guards: readonly Pick<GuardRule<never>, 'id' | 'title' | 'exception'>[]
  readonly childId: string
  /** What an agreement would be about. */
  readonly subjectId: string
  /** True for somebody who may agree themselves. */
  readonly mayGrant: boolean
}

/** The rules that stopped a step: what each wants, where it comes from, and who may agree to go on without it. */
export function guardNotice(errors: readonly FieldError[], notice: Notice): Html | null {
  const stopped = notice.guards.flatMap(guard => {
    const messages = errors.filter(({ field }) => field === anchorOf(guard.id))
    return messages.length === 0 ? [] : [{ guard, messages }]
  })
  if (stopped.length === 0) return null
  return html`<ul class="app-owed">
    ${stopped.map(({ guard, messages }) => entry(guard, messages, notice))}
  </ul>`
}

function entry(
  guard: Notice['guards'][number],
  messages: readonly FieldError[],
  notice: Notice,
): Html {
  return html`<li
    class="app-owed__item app-owed__item--overdue"
    id="${anchorOf(guard.id)}"
    tabindex="-1"
  >
    <span class="app-owed__what">${guard.title}</span>
    <div class="app-owed__why">
      <ul class="govuk-list govuk-list--bullet">
        ${messages.map(({ message }) => html`<li>${message.replace(`${guard.id}: `, '')}</li>`)}
      </ul>
      ${whoMayAgree(guard, notice)}
      <p class="govuk-body-s">
        Rule <a class="govuk-link" href="${ruleUrl(guard.id)}">${guard.id}</a>
      </p>
    </div>
  </li>`
}

function whoMayAgree(
  { id, exception }: Notice['guards'][number],
  { childId, subjectId, mayGrant }: Notice,
): Html | null {
  if (exception === undefined) return null
  const way = mayGrant
    ? { href: grantAgreementUrl(childId, id, subjectId), words: 'Record your agreement' }
    : { href: askAgreementUrl(childId, id, subjectId), words: 'Ask for agreement' }
  return html`<p class="govuk-body-s">
    The ${exception.by} may agree all the same.
    <a class="govuk-link" href="${way.href}">${way.words}</a>
  </p>`
}

/** The id of a rule's entry: what the error summary leads to. */
function anchorOf(ruleId: string): string {
  return `guard-${ruleId}`
}
