import type { CasePlan } from '../plan/case-plan.ts'
import type { Random } from '../random.ts'
import type { DemoStaffMember } from '../service.ts'
import type { Voice } from '../words/fill.ts'
import type { Story } from '../words/stories.ts'
import type { KnownChild } from './known-child.ts'
import type { Making } from './making.ts'

/** One case in the making: what every part of its records is drawn from. */
export interface CaseLife {
  readonly making: Making
  readonly random: Random
  readonly plan: CasePlan
  readonly known: KnownChild
  readonly worker: DemoStaffMember
  readonly manager: DemoStaffMember
  /** What it is about; null for work that follows no offence. */
  readonly story: Story | null
  /** Which of the ways in which the story is told: referral, child and family tell the same one. */
  readonly variant: number
  readonly voice: Voice
  readonly referralId: string | null
  readonly interventionId: string | null
}
