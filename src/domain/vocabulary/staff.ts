/** How experienced somebody is, as far as the sharing of work asks. */
export const grades = {
  'newly-qualified': 'Newly qualified',
  practitioner: 'Practitioner',
  'support-worker': 'Support worker',
  'senior-practitioner': 'Senior practitioner',
  manager: 'Manager',
} as const
export type Grade = keyof typeof grades
