import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { NotFound } from '#platform/http/errors.ts'
import { findAssessment } from '#records/assessments.ts'
import { findChild } from '#records/children.ts'
import { childBanner } from '../child-banner.ts'
import { momentInWords } from '../moment-in-words.ts'
import { idInUrl, page } from '../page.ts'
import { earlierBody, neverDeeper } from './earlier.html.ts'
import { findEarlierForm } from './earlier-form.ts'
import { assessmentUrl } from './urls.ts'

export const earlierFormPage = page({
  permission: 'assessment.open',
  params: z.object({ childId: idInUrl, assessmentId: idInUrl }),
  load: async ({ scope, user }, { params: { childId, assessmentId } }) => {
    const child = await findChild(scope, user, childId)
    const assessment = await findAssessment(scope, childId, assessmentId)
    const earlier = await findEarlierForm(scope, assessment)
    const isDraft = assessment.completedOn === null
    if (isDraft && !may(user.role, 'assessment.write')) throw new NotFound()
    return { child, assessment, earlier }
  },
  view: ({ child, assessment, earlier }, _shown, { today }) => ({
    title: 'Assessment as it was',
    identity: childBanner(child, today),
    backLink: assessmentUrl(child.id, assessment.id),
    body: earlier === null ? neverDeeper : earlierBody(earlier, momentInWords(earlier.until)),
  }),
})
