/** A refusal whose message says what the person should do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
