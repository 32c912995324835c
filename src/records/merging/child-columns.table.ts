/** A column in which rows say which child they are about. */
export interface ChildColumn {
  readonly table: string
  readonly column: string
  /** What one row, and several, are called on a page. */
  readonly one: string
  readonly many: string
  /** Columns that can say the child itself where `column` does: they change with it. */
  readonly along: readonly string[]
  /** Columns with the ids of rows that a row hangs on, and so goes with. */
  readonly hangsOn: readonly string[]
  /** Tables of pairs by which a row hangs on others. */
  readonly links: readonly Link[]
  /** The columns that say when, and what kind: enough to know which row is meant. */
  readonly on: string | null
  readonly as: string | null
}

interface Link {
  readonly table: string
  readonly own: string
  readonly other: string
}

function column(
  table: string,
  [one, many]: readonly [string, string],
  settings: Partial<ChildColumn> = {},
): ChildColumn {
  const usual = { column: 'child_id', along: [], hangsOn: [], links: [], on: null, as: null }
  return { ...usual, table, one, many, ...settings }
}

const caseColumns = ['referral_id', 'intervention_id']

/**
 * Every column that names a child whose rows go along when two records are merged. A test compares this list with the database, so that a
 * table made later is in it.
 */
export const childColumns: readonly ChildColumn[] = [
  column('child_identifiers', ['number elsewhere', 'numbers elsewhere'], { as: 'kind' }),
  column('alerts', ['alert', 'alerts'], { on: 'started_on', as: 'kind' }),
  column('circumstances', ['circumstance', 'circumstances'], { on: 'started_on', as: 'kind' }),
  column('relationships', ['person around the child', 'people around the child'], {
    on: 'started_on',
    as: 'kind',
  }),
  column('child_shares', ['sharing with a colleague', 'sharings with colleagues'], {
    on: 'started_on',
    as: 'reason',
  }),
  column('referrals', ['referral', 'referrals'], { on: 'received_on', as: 'kind' }),
  column('offences', ['offence', 'offences'], {
    hangsOn: ['referral_id'],
    on: 'occurred_on',
    as: 'title',
  }),
  column('assessments', ['assessment', 'assessments'], {
    hangsOn: [...caseColumns, 'review_of', 'deepens'],
    on: 'started_on',
    as: 'form',
  }),
  column('outcomes', ['decision', 'decisions'], {
    hangsOn: ['referral_id'],
    links: [{ table: 'outcome_offences', own: 'outcome_id', other: 'offence_id' }],
    on: 'decided_on',
    as: 'kind',
  }),
  column('interventions', ['piece of work', 'pieces of work'], {
    hangsOn: ['referral_id'],
    links: [{ table: 'intervention_outcomes', own: 'intervention_id', other: 'outcome_id' }],
    on: 'started_on',
    as: 'kind',
  }),
  column('allocations', ['allocation to a worker', 'allocations to workers'], {
    hangsOn: caseColumns,
    on: 'started_on',
    as: 'role',
  }),
  column('plans', ['plan', 'plans'], {
    hangsOn: ['intervention_id', 'previous_plan_id'],
    on: 'written_on',
  }),
  column('service_agreements', ['service agreement', 'service agreements'], { on: 'made_on' }),
  column('signatures', ['signature', 'signatures'], {
    hangsOn: ['plan_id', 'service_agreement_id'],
    on: 'signed_on',
    as: 'signatory',
  }),
  column('contacts', ['contact', 'contacts'], {
    hangsOn: caseColumns,
    on: 'planned_on',
    as: 'kind',
  }),
  column('rule_agreements', ['agreement to a step', 'agreements to steps'], {
    along: ['subject_id'],
    hangsOn: ['subject_id'],
    on: 'granted_on',
    as: 'rule_id',
  }),
  column('agreement_requests', ['question for a manager', 'questions for a manager'], {
    along: ['subject_id'],
    hangsOn: ['subject_id', 'agreement_id'],
    on: 'asked_on',
    as: 'rule_id',
  }),
  column('case_events', ['event', 'events'], {
    hangsOn: [...caseColumns, 'about_id'],
    on: 'happened_on',
    as: 'kind',
  }),
  column('feedback', ['word of feedback', 'words of feedback'], {
    hangsOn: ['intervention_id'],
    on: 'given_on',
    as: 'voice',
  }),
  column('tool_results', ['result of a tool', 'results of tools'], {
    hangsOn: ['event_id'],
    on: 'done_on',
    as: 'tool',
  }),
  column('chronologies', ['chronology', 'chronologies'], {
    hangsOn: ['copied_from_id'],
    on: 'started_on',
  }),
  column('notices', ['notice to a colleague', 'notices to colleagues'], { as: 'kind' }),
]
