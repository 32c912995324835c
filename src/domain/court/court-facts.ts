import type { PlainDate } from '../calendar/plain-date.ts'
import type { AgreementFact } from '../rules/case-facts.ts'
import type { Step } from '../rules/guard-answer.ts'

/** What the duties around court read of one case, as the court screens will record it. Lists are in date order, earliest first. */
export interface CourtFacts {
  readonly hearings: readonly HearingFact[]
  readonly iss: readonly IssFact[]
  readonly agreements: readonly AgreementFact[]
}

export interface HearingFact {
  readonly id: string
  readonly on: PlainDate
  /** True where custody is a strong possibility. */
  readonly isCustodyLikely: boolean
  /** Risk of a remand; null: none is known. */
  readonly remandRisk: {
    readonly knownOn: PlainDate
    readonly headOfServiceToldOn: PlainDate | null
    /** When the bail package that the court can be offered was ready. */
    readonly bailPackageOn: PlainDate | null
  } | null
  /** The report for this hearing; null: none was asked for. */
  readonly report: {
    readonly authorId: string
    /** True where the author was in court and spoke to the report; null: nobody has said yet. */
    readonly authorSpoke: boolean | null
  } | null
}

/** Intensive supervision and surveillance, from its first day to its last. */
export interface IssFact {
  readonly id: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  /** Days on which it was reviewed with a manager. */
  readonly reviewedWithManagerOn: readonly PlainDate[]
}

/** A report that is about to be sent to court. */
export interface ReportStep extends Step {
  readonly kind: 'pre-sentence-report' | 'progress-report' | 'breach-report'
  readonly authorId: string
  /** The team whose case it is. */
  readonly teamId: string
  readonly hearingOn: PlainDate
  readonly isCustodyLikely: boolean
  /** When the whole draft, provisional or not, reached the managers who gatekeep it. */
  readonly draftOn: PlainDate | null
  readonly gatekeeping: readonly GatekeepingFact[]
  /** Null where the report does not propose intensive supervision and surveillance. */
  readonly issProposal: IssProposalFact | null
}

/** A meeting of a manager and the author about a report, as the manager wrote it down. */
export interface GatekeepingFact {
  readonly managerId: string
  readonly teamId: string
  readonly heldOn: PlainDate
  readonly recordedById: string
  /** True where both agreed on what to propose to the court. */
  readonly agreedOnProposal: boolean
  /** When the head of service settled a disagreement. */
  readonly settledByHeadOfServiceOn: PlainDate | null
}

/** With whom intensive supervision has to be talked over before it is proposed. */
export const issVoices = {
  child: 'the child',
  family: 'the family',
  'iss-worker': 'the worker who would carry it out',
  manager: 'a manager',
} as const
export type IssVoice = keyof typeof issVoices

export interface IssProposalFact {
  readonly talkedWith: readonly IssVoice[]
  /** What is offered to this child: empty until it is written. */
  readonly offer: string
}

/** A licence that is about to be proposed or agreed. */
export interface LicenceStep extends Step {
  readonly hasIssCondition: boolean
}

/** A pre-sentence report while it is written. */
export interface ReportDraft {
  readonly kind: ReportStep['kind']
  readonly proposesCurfew: boolean
  readonly isHomeAssessedForCurfew: boolean
}

/** Why a breach is brought. */
type BreachGround =
  'missed-restorative-session' | 'missed-appointment' | 'requirement-not-kept' | 'behaviour'

/** Proceedings for breach that are about to begin. */
export interface BreachStep extends Step {
  readonly isOfIss: boolean
  readonly isLookedAfter: boolean
  /** True where another service supervises the child for us. */
  readonly isSupervisedElsewhere: boolean
  readonly grounds: readonly BreachGround[]
  readonly enablingMeetings: readonly EnablingMeetingFact[]
  /** The panel that looked at the breach; null: none has met. */
  readonly panel: {
    readonly on: PlainDate
    readonly members: readonly { readonly staffId: string | null; readonly as: PanelMember }[]
    readonly agrees: boolean
  } | null
}

/** Who looks at the breach of a child looked after. */
export const panelMembers = {
  manager: 'a manager',
  'peer-worker': 'a worker who does not hold the case',
  independent: 'somebody independent of the service',
} as const
export type PanelMember = keyof typeof panelMembers

/** A meeting of child, family and service about what gets in the way. */
export interface EnablingMeetingFact {
  readonly on: PlainDate
  readonly managerId: string | null
  readonly wasRestorative: boolean
  readonly usedGrid: boolean
  /** What the service changes: "nothing" is an answer; empty: nobody has asked. */
  readonly whatWeChange: string
}
