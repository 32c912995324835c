import type { Role } from '../permissions.ts'

/** A group of the identity provider and the role that its members have here. */
export interface GroupRole {
  readonly group: string
  readonly role: Role
}

/**
 * The role that a person's groups give, or null when none of them is mapped: then the person may not come in. Of several, the first in
 * the order of the settings.
 */
export function roleOfGroups(
  groups: readonly string[],
  mapping: readonly GroupRole[],
): Role | null {
  return mapping.find(({ group }) => groups.includes(group))?.role ?? null
}
