/** A fault that the person starting Alongside can mend; the message says what it is and what to do. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError'
}
