import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule } from '../rules/rule.ts'
import { makeAmends } from './make-amends.ts'

export const complianceDuties: readonly DutyRule<CaseFacts>[] = [makeAmends]
