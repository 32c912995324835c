import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { findOptionalRestriction } from '#records/restrictions.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { restrictionUrl } from '../restricted/urls.ts'
import { card, childSection } from './child-section.ts'
import { findOptionalSafety } from './child-safety-query.ts'
import { shorten } from './shorten.ts'

const reasonsShown = 180

/** Is the child safe and well: the latest judgement, and who alone may open the record. */
export const safetySection = childSection({
  permission: 'child.open',
  load: async ({ scope, user }, { id }) => ({
    safety: may(user.role, 'assessment.open') ? await findOptionalSafety(scope, id) : undefined,
    restriction: await findOptionalRestriction(scope, id),
  }),
  card: ({ safety, restriction }, child, { user }) => {
    const mayRestrict = may(user.role, 'child.restrict')
    if (!may(user.role, 'assessment.open') && restriction === undefined && !mayRestrict) return null
    return card({
      title: 'Safe and well?',
      content: html`${may(user.role, 'assessment.open') && judged(child.id, safety)}
      ${
        restriction !== undefined &&
        html`<p><strong>Restricted:</strong> ${restriction.named.length} named people may open this record.</p>`
      }`,
      more: mayRestrict
        ? { url: restrictionUrl(child.id), words: 'Who may open this record' }
        : null,
    })
  },
})

function judged(childId: string, safety: Awaited<ReturnType<typeof findOptionalSafety>>): Html {
  if (safety === undefined || safety.completedOn === null) {
    return html`<p>Nothing is judged yet: there is no finished assessment.</p>`
  }
  const level = nameOf(judgementLevels, safety.level).toLowerCase()
  return html`<p>
      <strong>Concern for safety and well-being is ${level}</strong>, judged on
      ${formatDate(safety.completedOn)}. ${shorten(safety.reasons, reasonsShown)}
    </p>
    <p><a class="govuk-link" href="${assessmentUrl(childId, safety.id)}">Read the assessment</a></p>`
}
