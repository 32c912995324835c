import type { FamilyMember } from '#domain/family/family.ts'
import {
  genogramSymbols,
  symbolMeanings,
  usualSymbol,
  type GenogramSymbol,
} from '#domain/genogram/symbols.ts'
import { ask, postForm, whatIsWrong, type Asked, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { smallSymbol } from './legend.html.ts'

/** Which symbol, which words, which name. */
export function pieceBody(
  asked: Asked,
  { person, cancel }: { readonly person: FamilyMember; readonly cancel: string },
): Html {
  const question = ask(asked)
  const words = question.text('words', 'Words', {
    hint: 'Short ones, such as “Nan’s house” or “my dog Max”.',
  })
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">How ${person.name} is drawn</h1>
    <p class="govuk-body">
      The drawing belongs to the family. Let them choose. What is recorded of ${person.name} stays as
      it is.
    </p>
    ${postForm(
      asked,
      { submit: 'Save', cancel },
      html`${question.one('symbol', 'Symbol', offersFor(person, words), { size: 's' })}
      ${question.text('label', 'Name in the drawing', {
        size: 's',
        hint: `Leave it empty to show “${person.name}”.`,
      })}`,
    )}`
}

function offersFor(person: FamilyMember, words: Html): Offer[] {
  const own = usualSymbol(person.sex)
  const meaning = Object.entries(symbolMeanings).find(([symbol]) => symbol === own)?.[1] ?? ''
  return [
    {
      value: 'usual',
      content: html`${smallSymbol(own)} The usual one`,
      hint: `${genogramSymbols[own]}: ${meaning.toLowerCase()}`,
    },
    ...symbols.map(symbol => ({
      value: symbol,
      content: html`${smallSymbol(symbol)} ${genogramSymbols[symbol]}`,
      ...(symbol === 'words' && { conditional: words }),
    })),
  ]
}

const symbols = Object.keys(genogramSymbols) as GenogramSymbol[]
