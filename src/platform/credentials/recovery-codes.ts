import { randomInt } from 'node:crypto'
import { keyedHash } from './keyed-hash.ts'

const howMany = 10
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 12

/** Ten new codes, each good once, like `k3mp-9xwt-a2bc`: without letters that look like digits. About 59 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const code = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')
    return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
  })
}

/** How a recovery code is kept. Capitals, spaces and hyphens make no difference. */
export function recoveryCodeHash(key: Buffer, accountId: string, code: string): string {
  return keyedHash(key, accountId, code.toLowerCase().replaceAll(/[\s-]/gu, ''))
}
