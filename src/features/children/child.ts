import { displayName, findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { childNavigation } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { aroundSection } from './child-around.html.ts'
import { childBody } from './child.html.ts'
import { dutiesSection } from './child-duties.html.ts'
import { lifeSection } from './child-life.html.ts'
import { nextSection } from './child-next.html.ts'
import { safetySection } from './child-safety.html.ts'
import type { ChildSection } from './child-section.ts'
import { whoSection } from './child-who.html.ts'
import { workSection } from './child-work.html.ts'
import { childrenUrl, childUrl } from './urls.ts'

/** The cards in the order in which they are read. What warns comes before everything else. */
const sections: readonly ChildSection[] = [
  whoSection,
  safetySection,
  dutiesSection,
  nextSection,
  aroundSection,
  lifeSection,
  workSection,
]

/** A child on one screen: who this is, what matters to them, are they safe, what is next, who is around them, what am I asked to do. */
export const childPage = page({
  permission: 'child.open',
  params: childInUrl,
  load: async (context, { params: { childId } }) => {
    const child = await findChild(context.scope, context.user, childId)
    const cards = []
    for (const section of sections) cards.push(await section(context, child))
    return { child, cards }
  },
  view: ({ child, cards }, _shown, { user, today }) => ({
    title: displayName(child),
    identity: childBanner(child, today),
    backLink: childrenUrl,
    body: childBody(child, cards, childNavigation(child.id, user.role, childUrl(child.id))),
  }),
})
