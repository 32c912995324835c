import { exclusionKinds } from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/**
 * A time in which a school keeps a child out.
 *
 * @interpretation A kind of its own and not a fact of the school: a child has several at one school, and each has its own days.
 */
export const exclusion: KindDeclaration = {
  id: 'exclusion',
  main: {
    id: 'value',
    type: 'code',
    codes: exclusionKinds,
    name: 'Which',
    question: 'Suspended or excluded for good?',
    missing: 'Say whether it is a suspension or an exclusion',
    atChange: true,
  },
  facts: [
    {
      id: 'school',
      type: 'text',
      name: 'School',
      question: 'From which school?',
      missing: 'Enter the school',
      atChange: true,
      inLine: 'from {}',
    },
    {
      id: 'reason',
      type: 'text',
      name: 'What the school says',
      question: 'Why, as the school gives it? (if you know)',
    },
  ],
  several: true,
  gapMatters: 'never',
  goesStale: false,
}
