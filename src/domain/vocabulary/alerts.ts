/** What an alert is about, the most pressing first. */
export const alertKinds = {
  'worker-safety': {
    name: 'Safety of workers',
    hint: 'What whoever visits has to know: a dog, a relative, a place not to go to alone',
  },
  'child-safety': {
    name: 'Safety of the child',
    hint: 'Somebody or something that the child has to be kept safe from',
  },
  'contact-restriction': {
    name: 'Who may not contact whom',
    hint: 'A court order, bail condition or agreement about contact',
  },
  medical: {
    name: 'Medical',
    hint: 'An allergy, a condition, a medicine that helps in an emergency',
  },
} as const
export type AlertKind = keyof typeof alertKinds
