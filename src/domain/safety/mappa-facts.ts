import type { PlainDate } from '../calendar/plain-date.ts'

/** What the automatic referrals to youth MAPPA read: sentences, and what was referred. Recorded with the court screens. */
export interface MappaFacts {
  readonly sentences: readonly SentenceFact[]
  readonly referrals: readonly MappaReferralFact[]
}

/** What a court passed for one child on one day. */
export interface SentenceFact {
  /** The outcome's id. */
  readonly id: string
  readonly on: PlainDate
  /** True where the child has to register with the police after a sexual offence. */
  readonly requiresRegistration: boolean
  readonly offence: 'violent' | 'sexual' | 'other'
  /** Length of custody in months; 0 where there is none. */
  readonly custodyMonths: number
}

export interface MappaReferralFact {
  readonly sentenceId: string
  readonly on: PlainDate
  /** When youth MAPPA said whether it takes part; null: no answer yet. */
  readonly answeredOn: PlainDate | null
}
