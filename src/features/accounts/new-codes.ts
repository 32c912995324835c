import { z } from 'zod'
import type { CredentialKeys } from '#platform/credentials/keys.ts'
import { newRecoveryCodes, recoveryCodeHash } from '#platform/credentials/recovery-codes.ts'
import { seal, unseal } from '#platform/credentials/seal.ts'
import { newTotpSecret } from '#platform/credentials/totp.ts'

const offer = z.object({ secret: z.string(), recoveryCodes: z.array(z.string()) })

/** A secret and recovery codes that a page offers and nothing keeps until the person takes them. */
export type Offer = z.output<typeof offer>

/** Makes an offer for an account. */
export function newOffer(): Offer {
  return { secret: newTotpSecret(), recoveryCodes: newRecoveryCodes() }
}

/** The offer as the page carries it, so that what comes back is what was shown, to the same account. */
export function sealOffer(keys: CredentialKeys, accountId: string, offered: Offer): string {
  return seal(keys.secondFactor, JSON.stringify(offered), purpose(accountId))
}

/** The offer that a page carried, or null when it was not made here for this account. */
export function openOffer(keys: CredentialKeys, accountId: string, sealed: string): Offer | null {
  const text = unseal(keys.secondFactor, sealed, purpose(accountId))
  return text === null ? null : offer.parse(JSON.parse(text))
}

/** Recovery codes as they are kept. */
export function hashesOf(keys: CredentialKeys, accountId: string, { recoveryCodes }: Offer) {
  return recoveryCodes.map(code => recoveryCodeHash(keys.recoveryCode, accountId, code))
}

function purpose(accountId: string): string {
  return `offer of a second factor to ${accountId}`
}
