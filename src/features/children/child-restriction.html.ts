import { html } from '#platform/views/html.ts'
import { findOptionalRestriction } from '#records/restrictions.ts'
import { childSection } from './child-section.ts'

/** That the record is for named people only, for those who may open it. */
export const restrictionSection = childSection({
  permission: 'child.open',
  load: async ({ scope }, { id }) => await findOptionalRestriction(scope, id),
  card: restriction =>
    restriction === undefined
      ? null
      : html`<p class="app-child-warning">
          <strong>Restricted record.</strong> Only named people may open it
          (${restriction.named.length}). Questions: ${restriction.contactName}.
        </p>`,
})
