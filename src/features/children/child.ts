import type { Html } from '#platform/views/html.ts'
import { displayName, findChild, type Child } from '#records/children.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page, type PageContext } from '../page.ts'
import { alertsSection } from './child-alerts.html.ts'
import { aroundSection } from './child-around.html.ts'
import { childBody } from './child.html.ts'
import { dutiesSection } from './child-duties.html.ts'
import { lifeSection } from './child-life.html.ts'
import { nextSection } from './child-next.html.ts'
import { restrictionSection } from './child-restriction.html.ts'
import { safetySection } from './child-safety.html.ts'
import type { ChildSection } from './child-section.ts'
import { whoSection } from './child-who.html.ts'
import { workSection } from './child-work.html.ts'
import { childUrl } from './urls.ts'

/** What warns stands across the page, before everything else. */
const warnings: readonly ChildSection[] = [restrictionSection, alertsSection]

/** The cards in the order in which they are read. */
const cards: readonly ChildSection[] = [
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
    return {
      child,
      warnings: await readEach(warnings, context, child),
      cards: await readEach(cards, context, child),
    }
  },
  view: (loaded, _shown, context) => ({
    title: displayName(loaded.child),
    identity: childHead(loaded.child, context, childUrl(loaded.child.id)),
    body: childBody(loaded),
  }),
})

/** One after the other: they share the transaction's connection. */
async function readEach(
  sections: readonly ChildSection[],
  context: PageContext,
  child: Child,
): Promise<(Html | null)[]> {
  const read = []
  for (const section of sections) read.push(await section(context, child))
  return read
}
