/** Letters that carry their mark inside, which taking off diacritics does not reach. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

// European accents and Arabic vowel signs (with the stretching tatweel): left out in writing as often as not.
// The vowel signs of other scripts are letters in their own right and stay.
const marks = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]/gu
const apostrophes = /['’‘ʼʻʹ`´′＇]/gu
const betweenWords = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * A name as a clerk in a hurry would type it: small letters, no accents, apostrophes closed up, hyphens and
 * other punctuation as single spaces. "O'Neill-Ó Súilleabháin" becomes "oneill o suilleabhain".
 * Scripts other than Latin keep their letters.
 */
export function foldName(name: string): string {
  return name
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøðđþłħı]/gu, letter => plainLetters[letter] ?? letter)
    .replace(betweenWords, ' ')
    .trim()
}

/** The folded name with its spaces closed up, so that "Mary-Ann", "Mary Ann" and "Maryann" are the same. */
export function closeUp(name: string): string {
  return foldName(name).replaceAll(' ', '')
}
