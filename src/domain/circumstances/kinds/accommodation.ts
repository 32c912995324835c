import { accommodationTypes, suitabilities } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/** What kind of home it is and with whom. @source YJB-SQL "accommodation" */
export const accommodation: KindDeclaration = {
  id: 'accommodation',
  main: {
    id: 'value',
    type: 'code',
    codes: accommodationTypes,
    name: 'Kind of home',
    question: 'What kind of home is it?',
    missing: 'Choose what kind of home it is',
    atChange: true,
  },
  facts: [
    {
      id: 'suitability',
      type: 'code',
      codes: suitabilities,
      name: 'Suitable for the child?',
      question: 'Is it suitable for the child?',
      hint: 'Bed and breakfast, no fixed home and not known always count as not suitable.',
      missing: 'Say whether it is suitable',
      atChange: true,
      inLine: '{}',
      isExpected: true,
    },
    {
      id: 'withWhom',
      type: 'text',
      name: 'With whom',
      question: 'With whom does the child live? (if you know)',
      inLine: 'with {}',
    },
  ],
  several: false,
  gapMatters: 'always',
  goesStale: true,
}
