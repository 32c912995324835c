import type { Generated, GeneratedAlways } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

type PlainDate = Temporal.PlainDate
type Instant = Temporal.Instant

/** Every table. A test compares it with the migrated database. */
export interface Database {
  services: ServicesTable
  populations: PopulationsTable
  outcomeNames: OutcomeNamesTable
  teams: TeamsTable
  staff: StaffTable
  sessions: SessionsTable
  rowHistory: RowHistoryTable
  auditEntries: AuditEntriesTable
  auditSeals: AuditSealsTable
  submissions: SubmissionsTable
  keptForms: KeptFormsTable
  children: ChildrenTable
  childIdentifiers: ChildIdentifiersTable
  alerts: AlertsTable
  circumstances: CircumstancesTable
  people: PeopleTable
  familyLinks: FamilyLinksTable
  genogramPieces: GenogramPiecesTable
  circumstanceConfirmations: CircumstanceConfirmationsTable
  relationships: RelationshipsTable
  childSearchKeys: ChildSearchKeysTable
  searchSpellings: SearchSpellingsTable
  searches: SearchesTable
  childShares: ChildSharesTable
  referrals: ReferralsTable
  detentions: DetentionsTable
  offences: OffencesTable
  referralChecks: ReferralChecksTable
  panels: PanelsTable
  panelListings: PanelListingsTable
  panelAttendances: PanelAttendancesTable
  assessments: AssessmentsTable
  judgements: JudgementsTable
  ownQuestions: OwnQuestionsTable
  explanations: ExplanationsTable
  outcomes: OutcomesTable
  outcomeOffences: OutcomeOffencesTable
  interventions: InterventionsTable
  interventionOutcomes: InterventionOutcomesTable
  allocations: AllocationsTable
  plans: PlansTable
  planSteps: PlanStepsTable
  serviceAgreements: ServiceAgreementsTable
  signatures: SignaturesTable
  contacts: ContactsTable
  ruleAgreements: RuleAgreementsTable
  agreementRequests: AgreementRequestsTable
  caseEvents: CaseEventsTable
  toolResults: ToolResultsTable
  policyChanges: PolicyChangesTable
  closedDays: ClosedDaysTable
  dailyMails: DailyMailsTable
  feedback: FeedbackTable
  chronologies: ChronologiesTable
  chronologyEntries: ChronologyEntriesTable
  accounts: AccountsTable
  identityLinks: IdentityLinksTable
  signInAttempts: SignInAttemptsTable
  roleReaches: RoleReachesTable
  restrictions: RestrictionsTable
  restrictionNames: RestrictionNamesTable
  urgentAccesses: UrgentAccessesTable
  notices: NoticesTable
  childMerges: ChildMergesTable
  childMergeRows: ChildMergeRowsTable
  childMergeRestrictions: ChildMergeRestrictionsTable
  notDuplicates: NotDuplicatesTable
}

export interface ServicesTable {
  id: Generated<string>
  name: string
  areaName: string
  nation: string
  policeForce: string
  isDemonstration: Generated<boolean>
  createdAt: Generated<Instant>
}

export interface PopulationsTable {
  serviceId: string
  measuredOn: PlainDate
  childrenCount: number
  source: string
}

export interface OutcomeNamesTable {
  serviceId: string
  id: string
  kind: string
  name: string
  explanation: string
  sortOrder: number
}

export interface TeamsTable {
  serviceId: string
  id: Generated<string>
  name: string
}

export interface StaffTable {
  serviceId: string
  id: Generated<string>
  teamId: string | null
  name: string
  role: string
  agency: string
  jobTitle: string
  isActive: Generated<boolean>
  grade: Generated<string>
  hoursPerWeek: Generated<number>
  isTrainedInHarmfulSexualBehaviour: Generated<boolean>
}

export interface SessionsTable {
  id: string
  content: unknown
  expiresAt: Instant
}

export interface RowHistoryTable {
  serviceId: string
  id: GeneratedAlways<number>
  tableName: string
  rowId: string
  was: unknown
  replacedAt: Generated<Instant>
  replacedBy: string | null
}

export interface AuditEntriesTable {
  serviceId: string
  id: GeneratedAlways<number>
  at: Generated<Instant>
  staffId: string | null
  action: string
  childId: string | null
  subjectId: string | null
  detail: string | null
  transactionId: GeneratedAlways<string>
}

export interface AuditSealsTable {
  serviceId: string
  sequence: number
  entryId: number
  contentHash: string
  hash: string
  sealedAt: GeneratedAlways<Instant>
  sealedBy: GeneratedAlways<string>
  settledBefore: Generated<string>
}

