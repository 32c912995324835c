import { isBefore, isOnOrBefore, plainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { askWorkers } from '#domain/interventions/allocate-work.ts'
import type { AssessmentFact, EventFact, OffenceFact } from '#domain/rules/case-facts.ts'
import { caseToAllocate, type CaseToAllocate } from '#domain/taking-on/allocation-facts.ts'
import { allocationGuards } from '#domain/taking-on/taking-on-rules.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { agreementsOf, isLookedAfterOn } from './decision-facts-of-line.ts'
import type { Checking } from './known-records.ts'

type Allocation = ChildLine['allocations'][number]

/**
 * Whether every case was given to workers who may hold it, as the page would have let it be given.
 *
 * @interpretation Asked as the record stood on the eve of the first day, since what is found later does not reach back. Allocations that
 * began on the last day of history or before come without it, as decisions do (docs/decisions/0007).
 */
export function checkAllocations(child: ChildLine, checking: Checking): Problem[] {
  const { historyUntil } = checking
  return child.allocations.flatMap((allocation, index) => {
    const startedOn = plainDate(allocation.startedOn)
    const isHistory = historyUntil !== null && isOnOrBefore(startedOn, historyUntil)
    if (allocation.role !== 'lead' || isHistory) return []
    return allocationProblems(child, allocation, checking).map(({ rule, reason }) => ({
      path: `allocations[${index}]`,
      rule,
      reason,
      rowId: allocation.id,
    }))
  })
}

function allocationProblems(
  child: ChildLine,
  allocation: Allocation,
  { known, policy }: Checking,
): Pick<Problem, 'rule' | 'reason'>[] {
  const startedOn = plainDate(allocation.startedOn)
  const second = secondOf(child, allocation)
  const worker = (id: string) => {
    const found = known.staff.get(id)
    return {
      id,
      isSupportRole: found?.isSupportRole ?? false,
      isTrainedInHarmfulSexualBehaviour: found?.isTrainedInHarmfulSexualBehaviour ?? false,
    }
  }
  const chosen = {
    lead: worker(allocation.staffId),
    second: second === undefined ? null : worker(second.staffId),
    changeReason: allocation.reason ?? '',
  }
  const about = caseOf(child, allocation, known)
  const decision = askWorkers(chosen, { about, guards: allocationGuards, policy }, startedOn)
  if (decision.kind === 'allocate') return []
  if (decision.kind === 'refused') {
    return decision.problems.map(({ message }) => ({ rule: 'allocation', reason: message }))
  }
  return decision.stops.flatMap(({ ruleId, missing }) =>
    missing.map(reason => ({ rule: ruleId, reason })),
  )
}

/** Who held the case with the worker from the first day on. */
function secondOf(child: ChildLine, allocation: Allocation): Allocation | undefined {
  return child.allocations.find(
    other =>
      other.role === 'second' &&
      isOfSameCase(other, allocation) &&
      other.startedOn <= allocation.startedOn &&
      (other.endedOn === undefined || other.endedOn > allocation.startedOn),
  )
}

function isOfSameCase(one: Allocation, other: Allocation): boolean {
  return one.referralId === other.referralId && one.interventionId === other.interventionId
}

function caseOf(
  child: ChildLine,
  allocation: Allocation,
  known: Checking['known'],
): CaseToAllocate {
  const startedOn = plainDate(allocation.startedOn)
  const work = child.interventions.find(({ id }) => id === allocation.interventionId)
  const referralId = allocation.referralId ?? work?.referralId
  const isOfCase = (row: {
    referralId?: string | undefined
    interventionId?: string | undefined
  }) =>
    (referralId !== undefined && row.referralId === referralId) ||
    (work !== undefined && row.interventionId === work.id)
  const before = (day: string) => isBefore(plainDate(day), startedOn)
  const facts = {
    caseId: referralId ?? work?.id ?? child.id,
    child: { sex: child.sex, isLookedAfter: isLookedAfterOn(child, startedOn) },
    assessments: child.assessments
      .filter(isOfCase)
      .filter(({ completedOn }) => completedOn !== undefined && before(completedOn))
      .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
      .map(assessmentFact),
    offences: child.referrals.find(({ id }) => id === referralId)?.offences.map(offenceFact) ?? [],
    events: child.events
      .filter(isOfCase)
      .filter(({ happenedOn, withdrawnOn }) => withdrawnOn === undefined && before(happenedOn))
      .toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))
      .map(eventFact),
    agreements: agreementsOf(child, known),
  }
  return caseToAllocate(facts, {
    current: holderBefore(child, allocation),
    addressDays: moves(child).filter(day => isBefore(day, startedOn)),
  })
}

function assessmentFact(one: ChildLine['assessments'][number]): AssessmentFact {
  return {
    id: one.id,
    authorId: one.authorId,
    form: one.form,
    startedOn: plainDate(one.startedOn),
    completedOn: one.completedOn === undefined ? null : plainDate(one.completedOn),
    reviewOf: one.reviewOf ?? null,
    countersignedOn: one.countersignedOn === undefined ? null : plainDate(one.countersignedOn),
    judgements: one.judgements,
  }
}

function offenceFact(one: ChildLine['offences'][number]): OffenceFact {
  const { id, title, offenceGroup } = one
  return { id, title, group: offenceGroup, occurredOn: plainDate(one.occurredOn) }
}

function eventFact(one: ChildLine['events'][number]): EventFact {
  return {
    id: one.id,
    kind: one.kind,
    topic: one.topic ?? null,
    aboutId: one.aboutId ?? null,
    on: plainDate(one.happenedOn),
    reviewOn: one.reviewOn === undefined ? null : plainDate(one.reviewOn),
  }
}

/** Who held the same case until the worker began; nobody where it was free. */
function holderBefore(child: ChildLine, allocation: Allocation): CaseToAllocate['current'] {
  const before = child.allocations.find(
    other =>
      other !== allocation &&
      other.role === 'lead' &&
      isOfSameCase(other, allocation) &&
      other.endedOn === allocation.startedOn &&
      other.startedOn < allocation.startedOn,
  )
  if (before === undefined) return null
  return { staffId: before.staffId, startedOn: plainDate(before.startedOn) }
}

/** The first days of the addresses after the first one. */
function moves(child: ChildLine): PlainDate[] {
  const days = child.circumstances
    .filter(({ kind, withdrawnOn }) => kind === 'address' && withdrawnOn === undefined)
    .map(one => one.startedOn)
  return days.toSorted().slice(1).map(plainDate)
}
