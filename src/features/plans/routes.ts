import type { AlongsideRoute } from '../page.ts'
import { newPlanPage } from './new-plan.ts'
import { planPage } from './plan.ts'
import { reviewPlanPage } from './review-plan.ts'
import { signPlanPage } from './sign-plan.ts'

export const plansRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/interventions/:interventionId/plans/new', page: newPlanPage },
  { url: '/children/:childId/plans/:planId', page: planPage },
  { url: '/children/:childId/plans/:planId/sign', page: signPlanPage },
  { url: '/children/:childId/plans/:planId/review', page: reviewPlanPage },
]
