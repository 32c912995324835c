import { may } from '#domain/access/permissions.ts'
import { listComingPanels, listPastPanels } from '#records/panels.ts'
import { page } from '../page.ts'
import { panelsBody } from './panels.html.ts'

/** About a year of fortnightly panels. */
const mostPast = 30

export const panelsPage = page({
  permission: 'panel.open',
  load: async ({ scope, today }) => ({
    coming: await listComingPanels(scope, today),
    past: await listPastPanels(scope, today, mostPast),
  }),
  view: (panels, _shown, { user }) => ({
    title: 'Youth justice panels',
    body: panelsBody({ ...panels, mayArrange: may(user.role, 'panel.arrange') }),
  }),
})
