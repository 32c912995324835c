import { hkdfSync } from 'node:crypto'

/** A key for each use, so that what is made for one can never pass for another. */
export interface CredentialKeys {
  /** Seals the secret of a second factor. */
  readonly secondFactor: Buffer
  readonly recoveryCode: Buffer
  readonly device: Buffer
  /** Hides user names and addresses in the list of attempts. */
  readonly attempt: Buffer
  /** One part of the key of a kept form; the other is in the person's browser. */
  readonly keptForm: Buffer
  /** Seals in a form whose it is. */
  readonly formOwner: Buffer
}

/**
 * Derives the keys from the application's secret (HKDF-SHA256). Another secret makes other keys: second factors, recovery codes and
 * known devices made with the old one are then worth nothing.
 */
export function deriveKeys(applicationSecret: string): CredentialKeys {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', applicationSecret, '', `alongside ${use} v1`, 32))
  return {
    secondFactor: keyFor('second factor'),
    recoveryCode: keyFor('recovery code'),
    device: keyFor('device'),
    attempt: keyFor('attempt'),
    keptForm: keyFor('kept form'),
    formOwner: keyFor('form owner'),
  }
}
