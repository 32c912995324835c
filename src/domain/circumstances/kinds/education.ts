import {
  educationProvisions,
  suitabilities,
  yesNoNotKnown,
} from '../../vocabulary/circumstances.ts'
import type { KindDeclaration } from '../circumstance-kind.ts'

/** Where the child learns or works, and for how much of the week. @source YJB-SQL "education, training and employment" */
export const education: KindDeclaration = {
  id: 'education',
  main: {
    id: 'value',
    type: 'text',
    name: 'Where',
    question: 'Which school, college or work?',
    hint: 'Where there is none at present, say what is being done: “None, a place is being found”.',
    missing: 'Enter the school, college or work',
    atChange: true,
  },
  facts: [
    {
      id: 'provision',
      type: 'code',
      codes: educationProvisions,
      name: 'Type',
      question: 'What type is it?',
      missing: 'Choose the type',
      atChange: true,
      inLine: '{}',
      isExpected: true,
      carriesOver: true,
    },
    {
      id: 'hoursOffered',
      type: 'hours',
      name: 'Hours offered',
      question: 'How many hours a week are offered? (if you know)',
      atChange: true,
      inLine: '{} hours offered',
    },
    {
      id: 'hoursAttended',
      type: 'hours',
      name: 'Hours attended',
      question: 'How many hours a week does the child attend? (if you know)',
      inLine: '{} attended',
    },
    {
      id: 'suitability',
      type: 'code',
      codes: suitabilities,
      name: 'Suitable for the child?',
      question: 'Is it suitable for the child? (if you know)',
      inLine: '{}',
      isExpected: true,
    },
    {
      id: 'entitlementMet',
      type: 'code',
      codes: yesNoNotKnown,
      name: 'Statutory entitlement met',
      question: 'Does the child get all that the law promises them? (if you know)',
    },
  ],
  several: true,
  gapMatters: 'at-school-age',
  goesStale: true,
}
