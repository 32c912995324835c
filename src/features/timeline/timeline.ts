import { may } from '#domain/access/permissions.ts'
import { displayName, findChild } from '#records/children.ts'
import { childHead } from '../child-navigation.ts'
import { childInUrl, page } from '../page.ts'
import { entryOf } from './entry.ts'
import { readFilter, timelineQuery, type TimelineFilter } from './filter.ts'
import { readTimeline } from './queries.ts'
import { sourcesFor } from './sources.ts'
import { timelineBody } from './timeline.html.ts'
import { timelineUrl } from './urls.ts'
import { selectWorkOf, type WorkOffered } from './work-offered.ts'

/** Everything in one line, newest first: of each kind only what the reader may open. */
export const timelinePage = page({
  permission: 'child.open',
  params: childInUrl,
  query: timelineQuery,
  load: async ({ scope, user, today }, { params: { childId }, query }) => {
    const sources = sourcesFor(user.role)
    const works = may(user.role, 'intervention.open') ? await selectWorkOf(scope, childId) : []
    const asked = readFilter(query, { sources, workIds: works.map(({ id }) => id) }, today)
    const { rows, earlier } = await readTimeline(scope, {
      ...bounds(asked.filter, works),
      childId,
      from: sources.filter(({ kind }) => isWanted(asked.filter, kind)),
      before: asked.before,
      today,
    })
    return {
      child: await findChild(scope, user, childId),
      sources,
      works,
      asked,
      entries: rows.map(row => entryOf(childId, row)),
      earlier,
      mayChoose: may(user.role, 'chronology.write'),
    }
  },
  view: (loaded, _shown, context) => ({
    title: `Timeline: ${displayName(loaded.child)}`,
    identity: childHead(loaded.child, context, timelineUrl(loaded.child.id)),
    body: timelineBody(loaded),
  }),
})

function isWanted({ kinds }: TimelineFilter, kind: string): boolean {
  return kinds.length === 0 || kinds.includes(kind)
}

function bounds({ from, to, significant, workId }: TimelineFilter, works: readonly WorkOffered[]) {
  const work = works.find(({ id }) => id === workId) ?? null
  return { since: from, until: to, significant, work }
}
