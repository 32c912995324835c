import { findChild } from '#records/children.ts'
import { childHead } from '../child-navigation.ts'
import { identityUrl } from './urls.ts'
import { childInUrl, page } from '../page.ts'
import { selectIdentifiers } from './identifier-queries.ts'
import { identityBody } from './identity.html.ts'
import { findIdentity } from './queries.ts'

/** Who the child says they are and what they need: all of it, with what nobody has asked for yet. */
export const identityPage = page({
  permission: 'identity.open',
  params: childInUrl,
  load: async ({ scope, user }, { params: { childId } }) => ({
    child: await findChild(scope, user, childId),
    identity: await findIdentity(scope, childId),
    identifiers: await selectIdentifiers(scope, user, childId),
  }),
  view: ({ child, identity, identifiers }, _shown, context) => ({
    title: 'Who I am',
    identity: childHead(child, context, identityUrl(child.id)),
    body: identityBody({ identity, identifiers }, context),
  }),
})
