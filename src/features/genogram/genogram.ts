import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { familyInWords } from '#domain/genogram/in-words.ts'
import { listEvents } from '#records/events.ts'
import { childHead } from '../child-navigation.ts'
import { genogramUrl } from './urls.ts'
import { childInUrl, idInUrl, page } from '../page.ts'
import { drawingTitle, genogramBody } from './genogram.html.ts'
import { loadDrawing } from './load-drawing.ts'
import { selectAround } from './queries.ts'

/** The family of a child as a drawing and in words; who may change it moves its pieces here. */
export const genogramPage = page({
  permission: 'child.open',
  params: childInUrl,
  query: z.object({ piece: idInUrl.optional() }),
  load: async (context, { params: { childId }, query: { piece } }) => {
    const { scope, user, today } = context
    const loaded = await loadDrawing(context, childId)
    const { family, pieces } = loaded
    const around = await selectAround(scope, childId, today)
    const events = may(user.role, 'event.open') ? await listEvents(scope, childId) : []
    return {
      ...loaded,
      chosen: piece ?? null,
      words: familyInWords(family, pieces, { today, around }),
      drawn: events.find(
        ({ kind, topic, withdrawnOn }) =>
          kind === 'genogram' && topic === 'drawn' && withdrawnOn === null,
      ),
    }
  },
  view: (loaded, shown, context) => ({
    title: drawingTitle(loaded.child),
    identity: childHead(loaded.child, context, genogramUrl(loaded.child.id)),
    body: genogramBody(loaded, shown, {
      mayChange: may(context.user.role, 'genogram.change'),
      mayRecordEvent: may(context.user.role, 'event.record'),
    }),
  }),
})
