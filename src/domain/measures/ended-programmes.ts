import type { PlainDate } from '../calendar/plain-date.ts'
import type { Ethnicity, Sex } from '../vocabulary/children.ts'
import type { AppealStatus, OutcomeKind, Residence } from '../vocabulary/outcomes.ts'
import type { InterventionResult } from '../vocabulary/work.ts'

/** An intervention that ended, with the outcomes that it served: what national counting calls a programme. */
export interface EndedProgramme {
  readonly id: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate
  /** Null: nobody recorded how it ended. */
  readonly result: InterventionResult | null
  readonly child: {
    readonly id: string
    readonly bornOn: PlainDate
    readonly sex: Sex
    readonly ethnicity: Ethnicity
  }
  readonly outcomes: readonly ProgrammeOutcome[]
}

export interface ProgrammeOutcome {
  readonly kind: OutcomeKind
  readonly decidedOn: PlainDate
  readonly residence: Residence
  readonly appeal: AppealStatus
}
