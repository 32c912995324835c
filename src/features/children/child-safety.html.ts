import { formatDate } from '#domain/calendar/format-date.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { judgementLevels } from '#domain/vocabulary/work.ts'
import { html, type Html } from '#platform/views/html.ts'
import { assessmentUrl } from '../assessments/urls.ts'
import { listJudgements, type PastJudgement } from '#records/facts-to-weigh.ts'
import { card, childSection } from './child-section.ts'
import { findOptionalSafety } from './child-safety-query.ts'
import { shorten } from './shorten.ts'

const reasonsShown = 180
const earlierShown = 3

/** Is the child safe and well: the latest judgement. */
export const safetySection = childSection({
  permission: 'assessment.open',
  load: async ({ scope }, { id }) => {
    const judgements = await listJudgements(scope, id)
    return {
      latest: await findOptionalSafety(scope, id),
      all: judgements.filter(({ kind }) => kind === 'safety-and-wellbeing').toReversed(),
    }
  },
  card: ({ latest, all }, child) =>
    card({
      title: 'Safe and well?',
      content: judged(child.id, latest, all),
    }),
})

function judged(
  childId: string,
  safety: Awaited<ReturnType<typeof findOptionalSafety>>,
  all: readonly PastJudgement[],
): Html {
  if (safety === undefined || safety.completedOn === null) {
    return html`<p>Nothing is judged yet: there is no finished assessment.</p>`
  }
  const level = nameOf(judgementLevels, safety.level).toLowerCase()
  return html`<p>
      <strong>Concern for safety and well-being is ${level}</strong>, judged on
      ${formatDate(safety.completedOn)}. ${shorten(safety.reasons, reasonsShown)}
    </p>
    ${before(childId, safety.id, all)}
    <p><a class="govuk-link" href="${assessmentUrl(childId, safety.id)}">Read the assessment</a></p>`
}

/** What was judged before, latest first, and the way to the picture of it. */
function before(childId: string, latestId: string, all: readonly PastJudgement[]): Html | null {
  const earlier = all.filter(({ assessmentId }) => assessmentId !== latestId).slice(0, earlierShown)
  if (earlier.length === 0) return null
  const words = earlier.map(
    ({ level, on }) => `${judgementLevels[level].toLowerCase()} on ${formatDate(on)}`,
  )
  return html`<p>
    Before: ${words.join(', ')}.
    <a class="govuk-link" href="${assessmentUrl(childId, latestId)}#over-time">How it changed</a>
  </p>`
}
