import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { careStatuses, professionalKinds } from '#domain/vocabulary/children.ts'
import { readDate } from '#platform/db/connect.ts'
import type { Scope } from '../scope.ts'

type PlainDate = Temporal.PlainDate

/** Which open cases to read: a worker's own, one child's, those of the whole service. */
export type CaseSelection =
  | { readonly of: 'worker'; readonly staffId: string }
  | { readonly of: 'child'; readonly childId: string }
  | { readonly of: 'service' }

/** One piece of work open on the day: an intervention that has not ended, or a referral still in hand. */
export interface OpenCase {
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
}

type OfCase = Omit<OpenCase, 'childId'>

interface Signature {
  readonly signatory: string
  readonly on: PlainDate
}

/** What the database's function `case_facts` gives: everything that the rules may ask of the open cases, and the service's policy. */
export interface CaseRows {
  /** In the order in which they were recorded. */
  readonly policyChanges: readonly {
    readonly ruleId: string
    readonly parameter: string | null
    readonly value: number | null
    readonly isOn: boolean | null
    readonly from: PlainDate
  }[]
  readonly closedDays: readonly PlainDate[]
  readonly cases: readonly OpenCase[]
  /** As they are on the day asked. */
  readonly children: readonly {
    readonly id: string
    readonly name: string
    readonly bornOn: PlainDate
    readonly sex: string
    /** Strongest first. */
    readonly careStatuses: readonly string[]
    readonly isFromOtherService: boolean
    readonly workedWithSince: PlainDate | null
    readonly professionals: number
  }[]
  /** With the day of the panel on which each is listed now. */
  readonly referrals: readonly {
    readonly id: string
    readonly receivedOn: PlainDate
    readonly admission: string | null
    readonly victimKnown: boolean | null
    readonly closedOn: PlainDate | null
    readonly panelOn: PlainDate | null
  }[]
  readonly interventions: readonly {
    readonly id: string
    readonly kind: string
    readonly startedOn: PlainDate
    readonly endedOn: PlainDate | null
  }[]
  /** What the referrals are about, in the order in which it happened. */
  readonly offences: readonly {
    readonly id: string
    readonly referralId: string
    readonly title: string
    readonly offenceGroup: string
    readonly occurredOn: PlainDate
  }[]
  /** In the order in which they were recorded. */
  readonly checks: readonly {
    readonly referralId: string
    readonly kind: string
    readonly result: string
    readonly checkedOn: PlainDate
  }[]
  readonly outcomes: readonly (OfCase & {
    readonly id: string
    readonly kind: string
    readonly decidedOn: PlainDate
    readonly conditionsEndOn: PlainDate | null
  })[]
  readonly allocations: readonly (OfCase & {
    readonly id: string
    readonly staffId: string
    readonly startedOn: PlainDate
    readonly endedOn: PlainDate | null
  })[]
  readonly assessments: readonly (OfCase & {
    readonly id: string
    readonly authorId: string
    readonly form: string
    readonly startedOn: PlainDate
    readonly completedOn: PlainDate | null
    readonly reviewOf: string | null
    readonly countersignedOn: PlainDate | null
    readonly judgements: readonly { readonly kind: string; readonly level: string }[]
  })[]
  readonly plans: readonly {
    readonly id: string
    readonly interventionId: string
    readonly authorId: string
    readonly writtenOn: PlainDate
    readonly reviewedOn: PlainDate | null
    readonly signatures: readonly Signature[]
  }[]
  readonly contacts: readonly (OfCase & {
    readonly id: string
    readonly staffId: string
    readonly kind: string
    readonly on: PlainDate
    readonly attendance: string | null
    readonly sawChild: boolean
    readonly sawParent: boolean
  })[]
  readonly events: readonly (OfCase & {
    readonly id: string
    readonly kind: string
    readonly topic: string | null
    readonly aboutId: string | null
    readonly on: PlainDate
    readonly reviewOn: PlainDate | null
  })[]
  /** All of the children's, also from earlier cases. */
  readonly serviceAgreements: readonly {
    readonly id: string
    readonly childId: string
    readonly madeOn: PlainDate
    readonly signatures: readonly Signature[]
  }[]
  readonly agreements: readonly {
    readonly id: string
    readonly childId: string
    readonly ruleId: string
    readonly subjectId: string
    readonly grantedOn: PlainDate
    readonly untilOn: PlainDate | null
    readonly grantedBy: string
    readonly reason: string
  }[]
}

const careStatusOrder = Object.keys(careStatuses)

/**
 * Reads open cases, and nothing of closed work, in one statement however many there are.
 *
 * @param on the day asked: which cases were open, whose they were, who was looked after
 */
export async function readCaseRows(
  { db, serviceId }: Scope,
  selection: CaseSelection,
  on: PlainDate,
): Promise<CaseRows> {
  const { rows } = await sql<{ facts: Json }>`
    select case_facts(${serviceId}, ${selection.of}, ${idOf(selection)}, ${on}, ${careStatusOrder}, ${professionalKinds}) as facts
  `.execute(db)
  return withDays(rows[0]?.facts ?? {}) as unknown as CaseRows
}

function idOf(selection: CaseSelection): string | null {
  if (selection.of === 'service') return null
  return selection.of === 'child' ? selection.childId : selection.staffId
}

type Row = Record<string, unknown>
type Json = Record<string, unknown[] | null>

/** A list that nothing was found for comes as null; a day comes as text, and is one by the name of its field. */
function withDays(facts: Json): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, list]) => [
      name,
      name === 'closedDays' ? (list ?? []).map(day => readDate(String(day))) : rowsOf(list),
    ]),
  )
}

function rowsOf(list: unknown[] | null): unknown[] {
  const rows = (list ?? []) as Row[]
  for (const row of rows) {
    for (const field of dayFields) {
      const text = row[field]
      if (typeof text === 'string') row[field] = readDate(text)
    }
    if (Array.isArray(row['signatures'])) rowsOf(row['signatures'])
  }
  return rows
}

const dayFields = [
  'on',
  'from',
  'bornOn',
  'workedWithSince',
  'receivedOn',
  'closedOn',
  'panelOn',
  'startedOn',
  'endedOn',
  'occurredOn',
  'checkedOn',
  'decidedOn',
  'conditionsEndOn',
  'completedOn',
  'countersignedOn',
  'writtenOn',
  'reviewedOn',
  'reviewOn',
  'madeOn',
  'grantedOn',
  'untilOn',
] as const
