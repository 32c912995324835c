import { crc32 } from 'node:zlib'

// The seal is a gzip member of its own behind the content, written by hand so that it has one form only: a
// changed bit anywhere in the file is then seen, in the seal too, and `zcat` still reads the whole.

const memberHeader = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]
const lastStoredBlock = 1
const lengthOfHex = 64

/** The end of a backup: the SHA-256 of every byte before it. */
export function sealOf(sha256Hex: string): Buffer {
  const line = Buffer.from(`{"sha256":"${sha256Hex}"}\n`)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(line.length, 0)
  lengths.writeUInt16LE(0xffff ^ line.length, 2)
  const ending = Buffer.alloc(8)
  ending.writeUInt32LE(crc32(line), 0)
  ending.writeUInt32LE(line.length, 4)
  return Buffer.concat([Buffer.from([...memberHeader, lastStoredBlock]), lengths, line, ending])
}

/** In bytes. */
export const sealLength = sealOf('0'.repeat(lengthOfHex)).length
