import { homeAreas } from '../../vocabulary/circumstances.ts'
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
  facts: [
    {
      id: 'area',
      type: 'code',
      codes: homeAreas,
      name: 'Area',
      question: 'Is it in our area? (if it is not clear)',
    },
  ],
  several: false,
  gapMatters: 'always',
  goesStale: true,
}
