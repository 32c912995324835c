import { figureValue, type Figure } from '#domain/measures/figures.ts'

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** "271", "51.7%", "95 per 100,000", or a dash where there is nothing to divide by. */
export function valueInWords(figure: Figure): string {
  const value = figureValue(figure)
  if (value === null) return figure.kind === 'rate' ? 'Not known' : '–'
  switch (figure.kind) {
    case 'count':
      return whole.format(value)
    case 'share':
      return `${oneDecimal.format(value * 100)}%`
    case 'rate':
      return `${whole.format(value)} per ${whole.format(figure.per)}`
  }
}

/** "271", or "20 of 187" for a part of a whole. */
export function numberInWords(figure: Figure): string {
  const numerator = whole.format(figure.numerator)
  return figure.kind === 'share' ? `${numerator} of ${whole.format(figure.denominator)}` : numerator
}
