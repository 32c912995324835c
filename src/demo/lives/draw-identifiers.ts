import { nhsCheckDigit } from '#domain/identifiers/nhs-number.ts'
import { pncCheckLetter } from '#domain/identifiers/pnc.ts'
import { ulnCheckDigit } from '#domain/identifiers/uln.ts'
import { upnCheckLetter } from '#domain/identifiers/upn.ts'
import type { Random } from '../random.ts'

/** A number of the police computer, first entered in this year. */
export function drawPnc(random: Random, year: number): string {
  const [short, serial] = [String(year).slice(2), String(random.whole(100_000, 899_999))]
  return `20${short}/${serial.padStart(7, '0')}${pncCheckLetter(short, serial)}`
}

/** A pupil number of a local authority that does not exist. */
export function drawUpn(random: Random): string {
  const rest = `999${random.whole(100_000_000, 999_999_999)}`
  return `${upnCheckLetter(rest)}${rest}`
}

/** An NHS number of the range that is kept for tests and never given out. */
export function drawNhsNumber(random: Random): string {
  const nine = `999${random.whole(100_000, 999_999)}`
  const check = nhsCheckDigit(nine)
  if (check === 10) return drawNhsNumber(random)
  return `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${check}`
}

/** A learner number that begins with a zero, as none that is given out does. */
export function drawUln(random: Random): string {
  const nine = `0${random.whole(10_000_000, 99_999_999)}`
  const check = ulnCheckDigit(nine)
  return check === 10 ? drawUln(random) : `${nine}${check}`
}
