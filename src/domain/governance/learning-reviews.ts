import { plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts, LearningFact } from './governance-facts.ts'

const reviewWithin: TimeLimit = {
  name: 'Time to learn from what the court decided',
  unit: 'working days',
  values: [{ from: plainDate('2017-01-01'), value: 20 }],
  least: 5,
  most: 60,
}

const words = {
  custody: 'A child was sentenced to custody',
  'custody-avoided': 'A child was spared custody for a serious offence',
} as const

/**
 * OM-15.1-learning: the service learns from custody and from custody that was avoided.
 *
 * @source OM section 15.1
 * @interpretation The line manager of the case is not one of those who may review it. After custody the review counts only if it looks at
 * what the service can learn.
 */
export const learningReviews: StandardRule<Pick<GovernanceFacts, 'sentences'>> = {
  id: 'OM-15.1-learning',
  kind: 'standard',
  title: 'A learning review when a child gets custody, or is spared it for a serious offence',
  why: 'Each child in custody asks what we could have done; each one at home shows what worked. Both are worth an hour.',
  citation: { source: 'OM', section: '15.1' },
  parameters: { reviewWithin },
  waitsFor: 'governance',
  decide: ({ sentences }, asOf, policy) =>
    sentences.map(sentence => {
      const { dueOn, limit } = deadline(reviewWithin, sentence.on, { asOf, policy })
      return dutyStanding(
        {
          subjectId: sentence.id,
          dueOn,
          dueWords: `${limit} after the court decided`,
          because: [{ text: words[sentence.outcome], on: sentence.on }],
          missing: gapsOf(sentence),
        },
        asOf,
      )
    }),
}

function gapsOf({ outcome, review }: LearningFact): string[] {
  if (review === null) return ['a learning review']
  if (review.by === 'line-manager') {
    return ['a review by a peer, a manager of another team or the quality assurance manager']
  }
  const strays = outcome === 'custody' && !review.looksAtServiceOnly
  return strays ? ['a review that looks only at what the service can learn'] : []
}
