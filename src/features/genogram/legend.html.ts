import {
  coupleLines,
  genogramSymbols,
  parentLines,
  symbolMeanings,
  type CoupleLine,
  type GenogramSymbol,
} from '#domain/genogram/symbols.ts'
import { html, type Html } from '#platform/views/html.ts'
import { strokes, symbolOf } from './picture.html.ts'

/** What each symbol and each line says. */
export function legend(): Html {
  return html`<ul class="app-genogram__legend">
    ${Object.entries(symbolMeanings).map(([symbol, meaning]) =>
      entry(
        smallSymbol(symbol as GenogramSymbol),
        genogramSymbols[symbol as GenogramSymbol],
        meaning,
      ),
    )}
    ${entry(sample('-42 -42 84 84', symbolOf({ symbol: 'circle', isTheChild: true, hasDied: false })), 'Doubled', 'The child whose drawing it is')}
    ${entry(sample('-42 -42 84 84', symbolOf({ symbol: 'square', isTheChild: false, hasDied: true })), 'Crossed', 'Has died')}
    ${Object.entries(coupleLines).map(([line, { look, meaning }]) =>
      entry(coupleSample(line as CoupleLine), look, meaning),
    )}
    ${Object.entries(parentLines).map(([nature, { look, meaning }]) =>
      entry(parentSample(nature), look, meaning),
    )}
  </ul>
  <p class="govuk-body-s">
    The number inside a symbol is an age. Families may choose other symbols, and words.
  </p>`
}

/** A symbol beside words. */
export function smallSymbol(symbol: GenogramSymbol): Html {
  return sample('-62 -42 124 84', symbolOf({ symbol, isTheChild: false, hasDied: false }))
}

function sample(box: string, drawn: Html): Html {
  return html`<svg class="app-genogram__sample" viewBox="${box}" aria-hidden="true" focusable="false">
    ${drawn}
  </svg>`
}

function entry(drawn: Html, look: string, meaning: string): Html {
  return html`<li class="app-genogram__meaning">
    ${drawn}<span><strong>${look}:</strong> ${meaning}</span>
  </li>`
}

function coupleSample(line: CoupleLine): Html {
  return sample(
    '-62 -42 124 84',
    html`<path class="app-genogram__couple app-genogram__couple--${line}" d="M-58 0H58" />
      ${strokes(line, { x: 0, y: 0 })}`,
  )
}

function parentSample(nature: string): Html {
  return sample(
    '-62 -42 124 84',
    html`<path class="app-genogram__line app-genogram__line--${nature}" d="M0 -40V40" />`,
  )
}
