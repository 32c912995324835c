import type { CaseFacts } from '../rules/case-facts.ts'
import type { DutyRule, GuardRule } from '../rules/rule.ts'
import { caretaking } from './caretaking.ts'
import { homeServiceTold } from './home-service-told.ts'
import type { MovingOnFacts, TransferStep } from './moving-on-facts.ts'
import { seventeenAndAHalf } from './seventeen-and-a-half.ts'
import { transferAt18 } from './transfer-at-18.ts'
import { transferOut } from './transfer-out.ts'
import { transitionPortal } from './transition-portal.ts'

export const movingOnDuties: readonly DutyRule<CaseFacts>[] = [
  transferOut,
  homeServiceTold,
  caretaking,
]

/** Guards in front of handing a case over. */
export const transferGuards: readonly GuardRule<TransferStep>[] = [transferAt18]

/** Duties whose facts come with the custody screens. */
export const waitingMovingOnDuties: readonly DutyRule<MovingOnFacts>[] = [
  seventeenAndAHalf,
  transitionPortal,
]
