import { isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { CaseFacts } from '#domain/rules/case-facts.ts'
import { careStatuses, isLookedAfter, sexes } from '#domain/vocabulary/children.ts'
import { isEventKind } from '#domain/vocabulary/events.ts'
import { isOutcomeKind } from '#domain/vocabulary/outcomes.ts'
import {
  admissions,
  attendances,
  checkKinds,
  checkResults,
  contactKinds,
  interventionKinds,
  judgementKinds,
  judgementLevels,
  offenceGroups,
  signatories,
} from '#domain/vocabulary/work.ts'
import { readCode } from '../codes.ts'
import type { CaseRows, OpenCase } from './case-rows.ts'

/** Puts the rows that were read together, a case at a time. */
export function assembleCases(rows: CaseRows): CaseFacts[] {
  const index = indexRows(rows)
  return rows.cases.flatMap(one => {
    const child = index.children.get(one.childId)
    return child === undefined ? [] : [assembleCase(one, child, index)]
  })
}

type Index = ReturnType<typeof indexRows>

function indexRows(rows: CaseRows) {
  const interventions = new Map(rows.interventions.map(row => [row.id, row]))
  return {
    children: new Map(rows.children.map(child => [child.id, child])),
    referrals: new Map(rows.referrals.map(referral => [referral.id, referral])),
    interventionOf: (id: string | null) => {
      const row = id === null ? undefined : interventions.get(id)
      return row === undefined ? null : { ...row, kind: readCode(interventionKinds, row.kind) }
    },
    offences: groupBy(rows.offences, row => row.referralId),
    checks: groupBy(rows.checks, row => row.referralId),
    outcomes: byCase(rows.outcomes),
    allocations: byCase(rows.allocations),
    assessments: byCase(rows.assessments),
    plans: groupBy(rows.plans, row => row.interventionId),
    contacts: byCase(rows.contacts),
    events: byCase(rows.events),
    serviceAgreements: groupBy(rows.serviceAgreements, row => row.childId),
    agreements: groupBy(rows.agreements, row => row.childId),
  }
}

function assembleCase(one: OpenCase, child: ChildRow, index: Index): CaseFacts {
  const { referralId, interventionId } = one
  const referral = referralId === null ? undefined : index.referrals.get(referralId)
  const intervention = index.interventionOf(interventionId)
  const began = referral?.receivedOn ?? intervention?.startedOn ?? null
  return {
    caseId: referralId ?? interventionId ?? child.id,
    child: childOf(child, began),
    referral: referral === undefined ? null : referralOf(referral),
    intervention,
    offences: of(index.offences, referralId).map(offenceOf),
    checks: of(index.checks, referralId).map(checkOf),
    outcomes: index
      .outcomes(one)
      .flatMap(row => (isOutcomeKind(row.kind) ? [{ ...row, kind: row.kind }] : [])),
    allocations: index.allocations(one),
    assessments: index.assessments(one).map(row => ({
      ...row,
      judgements: row.judgements.map(judgementOf),
    })),
    plans: of(index.plans, interventionId).map(plan => ({
      ...plan,
      signatures: plan.signatures.map(signatureOf),
    })),
    contacts: index.contacts(one).map(contactOf),
    events: index.events(one).flatMap(eventOf),
    serviceAgreements: of(index.serviceAgreements, child.id).map(row => ({
      ...row,
      signatures: row.signatures.map(signatureOf),
    })),
    agreements: of(index.agreements, child.id),
  }
}

type ChildRow = CaseRows['children'][number]

function childOf(row: ChildRow, caseBegan: PlainDate | null): CaseFacts['child'] {
  const { workedWithSince, careStatuses: statuses, ...child } = row
  return {
    ...child,
    sex: readCode(sexes, row.sex),
    isLookedAfter: statuses.some(isLookedAfter),
    careStatuses: statuses.map(status => readCode(careStatuses, status)),
    wasKnownBefore:
      workedWithSince !== null && caseBegan !== null && isBefore(workedWithSince, caseBegan),
  }
}

function referralOf(row: CaseRows['referrals'][number]): CaseFacts['referral'] {
  const admission = row.admission === null ? null : readCode(admissions, row.admission)
  return { ...row, admission }
}

function offenceOf({ offenceGroup, ...offence }: CaseRows['offences'][number]) {
  return { ...offence, group: readCode(offenceGroups, offenceGroup) }
}

function checkOf({ kind, result, checkedOn }: CaseRows['checks'][number]) {
  return { kind: readCode(checkKinds, kind), result: readCode(checkResults, result), on: checkedOn }
}

function judgementOf({ kind, level }: CaseRows['assessments'][number]['judgements'][number]) {
  return { kind: readCode(judgementKinds, kind), level: readCode(judgementLevels, level) }
}

function signatureOf({ signatory, on }: CaseRows['plans'][number]['signatures'][number]) {
  return { signatory: readCode(signatories, signatory), on }
}

function contactOf(row: CaseRows['contacts'][number]) {
  return {
    ...row,
    kind: readCode(contactKinds, row.kind),
    attendance: row.attendance === null ? null : readCode(attendances, row.attendance),
  }
}

function eventOf({ kind, ...row }: CaseRows['events'][number]) {
  return isEventKind(kind) ? [{ ...row, kind }] : []
}

/** The rows of a group; none where there is nothing to look for. */
function of<Row>(groups: ReadonlyMap<string | null, Row[]>, key: string | null): Row[] {
  return key === null ? [] : (groups.get(key) ?? [])
}

interface RowOfCase {
  readonly id: string
  readonly referralId: string | null
  readonly interventionId: string | null
}

/** Rows of a case in the order read, each once, whether they name its referral, its intervention or both. */
function byCase<Row extends RowOfCase>(rows: readonly Row[]): (one: OpenCase) => Row[] {
  const ofReferral = groupBy(rows, row => row.referralId)
  const ofIntervention = groupBy(rows, row => row.interventionId)
  const positions = new Map(rows.map((row, position) => [row, position]))
  return ({ referralId, interventionId }) => {
    const underReferral = referralId === null ? [] : (ofReferral.get(referralId) ?? [])
    const underWork = interventionId === null ? [] : (ofIntervention.get(interventionId) ?? [])
    const found = [...underReferral, ...underWork]
    const once = new Map(found.map(row => [row.id, row]))
    // A group alone is in the order read already; two of them, or a row found twice, have to be brought into it.
    const isGroupAlone = underReferral.length === 0 || underWork.length === 0
    if (isGroupAlone && once.size === found.length) return found
    return [...once.values()].toSorted((a, b) => (positions.get(a) ?? 0) - (positions.get(b) ?? 0))
  }
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
