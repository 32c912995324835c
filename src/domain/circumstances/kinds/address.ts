import type { KindDeclaration } from '../circumstance-kind.ts'

/** The address, in one line that ends with the postcode: searches and the matching of children read it so. */
export const address: KindDeclaration = {
  id: 'address',
  main: {
    id: 'value',
    type: 'text',
    name: 'Address',
    question: 'What is the address?',
    hint: 'In one line that ends with the postcode. Where there is none, say so.',
    missing: 'Enter the address',
    atChange: true,
  },
  facts: [],
  several: false,
  gapMatters: 'always',
  goesStale: true,
}
