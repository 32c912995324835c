import { may, type Role } from '../access/permissions.ts'
import type { AlertKind } from '../vocabulary/alerts.ts'

/** Kinds that everybody who may open the child reads whole: whoever meets the child or the family has to know. */
const forEverybody: readonly AlertKind[] = ['worker-safety', 'medical']

/**
 * True when somebody of this role reads what an alert says; otherwise they learn its kind and nothing more.
 *
 * @interpretation Who may harm a child, and orders about contact, are told to those who work with the child or answer for the building.
 */
export function mayReadAlert(role: Role, kind: AlertKind): boolean {
  return forEverybody.includes(kind) || may(role, 'alert.open')
}
