import type { PlainDate } from '../calendar/plain-date.ts'

/** What the duties around custody read of one child, as the custody screens will record it. Lists are in date order, earliest first. */
export interface CustodyFacts {
  /** Times in custody, on remand or under sentence. */
  readonly stays: readonly CustodyFact[]
  readonly restraints: readonly RestraintFact[]
}

export interface CustodyFact {
  readonly id: string
  readonly enteredOn: PlainDate
  readonly isLookedAfter: boolean
  /** True where a child looked after has an advocate already. */
  readonly hasKnownAdvocate: boolean
  readonly advocateToldOn: PlainDate | null
  readonly advocacyReferredOn: PlainDate | null
}

/** The service was told that staff of an establishment restrained the child. */
export interface RestraintFact {
  readonly id: string
  readonly toldOn: PlainDate
  readonly steps: readonly { readonly step: RestraintStep; readonly on: PlainDate }[]
}

/** What is done at once when a child was restrained. */
export const restraintSteps = {
  'line-manager-told': 'the line manager was told',
  'quality-manager-told': 'the quality assurance manager was told',
  'head-of-service-told': 'the head of service was told',
  'incident-report-asked': 'the incident report was asked for',
  'cctv-asked': 'CCTV was asked for',
  'body-camera-asked': 'body-camera footage was asked for',
} as const
export type RestraintStep = keyof typeof restraintSteps

/** A request to place a child in custody, while it is written. */
export interface PlacementDraft {
  readonly childBornOn: PlainDate
}

/** What a plan in custody says of coming home. */
export const releaseSubjects = {
  accommodation: 'where the child will live',
  education: 'school, training or work',
  health: 'health',
  family: 'the family',
  'temporary-release': 'days out before release',
} as const
export type ReleaseSubject = keyof typeof releaseSubjects

/** A plan for a child in custody that is about to be saved. */
export interface CustodyPlanDraft {
  /** True for the first plan of this time in custody. */
  readonly isFirst: boolean
  readonly release: Readonly<Record<ReleaseSubject, string>>
}
