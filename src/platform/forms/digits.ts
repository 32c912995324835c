// The zeros of the digits people here may type: Arabic-Indic, Persian and Urdu, Devanagari, Bengali, Gurmukhi.
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66]

/** The text with full-width, Arabic-Indic and South Asian digits written 0 to 9, and its ends trimmed. */
export function withPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digit => plainDigit(digit) ?? digit)
    .trim()
}

function plainDigit(digit: string): string | undefined {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find(start => code >= start && code <= start + 9)
  return zero === undefined ? undefined : String(code - zero)
}
