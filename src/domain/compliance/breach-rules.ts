import type { BreachStep } from '../court/court-facts.ts'
import type { GuardRule } from '../rules/rule.ts'
import { breachGrounds } from './breach-grounds.ts'
import { careBreachPanel } from './care-breach-panel.ts'
import { enablingMeeting } from './enabling-meeting.ts'
import { issBreach } from './iss-breach.ts'

/** Guards in front of proceedings for breach, which come with the court screens. */
export const breachGuards: readonly GuardRule<BreachStep>[] = [
  enablingMeeting,
  breachGrounds,
  careBreachPanel,
  issBreach,
]
