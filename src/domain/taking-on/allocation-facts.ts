import { latest } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { isWritten } from '../assessment/completed-assessments.ts'
import { eventsOf, type AgreementFact, type CaseFacts } from '../rules/case-facts.ts'
import type { JudgementLevel } from '../vocabulary/work.ts'

/** A member of staff as an allocation looks at them. */
export interface WorkerFact {
  readonly id: string
  readonly isSupportRole: boolean
  readonly isTrainedInHarmfulSexualBehaviour: boolean
}

/** What the rules read of a case that is about to be given to somebody, before anybody is chosen. */
export interface CaseToAllocate {
  /** What an agreement is about: the referral where there is one, else the work. */
  readonly caseId: string
  readonly isGirl: boolean
  readonly isLookedAfter: boolean
  /** As the latest assessment judged it that its author completed; null: not judged yet. */
  readonly riskOfHarm: JudgementLevel | null
  readonly isHarmfulSexualBehaviour: boolean
  readonly preferenceAskedOn: PlainDate | null
  /** When the child last changed home or placement; null: not that we know. */
  readonly movedOn: PlainDate | null
  /** When the child was last placed in another area. */
  readonly placedElsewhereOn: PlainDate | null
  /** Who holds it now; null: nobody. */
  readonly current: { readonly staffId: string; readonly startedOn: PlainDate } | null
  readonly agreements: readonly AgreementFact[]
}

/** An allocation as it is about to be made. */
export interface AllocationFacts extends CaseToAllocate {
  /** The worker, and the second worker where two hold the case together. */
  readonly workers: readonly WorkerFact[]
  /** Why the worker changes; empty where nothing is written. */
  readonly changeReason: string
}

/** What of a case decides to whom it may be given. */
export type AllocatedCase = Pick<
  CaseFacts,
  'caseId' | 'assessments' | 'offences' | 'events' | 'agreements'
> & { readonly child: Pick<CaseFacts['child'], 'sex' | 'isLookedAfter'> }

/**
 * Reads a case as an allocation looks at it.
 *
 * @param around who holds it, and the first days of the child's spells at an address, in any order
 * @interpretation A case is about harmful sexual behaviour when an offence of it is in the group of sexual offences, or information or
 * an allegation of it was recorded as a significant change. A move is a later address in the record, or a recorded change of home.
 */
export function caseToAllocate(
  facts: AllocatedCase,
  around: {
    readonly current: CaseToAllocate['current']
    readonly addressDays: readonly PlainDate[]
  },
): CaseToAllocate {
  const changes = eventsOf({ events: facts.events }, 'significant-change')
  const moves = changes.filter(({ topic }) => topic === 'home-moved').map(({ on }) => on)
  const lastDay = (kind: 'worker-preference' | 'home-address-elsewhere') =>
    eventsOf({ events: facts.events }, kind).at(-1)?.on ?? null
  return {
    caseId: facts.caseId,
    isGirl: facts.child.sex === 'female',
    isLookedAfter: facts.child.isLookedAfter,
    riskOfHarm: riskOfHarm(facts),
    isHarmfulSexualBehaviour:
      facts.offences.some(({ group }) => group === 'SEXUAL_OFFENCES') ||
      changes.some(({ topic }) => topic === 'harmful-sexual-behaviour'),
    preferenceAskedOn: lastDay('worker-preference'),
    movedOn: latest(...moves, ...around.addressDays, null) ?? null,
    placedElsewhereOn: lastDay('home-address-elsewhere'),
    current: around.current,
    agreements: facts.agreements,
  }
}

/** The level of risk of harm in the latest completed assessment of the case, or null. */
function riskOfHarm({ assessments }: Pick<CaseFacts, 'assessments'>): JudgementLevel | null {
  const last = assessments.filter(isWritten).at(-1)
  return last?.judgements.find(({ kind }) => kind === 'risk-of-serious-harm')?.level ?? null
}
