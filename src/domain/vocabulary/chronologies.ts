/** What a chronology is written for. @interpretation No national list was found; these are the meetings and handovers of the work. */
export const chronologyPurposes = {
  'child-protection-conference': 'Child protection conference',
  'strategy-discussion': 'Strategy discussion',
  'looked-after-review': 'Review of a child looked after',
  court: 'Court',
  panel: 'Youth justice panel or risk meeting',
  handover: 'Handover to another worker or service',
  supervision: 'Supervision and reflection',
  other: 'Something else',
} as const
