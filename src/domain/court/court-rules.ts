import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule, PromptRule } from '../rules/rule.ts'
import { authorAttends } from './author-attends.ts'
import { civilOrder } from './civil-order.ts'
import type { CourtFacts, LicenceStep, ReportDraft, ReportStep } from './court-facts.ts'
import { doubleGatekeeping } from './double-gatekeeping.ts'
import { issLicence } from './iss-licence.ts'
import { issProposal } from './iss-proposal.ts'
import { issReview } from './iss-review.ts'
import { remandRisk } from './remand-risk.ts'
import { reportContent } from './report-content.ts'
import { reportGatekeeping } from './report-gatekeeping.ts'

export const courtDuties: readonly DutyRule<CaseFacts>[] = [civilOrder]

/** Advice where a report is written. */
export const reportPrompts: readonly PromptRule<ReportDraft>[] = [reportContent]

/** Guards in front of a report that is to be sent. */
export const reportGuards: readonly GuardRule<ReportStep>[] = [
  reportGatekeeping,
  doubleGatekeeping,
  issProposal,
]

/** Guards in front of a licence. */
export const licenceGuards: readonly GuardRule<LicenceStep>[] = [issLicence]

/** Duties whose facts come with the court screens. */
export const waitingCourtDuties: readonly DutyRule<CourtFacts>[] = [
  authorAttends,
  issReview,
  remandRisk,
]
