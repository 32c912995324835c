import { may, roles, type Permission, type Role } from '#domain/access/permissions.ts'
import { reaches, type Reach } from '#domain/access/reach.ts'
import { html, type Html } from '#platform/views/html.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { permissionWords } from './permission-words.ts'

export interface RoleReach {
  readonly role: Role
  readonly reach: Reach
}

const permissionNames = Object.keys(permissionWords) as Permission[]

/** The table that the application itself asks, and which children each role reaches in this service. */
export function permissionTableBody(roleReaches: readonly RoleReach[]): Html {
  return html`<h1 class="govuk-heading-l">Who may do what</h1>
    <p class="govuk-body">
      Every page asks for one of these permissions. What is not listed for a role is refused.
    </p>
    ${scrollingTable({
      caption: 'Which children each role reaches',
      firstCellIsHeader: true,
      head: ['Role', 'Children'],
      rows: roleReaches.map(({ role, reach }) => [roles[role], reaches[reach]]),
    })}
    ${scrollingTable({
      caption: 'What each role may do',
      firstCellIsHeader: true,
      head: ['To do', ...roleReaches.map(({ role }) => roles[role])],
      rows: permissionNames.map(permission => [
        permissionWords[permission],
        ...roleReaches.map(({ role }) =>
          may(role, permission) ? html`<strong>Yes</strong>` : 'No',
        ),
      ]),
    })}`
}
