import { interventionKinds } from '#domain/vocabulary/work.ts'
import { findChild } from '#records/children.ts'
import { findIntervention } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { childUrl } from '../children/urls.ts'
import { page } from '../page.ts'
import { workInUrl } from './allocation.ts'
import { interventionBody } from './intervention.html.ts'
import { loadWork } from './work-record.ts'

export const interventionPage = page({
  permission: 'intervention.open',
  params: workInUrl,
  load: async (context, { params }) => {
    const { scope, user } = context
    const child = await findChild(scope, user, params.childId)
    const work = await findIntervention(scope, params)
    return { child, ...(await loadWork(context, work)) }
  },
  view: ({ child, ...record }, _shown, { today, user }) => ({
    title: interventionKinds[record.work.kind].name,
    identity: childBanner(child, today),
    backLink: childUrl(child.id),
    body: interventionBody(record, { today, id: user.id, role: user.role }),
  }),
})
