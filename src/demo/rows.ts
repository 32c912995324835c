import type { Insertable } from 'kysely'
import type { Database } from '#records/schema.ts'
import type { Scope } from '#records/scope.ts'

/** The tables that the demonstration fills, each after those that it refers to. */
const tables = [
  'populations',
  'outcomeNames',
  'teams',
  'staff',
  'people',
  'ownQuestions',
  'children',
  'childIdentifiers',
  'alerts',
  'circumstances',
  'circumstanceConfirmations',
  'relationships',
  'familyLinks',
  'genogramPieces',
  'childShares',
  'referrals',
  'detentions',
  'offences',
  'referralChecks',
  'panels',
  'panelListings',
  'panelAttendances',
  'interventions',
  'assessments',
  'judgements',
  'explanations',
  'outcomes',
  'outcomeOffences',
  'interventionOutcomes',
  'allocations',
  'plans',
  'planSteps',
  'serviceAgreements',
  'signatures',
  'contacts',
  'caseEvents',
  'toolResults',
  'ruleAgreements',
  'agreementRequests',
  'feedback',
  'chronologies',
  'chronologyEntries',
  'childMerges',
  'childMergeRows',
  'notDuplicates',
  'auditEntries',
] as const satisfies readonly (keyof Database)[]

export type DemoTable = (typeof tables)[number]

type RowOf<Table extends DemoTable> = Omit<Insertable<Database[Table]>, 'serviceId'>

/** Everything to be inserted, kept by table until the whole service is made. */
export type Rows = { readonly [Table in DemoTable]: RowOf<Table>[] }

/** No rows yet. */
export function noRows(): Rows {
  return {
    populations: [],
    outcomeNames: [],
    teams: [],
    staff: [],
    people: [],
    ownQuestions: [],
    children: [],
    childIdentifiers: [],
    alerts: [],
    circumstances: [],
    circumstanceConfirmations: [],
    relationships: [],
    familyLinks: [],
    genogramPieces: [],
    childShares: [],
    referrals: [],
    detentions: [],
    offences: [],
    referralChecks: [],
    panels: [],
    panelListings: [],
    panelAttendances: [],
    interventions: [],
    assessments: [],
    judgements: [],
    explanations: [],
    outcomes: [],
    outcomeOffences: [],
    interventionOutcomes: [],
    allocations: [],
    plans: [],
    planSteps: [],
    serviceAgreements: [],
    signatures: [],
    contacts: [],
    caseEvents: [],
    toolResults: [],
    ruleAgreements: [],
    agreementRequests: [],
    feedback: [],
    chronologies: [],
    chronologyEntries: [],
    childMerges: [],
    childMergeRows: [],
    notDuplicates: [],
    auditEntries: [],
  }
}

/** PostgreSQL takes no more than 65,535 values in one statement. */
const batchSize = 500

/** Inserts every row for the scope's service and says how many there were, by table. */
export async function insertRows(scope: Scope, rows: Rows): Promise<Record<DemoTable, number>> {
  for (const table of tables) await insertInto(scope, table, rows[table])
  return countRows(rows)
}

async function insertInto(scope: Scope, table: DemoTable, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows
      .slice(start, start + batchSize)
      .map(row => ({ ...row, serviceId: scope.serviceId }))
    await scope.db.insertInto(table).values(batch).execute()
  }
}

function countRows(rows: Rows): Record<DemoTable, number> {
  const counts = tables.map(table => [table, rows[table].length] as const)
  return Object.fromEntries(counts) as Record<DemoTable, number>
}
