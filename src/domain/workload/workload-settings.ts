import { plainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import type { Parameter } from '../rules/parameter.ts'
import type { RuleHead } from '../rules/rule.ts'
import type { Grade } from '../vocabulary/staff.ts'

/** The weights and shares of this file hold from the first version on. */
const began = plainDate('2026-01-01')

function points(name: string, value: number): Parameter {
  return { name, unit: 'points', values: [{ from: began, value }], least: 0, most: 20 }
}

function percent(name: string, value: number): Parameter {
  return { name, unit: 'percent', values: [{ from: began, value }], least: 0, most: 150 }
}

/** What work counts for, besides one point for every case. */
export const workloadWeights = {
  medium: points('Added when the highest judgement is medium', 1),
  high: points('Added when the highest judgement is high', 2),
  'very-high': points('Added when the highest judgement is very high', 4),
  lookedAfter: points('Added for a child looked after', 1),
  court: points('Added for work from court', 2),
  assessing: points('Added until the first assessment is completed', 1),
} as const

/** How much of a full caseload somebody of a grade holds. */
export const caseloadOf: Readonly<Record<Grade, Parameter>> = {
  'newly-qualified': percent('Caseload in the first year', 70),
  practitioner: percent('Caseload of a practitioner', 100),
  'support-worker': percent('Caseload of a support worker', 60),
  'senior-practitioner': percent('Caseload of a senior practitioner', 60),
  manager: percent('Caseload of a manager', 0),
}

/** Hours in the week of somebody who works full time. */
export const fullTimeHours: Parameter = {
  name: 'Hours of a full-time week',
  unit: 'hours a week',
  values: [{ from: began, value: 37 }],
  least: 30,
  most: 40,
}

/** How long something may be overdue before the head of service sees it. */
export const overdueForHead: TimeLimit = {
  name: 'Overdue for longer than this comes before the head of service',
  unit: 'working days',
  values: [{ from: began, value: 10 }],
  least: 0,
  most: 60,
}

/**
 * What a service settles besides its rules, changed like a rule's numbers.
 *
 * @interpretation No source says how to weigh work, or after how long a head of service looks: the numbers are ours.
 */
export const workloadSettings: RuleHead & { readonly kind: 'setting' } = {
  id: 'ALONGSIDE-workload',
  kind: 'setting',
  title: 'How work is weighed and shared, and when the head of service looks',
  why: 'Nobody should carry more than they can do well. Weighing work in the open lets a team see who has room before a child is given to anybody.',
  citation: { source: 'ALONGSIDE', section: 'sharing of work' },
  parameters: {
    ...workloadWeights,
    ...caseloadOf,
    fullTimeHours,
    overdueForHead,
  },
  alwaysOn: 'Work is shared somehow in every service.',
}
