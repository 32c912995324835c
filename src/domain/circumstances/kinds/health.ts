import type { KindDeclaration } from '../circumstance-kind.ts'

/**
 * Physical health, diagnoses and medicine.
 *
 * @interpretation One kind: what an earlier version called health holds all of these, and nobody can sort them for a service.
 */
export const health: KindDeclaration = {
  id: 'health',
  main: {
    id: 'value',
    type: 'text',
    name: 'What it is',
    question: 'What is it?',
    hint: 'In the words that the child uses, where they have some.',
    missing: 'Enter what it is',
    atChange: true,
  },
  facts: [
    {
      id: 'treatment',
      type: 'text',
      name: 'Treatment or medicine',
      question: 'What treatment or medicine does it need? (if you know)',
      atChange: true,
      inLine: '{}',
    },
  ],
  several: true,
  gapMatters: 'never',
  goesStale: false,
}
