import { roles, type Role } from '#domain/access/permissions.ts'
import { findReach } from '#records/visible-children.ts'
import { page } from '../page.ts'
import { permissionTableBody, type RoleReach } from './permission-table.html.ts'

export const permissionTablePage = page({
  permission: 'access.open',
  load: async ({ scope }) => {
    const roleReaches: RoleReach[] = []
    for (const role of Object.keys(roles) as Role[]) {
      roleReaches.push({ role, reach: await findReach(scope, role) })
    }
    return roleReaches
  },
  view: roleReaches => ({ title: 'Who may do what', body: permissionTableBody(roleReaches) }),
})