export interface SubmissionsTable {
  serviceId: string
  staffId: string
  formKey: string
  wentTo: string | null
  at: Generated<Instant>
}

export interface KeptFormsTable {
  serviceId: string
  id: Generated<string>
  staffId: string
  page: string
  addressHash: string
  content: string
  keptAt: Instant
}

export interface ChildrenTable {
  serviceId: string
  id: Generated<string>
  givenName: string
  familyName: string
  knownAs: string | null
  pronouns: string | null
  bornOn: PlainDate
  sex: string
  ethnicity: Generated<string>
  ethnicityAskedOn: PlainDate | null
  firstLanguage: string | null
  needsInterpreter: Generated<boolean>
  communication: string | null
  whatMatters: string | null
  bestWayToReach: string | null
  originatingServiceId: string | null
  matchKeys: string[]
  recordedAt: Generated<Instant>
  recordedBy: string | null
  middleNames: string | null
  gender: Generated<string>
  genderWords: string | null
  genderAsRegistered: Generated<string>
  religion: Generated<string>
  religionWords: string | null
  nationality: Generated<string>
  nationalityWords: string | null
  otherLanguages: string | null
  interpreterLanguage: string | null
  disability: Generated<string>
  disabilityWords: string | null
  speechLanguageNeeds: Generated<string>
  speechLanguageWords: string | null
  personId: string | null
  mergedIntoId: string | null
}

export interface ChildIdentifiersTable {
  serviceId: string
  id: Generated<string>
  childId: string
  kind: string
  value: string
  valueKey: string
  recordedAt: Generated<Instant | null>
  recordedBy: string | null
  withdrawnOn: PlainDate | null
  withdrawnBecause: string | null
}

export interface AlertsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  kind: string
  what: string
  whatToDo: string
  ownerId: string
  startedOn: PlainDate
  reviewOn: PlainDate
  endedOn: PlainDate | null
  endedBecause: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface CircumstancesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  kind: string
  value: string
  detail: string | null
  startedOn: PlainDate
  endedOn: PlainDate | null
  source: string
  recordedAt: Generated<Instant>
  recordedBy: string | null
  facts: Generated<unknown>
  withdrawnOn: PlainDate | null
  withdrawnBecause: string | null
}

export interface CircumstanceConfirmationsTable {
  serviceId: string
  id: Generated<string>
  circumstanceId: string
  confirmedOn: PlainDate
  source: string
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface PeopleTable {
  serviceId: string
  id: Generated<string>
  givenName: string
  familyName: string | null
  knownAs: string | null
  sex: Generated<string>
  genderShown: string | null
  bornOn: PlainDate | null
  diedOn: PlainDate | null
  phone: string | null
  email: string | null
  address: string | null
  organisation: string | null
  jobTitle: string | null
  matchKeys: Generated<string[]>
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface GenogramPiecesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  personId: string
  x: number | null
  y: number | null
  symbol: string | null
  words: string | null
  label: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface FamilyLinksTable {
  serviceId: string
  id: Generated<string>
  fromPersonId: string
  toPersonId: string
  kind: string
  nature: string
  startedOn: PlainDate | null
  endedOn: PlainDate | null
  withdrawnOn: PlainDate | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface RelationshipsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  personId: string
  kind: string
  hasParentalResponsibility: Generated<boolean>
  livesWithChild: Generated<boolean>
  mayBeContacted: Generated<boolean>
  note: string | null
  startedOn: PlainDate | null
  endedOn: PlainDate | null
}

export interface ChildSearchKeysTable {
  serviceId: string
  childId: string
  kind: string
  key: string
}

export interface SearchSpellingsTable {
  serviceId: string
  spelling: string
  key: string
}

export interface SearchesTable {
  serviceId: string
  id: Generated<string>
  staffId: string
  text: string
  searchedAt: Instant
}

export interface ChildSharesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  staffId: string
  startedOn: PlainDate
  endedOn: PlainDate | null
  reason: string
}

export interface ReferralsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  kind: string
  receivedOn: PlainDate
  referredBy: string
  policeContact: string | null
  admission: string | null
  victimKnown: boolean | null
  whatHappened: string
  closedOn: PlainDate | null
  closedBecause: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface DetentionsTable {
  serviceId: string
  id: Generated<string>
  referralId: string
  station: string | null
  arrivedAt: Instant
  releasedAt: Instant | null
  appropriateAdult: string | null
}

export interface OffencesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  title: string
  offenceGroup: string
  cjsCode: string | null
  occurredOn: PlainDate
  recordedAt: Generated<Instant>
}

