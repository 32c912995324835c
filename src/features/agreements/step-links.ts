import { childUrl } from '../children/urls.ts'
import { decisionUrl } from '../decisions/urls.ts'
import { interventionUrl } from '../interventions/urls.ts'
import { planUrl } from '../plans/urls.ts'
import type { AgreementAsked } from './agreement-in-url.ts'

type About = Pick<AgreementAsked, 'about' | 'subject'>

/** Where the step happens that an agreement under each rule lets go on. */
const steps: Readonly<Record<string, (asked: About) => string>> = {
  'OM-4.1-signed': ({ about }) => planUrl(about.childId, about.subjectId),
  'OM-6.3-ycc-length': ({ about: { childId, subjectId }, subject: { kind, interventionId } }) => {
    if (kind === 'referral') return decisionUrl(childId, subjectId)
    return interventionId === null ? childUrl(childId) : interventionUrl(childId, interventionId)
  },
}

/** The page to which an answer leads back: where the step happens, or the child's own page. */
export function stepUrl(asked: About): string {
  return steps[asked.about.ruleId]?.(asked) ?? childUrl(asked.about.childId)
}
