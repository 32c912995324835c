import type { TableName } from './part.ts'

/** Columns that name another record, and the table in which it must be. */
export const references: Readonly<Record<string, TableName>> = {
  teamId: 'teams',
  staffId: 'staff',
  recordedBy: 'staff',
  notedBy: 'staff',
  explainedBy: 'staff',
  authorId: 'staff',
  countersignedBy: 'staff',
  decidedByService: 'staff',
  decidedByPolice: 'staff',
  grantedBy: 'staff',
  askedBy: 'staff',
  answeredBy: 'staff',
  changedBy: 'staff',
  localName: 'outcomeNames',
  panelId: 'panels',
  relatedChildId: 'children',
  referralId: 'referrals',
  interventionId: 'interventions',
  agreementId: 'ruleAgreements',
  reviewOf: 'assessments',
  deepens: 'assessments',
  previousPlanId: 'plans',
  offenceIds: 'offences',
  outcomeIds: 'outcomes',
}
