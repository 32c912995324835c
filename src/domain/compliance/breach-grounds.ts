import type { BreachStep } from '../court/court-facts.ts'
import { guardAnswer } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'

/**
 * OM-16-sole-reason: missed restorative sessions alone are no ground for breach.
 *
 * @source OM section 16
 * @interpretation The source says "ordinarily". Nobody may agree to an exception, for the operating model names none.
 */
export const breachGrounds: GuardRule<BreachStep> = {
  id: 'OM-16-sole-reason',
  kind: 'guard',
  title: 'Missed restorative sessions are never the only ground for breach',
  why: 'A child who keeps meeting the worker is keeping faith. Putting things right cannot be forced, least of all by a court.',
  citation: { source: 'OM', section: '16' },
  parameters: {},
  waitsFor: 'court',
  decide: ({ grounds }) => {
    if (grounds.length === 0) return guardAnswer(['Record the grounds for breach.'], [])
    if (!grounds.includes('missed-restorative-session')) return { kind: 'not-applicable' }
    const missing = grounds.every(ground => ground === 'missed-restorative-session')
      ? ['Find another way to put things right: missed restorative sessions alone are no ground.']
      : []
    return guardAnswer(missing, [{ text: 'There is another ground as well' }])
  },
}
