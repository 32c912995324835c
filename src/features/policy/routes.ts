import type { AlongsideRoute } from '../page.ts'
import { changeNumberPage } from './change-number.ts'
import { closeDayPage } from './close-day.ts'
import { policyHistoryPage } from './history.ts'
import { policyPage } from './policy.ts'
import { switchRulePage } from './switch-rule.ts'

export const policyRoutes: readonly AlongsideRoute[] = [
  { url: '/policy', page: policyPage },
  { url: '/policy/history', page: policyHistoryPage },
  { url: '/policy/closed-days/new', page: closeDayPage },
  { url: '/policy/rules/:ruleId/numbers/:parameter', page: changeNumberPage },
  { url: '/policy/rules/:ruleId/switch', page: switchRulePage },
]
