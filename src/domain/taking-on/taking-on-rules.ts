import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule } from '../rules/rule.ts'
import { firstVisit } from './first-visit.ts'
import { serviceAgreement } from './service-agreement.ts'

export const takingOnDuties: readonly DutyRule<CaseFacts>[] = [firstVisit, serviceAgreement]
