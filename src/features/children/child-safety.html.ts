import { formatDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { card, childSection } from './child-section.ts'
import { findOptionalSafety } from './child-safety-query.ts'
import { shorten } from './shorten.ts'

const reasonsShown = 180

/** Is the child safe and well: the latest judgement. */
export const safetySection = childSection({
  permission: 'assessment.open',
  load: async ({ scope }, { id }) => await findOptionalSafety(scope, id),
  card: (safety, child) => card({ title: 'Safe and well?', content: judged(child.id, safety) }),
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
