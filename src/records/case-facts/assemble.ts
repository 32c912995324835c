import type { CaseFacts } from '#domain/rules/case-facts.ts'
import { isOutcomeKind } from '#domain/vocabulary/outcomes.ts'
import {
  attendances,
  contactKinds,
  interventionKinds,
  signatories,
} from '#domain/vocabulary/work.ts'
import { readCode } from '../codes.ts'
import type { AroundCases } from './around-cases.ts'
import type { OpenCase } from './open-case.ts'

/** Puts the rows that were read together, a case at a time. */
export function assembleCases(cases: readonly OpenCase[], around: AroundCases): CaseFacts[] {
  const index = indexRows(around)
  return cases.flatMap(one => {
    const child = index.children.get(one.childId)
    return child === undefined ? [] : [assembleCase(one, child, index)]
  })
}

type Index = ReturnType<typeof indexRows>

function indexRows(around: AroundCases) {
  const documentSignatures = groupBy(around.signatures, row => row.documentId)
  const interventions = new Map(around.interventions.map(row => [row.id, row]))
  return {
    children: new Map(around.children.map(child => [child.id, child])),
    referrals: new Map(around.referrals.map(referral => [referral.id, referral])),
    interventionOf: (id: string | null) => {
      const row = id === null ? undefined : interventions.get(id)
      return row === undefined ? null : { ...row, kind: readCode(interventionKinds, row.kind) }
    },
    outcomes: byCase(around.outcomes),
    allocations: byCase(around.allocations),
    assessments: byCase(around.assessments),
    plans: groupBy(around.plans, row => row.interventionId),
    contacts: byCase(around.contacts),
    serviceAgreements: groupBy(around.serviceAgreements, row => row.childId),
    agreements: groupBy(around.agreements, row => row.childId),
    signaturesOf: (documentId: string) =>
      (documentSignatures.get(documentId) ?? []).map(({ signatory, on }) => ({
        signatory: readCode(signatories, signatory),
        on,
      })),
  }
}

function assembleCase(one: OpenCase, child: CaseFacts['child'], index: Index): CaseFacts {
  const { referralId, interventionId } = one
  const referral = referralId === null ? undefined : index.referrals.get(referralId)
  const intervention = index.interventionOf(interventionId)
  return {
    caseId: referralId ?? interventionId ?? child.id,
    child,
    referral: referral ?? null,
    intervention,
    outcomes: index
      .outcomes(one)
      .flatMap(row => (isOutcomeKind(row.kind) ? [{ ...row, kind: row.kind }] : [])),
    allocations: index.allocations(one),
    assessments: index.assessments(one),
    plans: (interventionId === null ? [] : (index.plans.get(interventionId) ?? [])).map(plan => ({
      ...plan,
      signatures: index.signaturesOf(plan.id),
    })),
    contacts: index.contacts(one).map(row => ({
      ...row,
      kind: readCode(contactKinds, row.kind),
      on: row.plannedOn,
      attendance: row.attendance === null ? null : readCode(attendances, row.attendance),
    })),
    serviceAgreements: (index.serviceAgreements.get(child.id) ?? []).map(row => ({
      ...row,
      signatures: index.signaturesOf(row.id),
    })),
    agreements: index.agreements.get(child.id) ?? [],
  }
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
