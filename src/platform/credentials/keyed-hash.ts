import { createHmac } from 'node:crypto'

/** HMAC-SHA256 of the parts, in base64url. The same parts give the same hash; without the key nobody can guess their way back. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
