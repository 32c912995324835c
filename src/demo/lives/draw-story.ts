import type { OutcomeKind } from '#domain/vocabulary/outcomes.ts'
import { isCourtOutcome } from '#domain/vocabulary/outcomes.ts'
import type { Random } from '../random.ts'
import { stories, type Story } from '../words/stories.ts'
import type { DemoChild } from './make-child.ts'

export interface StoryWish {
  readonly livesInHome?: boolean
  readonly livesWithParent?: boolean
  readonly outcome: OutcomeKind
}

/** What happened, in keeping with who the child is, where the child lives and what was decided about it. */
export function drawStory(random: Random, child: DemoChild, wish: StoryWish): Story {
  const fitting = stories.filter(story => story.weight > 0 && fits(story, child, wish))
  return random.pickWeighted(
    fitting.map(story => [story, story.weight * weightFor(story, wish.outcome)] as const),
  )
}

function fits(story: Story, child: DemoChild, wish: StoryWish): boolean {
  if (story.home && wish.livesInHome !== true) return false
  if (story.family_harm && wish.livesWithParent === false) return false
  return story.origins === undefined || story.origins.includes(child.origin.id)
}

/** Graver things go to court or get a conditional caution more often; small ones are diverted. */
function weightFor(story: Story, outcome: OutcomeKind): number {
  const isGrave = isCourtOutcome(outcome) || outcome === 'youth-conditional-caution'
  const weights = isGrave ? { low: 0.5, medium: 2, high: 6 } : { low: 1.2, medium: 0.7, high: 0 }
  return weights[story.risk]
}

/** A story for a child under ten, whom nobody accuses of anything. */
export function drawSafeguardingStory(): Story {
  const story = stories.find(one => one.underTen)
  if (story === undefined) throw new Error('There is no story of a child under ten')
  return story
}
