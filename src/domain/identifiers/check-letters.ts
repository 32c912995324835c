/** The letters that check a number: I, O and S are left out, which look like digits. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** The letter of a remainder from 0 to 22, where A is 0. */
export function letterOf(remainder: number): string {
  return letters.charAt(remainder)
}

/** The value of a letter where A is 0; -1 for I, O, S and what is no letter. */
export function valueOf(letter: string): number {
  return letters.indexOf(letter)
}

/** Each digit times its weight, added up. */
export function weightedSum(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0)
}

/** The value of each digit of a text that has only digits. */
export function digitsOf(text: string): readonly number[] {
  return Array.from(text, Number)
}

/** The weights from one whole number to another, both included, by ones. */
export function weightsFrom(first: number, last: number): readonly number[] {
  const step = first < last ? 1 : -1
  return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + index * step)
}
