import { alertsRoutes } from './alerts/routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { agreementsRoutes } from './agreements/routes.ts'
import { assessmentQuestionsRoutes } from './assessment-questions/routes.ts'
import { assessmentsRoutes } from './assessments/routes.ts'
import { childrenRoutes } from './children/routes.ts'
import { circumstancesRoutes } from './circumstances/routes.ts'
import { decisionsRoutes } from './decisions/routes.ts'
import { contactsRoutes } from './contacts/routes.ts'
import { eventsRoutes } from './events/routes.ts'
import { genogramRoutes } from './genogram/routes.ts'
import { interventionsRoutes } from './interventions/routes.ts'
import { looksRoutes } from './looks/routes.ts'
import { mergingRoutes } from './merging/routes.ts'
import { myTeamRoutes } from './my-team/routes.ts'
import { myWorkRoutes } from './my-work/routes.ts'
import type { AlongsideRoute } from './page.ts'
import { panelsRoutes } from './panels/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { performanceRoutes } from './performance/routes.ts'
import { permissionTableRoutes } from './permission-table/routes.ts'
import { plansRoutes } from './plans/routes.ts'
import { policyRoutes } from './policy/routes.ts'
import { referralsRoutes } from './referrals/routes.ts'
import { restrictedRoutes } from './restricted/routes.ts'
import { serviceTodayRoutes } from './service-today/routes.ts'
import { rulesRoutes } from './rules/routes.ts'
import { timelineRoutes } from './timeline/routes.ts'

/** Every feature's pages: the visible list. */
export const routes: readonly AlongsideRoute[] = [
  ...myWorkRoutes,
  ...myTeamRoutes,
  ...serviceTodayRoutes,
  ...agreementsRoutes,
  ...assessmentQuestionsRoutes,
  ...assessmentsRoutes,
  ...childrenRoutes,
  ...identityRoutes,
  ...alertsRoutes,
  ...circumstancesRoutes,
  ...decisionsRoutes,
  ...contactsRoutes,
  ...eventsRoutes,
  ...genogramRoutes,
  ...interventionsRoutes,
  ...looksRoutes,
  ...mergingRoutes,
  ...panelsRoutes,
  ...peopleRoutes,
  ...performanceRoutes,
  ...permissionTableRoutes,
  ...plansRoutes,
  ...policyRoutes,
  ...referralsRoutes,
  ...restrictedRoutes,
  ...rulesRoutes,
  ...timelineRoutes,
]
