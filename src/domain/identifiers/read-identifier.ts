import type { IdentifierKind } from '../vocabulary/children.ts'
import { right, wrong, type IdentifierReading } from './identifier-reading.ts'
import { readNhsNumber } from './nhs-number.ts'
import { readPnc } from './pnc.ts'
import { readUln } from './uln.ts'
import { readUpn } from './upn.ts'

const readers: Readonly<Record<IdentifierKind, (typed: string) => IdentifierReading>> = {
  pnc: readPnc,
  nhs: readNhsNumber,
  upn: readUpn,
  uln: readUln,
  'previous-system': readOther,
}

/** Reads a number by which another system knows a child: in the form in which it is written down, or what is wrong with it. */
export function readIdentifier(kind: IdentifierKind, typed: string): IdentifierReading {
  return readers[kind](typed)
}

/** Numbers of earlier systems have forms of their own: nothing is known that could be checked, but that there is something. */
function readOther(typed: string): IdentifierReading {
  const text = typed.trim()
  return /[\p{L}\p{N}]/u.test(text)
    ? right(text)
    : wrong('Enter the number as the earlier system writes it')
}