export interface ReferralChecksTable {
  serviceId: string
  id: Generated<string>
  referralId: string
  kind: string
  result: string
  checkedOn: PlainDate
  note: string
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface PanelsTable {
  serviceId: string
  id: Generated<string>
  heldOn: PlainDate
  startsAt: string
  place: string
}

export interface PanelListingsTable {
  serviceId: string
  id: Generated<string>
  panelId: string
  referralId: string
  withdrawnOn: PlainDate | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface PanelAttendancesTable {
  serviceId: string
  id: Generated<string>
  panelId: string
  agency: string
  attended: boolean
  person: string | null
  reason: string | null
}

export interface AssessmentsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  interventionId: string | null
  reviewOf: string | null
  form: string
  formVersion: number
  answers: unknown
  deepens: string | null
  startedOn: PlainDate
  completedOn: PlainDate | null
  authorId: string
  countersignedOn: PlainDate | null
  countersignedBy: string | null
  countersignNote: string | null
}

export interface JudgementsTable {
  serviceId: string
  id: Generated<string>
  assessmentId: string
  kind: string
  level: string
  reasons: string
}

export interface OwnQuestionsTable {
  serviceId: string
  id: Generated<string>
  section: string
  title: string
  help: string | null
  type: string
  /** One a line. */
  choices: string | null
  startsOn: PlainDate
  endsOn: PlainDate | null
  recordedBy: string
  recordedAt: Generated<Instant>
}

export interface ExplanationsTable {
  serviceId: string
  id: Generated<string>
  referralId: string
  explainedOn: PlainDate
  explainedBy: string
  how: string
  childUnderstood: boolean
  childWords: string
  parentName: string
  parentUnderstood: boolean
  recordedAt: Generated<Instant>
}

export interface OutcomesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  panelId: string | null
  kind: string
  localName: string | null
  decidedOn: PlainDate
  decidedByService: string | null
  decidedByPolice: string | null
  court: string | null
  rationale: string | null
  weighedDiversity: string | null
  weighedSafety: string | null
  weighedWellbeing: string | null
  weighedRisk: string | null
  conditionsEndOn: PlainDate | null
  residence: string
  appeal: Generated<string>
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface OutcomeOffencesTable {
  serviceId: string
  outcomeId: string
  offenceId: string
}

export interface InterventionsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  kind: string
  startedOn: PlainDate
  endedOn: PlainDate | null
  result: string | null
  achieved: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface InterventionOutcomesTable {
  serviceId: string
  interventionId: string
  outcomeId: string
}

export interface AllocationsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  interventionId: string | null
  staffId: string
  startedOn: PlainDate
  endedOn: PlainDate | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
  role: Generated<string>
  reason: string | null
}

export interface PlansTable {
  serviceId: string
  id: Generated<string>
  childId: string
  interventionId: string
  previousPlanId: string | null
  writtenOn: PlainDate
  strengths: string
  easierForYou: string
  keepingSafe: string
  contingency: string
  restorative: string
  restorativeKind: string | null
  restorativeChoices: string | null
  restorativeReason: string | null
  exitPlan: string
  authorId: string
  reviewedOn: PlainDate | null
  reviewChildView: string | null
  reviewProgress: string | null
  recordedAt: Generated<Instant>
}

export interface PlanStepsTable {
  serviceId: string
  id: Generated<string>
  planId: string
  position: number
  goal: string
  step: string
  who: string
  byWhen: PlainDate | null
  progress: string | null
}

export interface ServiceAgreementsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  madeOn: PlainDate
  whatWePromise: string
  recordedBy: string | null
  recordedAt: Generated<Instant>
}

export interface SignaturesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  planId: string | null
  serviceAgreementId: string | null
  signatory: string
  signedName: string
  signedOn: PlainDate
  method: string
  contentHash: string
  recordedBy: string | null
  recordedAt: Generated<Instant>
}

export interface ContactsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  interventionId: string | null
  staffId: string
  kind: string
  plannedOn: PlainDate
  plannedTime: string | null
  place: string | null
  attendance: string | null
  sawChild: Generated<boolean>
  sawParent: Generated<boolean>
  note: string | null
  notedAt: Instant | null
  notedBy: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface RuleAgreementsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  ruleId: string
  subjectId: string
  grantedBy: string
  grantedByRole: string
  grantedOn: PlainDate
  untilOn: PlainDate | null
  reason: string
  childAgrees: boolean | null
  recordedAt: Generated<Instant>
}

export interface AgreementRequestsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  ruleId: string
  subjectId: string
  askedBy: string
  askedOn: PlainDate
  why: string
  answeredBy: string | null
  answeredOn: PlainDate | null
  agreementId: string | null
  declinedBecause: string | null
  recordedAt: Generated<Instant>
}

