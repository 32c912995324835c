import { hkdfSync, randomBytes } from 'node:crypto'

const shape = /^[\w-]{43}$/

/** A browser's part of a key: random, and known to nobody else. */
export function newBrowserPart(): string {
  return randomBytes(32).toString('base64url')
}

/** True for what `newBrowserPart` makes. */
export function isBrowserPart(text: string | undefined): text is string {
  return text !== undefined && shape.test(text)
}

/** The key of one person in one browser (HKDF-SHA256): the application, the browser and the person's id are all needed to make it. */
export function browserKey(applicationKey: Buffer, browserPart: string, person: string): Buffer {
  const secret = Buffer.concat([applicationKey, Buffer.from(browserPart, 'base64url')])
  return Buffer.from(hkdfSync('sha256', secret, '', `alongside kept form of ${person} v1`, 32))
}
