/** The constraint that the database says a statement breaks, or null: its name only, for what else it says may quote a record. */
export function constraintOf(error: unknown): string | null {
  const isNamed = typeof error === 'object' && error !== null && 'constraint' in error
  return isNamed && typeof error.constraint === 'string' ? error.constraint : null
}