export interface CaseEventsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  referralId: string | null
  interventionId: string | null
  kind: string
  topic: string | null
  aboutId: string | null
  happenedOn: PlainDate
  reviewOn: PlainDate | null
  people: string | null
  note: string
  withdrawnOn: PlainDate | null
  withdrawnBecause: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface ToolResultsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  /** The event that was recorded together with it; null: no rule reads this tool. */
  eventId: string | null
  tool: string
  toolVersion: number
  doneOn: PlainDate
  answers: unknown
  withdrawnOn: PlainDate | null
  withdrawnBecause: string | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface PolicyChangesTable {
  serviceId: string
  id: Generated<string>
  ruleId: string
  parameter: string | null
  value: number | null
  isOn: boolean | null
  holdsFrom: PlainDate
  reason: string
  changedBy: string
  recordedAt: Generated<Instant>
}

export interface ClosedDaysTable {
  serviceId: string
  id: Generated<string>
  closedOn: PlainDate
  reason: string
  recordedBy: string
  recordedAt: Generated<Instant>
}

export interface DailyMailsTable {
  serviceId: string
  staffId: string
  mailedFor: PlainDate
  sentAt: Instant | null
}

export interface FeedbackTable {
  serviceId: string
  id: Generated<string>
  childId: string
  interventionId: string
  voice: string
  givenOn: PlainDate
  whatHelped: string
  whatToChange: string
  recordedBy: string | null
}

export interface ChronologiesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  copiedFromId: string | null
  title: string
  purpose: string | null
  audience: string | null
  pattern: string | null
  childView: string | null
  startedOn: PlainDate
  authorId: string
  finishedOn: PlainDate | null
  finishedBy: string | null
  contentHash: string | null
  recordedAt: Generated<Instant>
}

export interface ChronologyEntriesTable {
  serviceId: string
  id: Generated<string>
  chronologyId: string
  happenedOn: PlainDate
  sourceKind: string | null
  sourceId: string | null
  what: string | null
  toldBy: string | null
  whyItMatters: string | null
  removedOn: PlainDate | null
  recordedAt: Generated<Instant>
  recordedBy: string | null
}

export interface AccountsTable {
  serviceId: string
  id: Generated<string>
  staffId: string
  userName: string
  email: string | null
  passwordHash: string | null
  passwordChangedAt: Instant | null
  mustChangePassword: Generated<boolean>
  totpSecret: string | null
  totpLastStep: number | null
  secondFactorSince: Instant | null
  recoveryCodeHashes: Generated<string[]>
  sessionsValidFrom: Instant
}

export interface IdentityLinksTable {
  serviceId: string
  id: Generated<string>
  staffId: string
  issuer: string
  subject: string
  linkedAt: Instant
  endedAt: Instant | null
}

export interface SignInAttemptsTable {
  id: GeneratedAlways<number>
  userNameHash: string
  addressHash: string
  deviceHash: string | null
  at: Instant
  succeeded: Generated<boolean>
}

export interface RoleReachesTable {
  serviceId: string
  id: Generated<string>
  role: string
  reach: string
}

export interface RestrictionsTable {
  serviceId: string
  id: Generated<string>
  childId: string
  startedOn: PlainDate
  endedOn: PlainDate | null
  why: string
  contactId: string
  recordedBy: string | null
  recordedAt: Generated<Instant>
}

export interface RestrictionNamesTable {
  serviceId: string
  id: Generated<string>
  restrictionId: string
  staffId: string
}

export interface UrgentAccessesTable {
  serviceId: string
  id: Generated<string>
  restrictionId: string
  childId: string
  staffId: string
  reason: string
  grantedAt: Instant
  endsAt: Instant
}

export interface NoticesTable {
  serviceId: string
  id: Generated<string>
  staffId: string
  kind: string
  childId: string
  subjectId: string
  noticedAt: Instant
}

export interface ChildMergesTable {
  serviceId: string
  id: Generated<string>
  keptChildId: string
  mergedChildId: string
  reason: string
  fields: unknown
  mergedAt: Instant
  mergedBy: string
  undoneAt: Instant | null
  undoneBy: string | null
  undoneBecause: string | null
}

export interface ChildMergeRowsTable {
  serviceId: string
  id: Generated<string>
  mergeId: string
  tableName: string
  columnName: string
  rowId: string
  wasOf: string
}

export interface ChildMergeRestrictionsTable {
  serviceId: string
  id: Generated<string>
  mergeId: string
  restrictionId: string
  replacedRestrictionId: string | null
}

export interface NotDuplicatesTable {
  serviceId: string
  id: Generated<string>
  childId: string
  otherChildId: string
  reason: string
  answeredAt: Instant
  answeredBy: string
}
