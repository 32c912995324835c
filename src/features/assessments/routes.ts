import type { AlongsideRoute } from '../page.ts'
import { assessmentPage } from './assessment.ts'
import { deepenAssessmentPage } from './deepen.ts'
import { earlierFormPage } from './earlier.ts'
import { editAssessmentPage } from './edit.ts'
import { qualityAssurancePage } from './quality-assurance.ts'
import { reviewAssessmentPage } from './review.ts'
import { editSectionPage } from './section.ts'
import { startAssessmentPage } from './start.ts'
import { toolsRoutes } from './tools/routes.ts'

const assessment = '/children/:childId/assessments/:assessmentId'

export const assessmentsRoutes: readonly AlongsideRoute[] = [
  { url: '/children/:childId/referrals/:referralId/assessment', page: startAssessmentPage },
  { url: assessment, page: assessmentPage },
  { url: `${assessment}/edit`, page: editAssessmentPage },
  { url: `${assessment}/edit/:section`, page: editSectionPage },
  { url: `${assessment}/deepen`, page: deepenAssessmentPage },
  { url: `${assessment}/earlier`, page: earlierFormPage },
  { url: `${assessment}/review`, page: reviewAssessmentPage },
  { url: `${assessment}/quality-assurance`, page: qualityAssurancePage },
  ...toolsRoutes,
]
