import type { FlatLine } from '../flat-rows.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'
import { checkAges } from './check-ages.ts'
import { checkAgreements } from './check-agreements.ts'
import { checkAllocations } from './check-allocations.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkAssessments, checkPlans, checkServiceAgreements } from './check-documents.ts'
import { checkEvents } from './check-events.ts'
import { checkMerges } from './check-merges.ts'
import { checkSingleAssessment } from './check-single-assessment.ts'
import { checkReferences } from './check-references.ts'
import { checkAlerts, checkIdentifiers } from './check-identity.ts'
import { checkRows } from './check-rows.ts'
import { checkContacts, checkInterventions } from './check-work.ts'
import type { Checking } from './known-records.ts'

/** Everything that is wrong with a child's line. What a page would refuse is refused here by the same functions of `domain/`. */
export function checkChild(child: ChildLine, flat: FlatLine, checking: Checking): Problem[] {
  const { known, today } = checking
  const plain = [...checkReferences(flat, known), ...checkRows(flat.rows, today)]
  // The guards speak of records that are there and days that make sense.
  if (plain.length > 0) return plain
  return [
    ...checkIdentifiers(child),
    ...checkAlerts(child),
    ...checkMerges(child),
    ...checkAges(child, today),
    ...checkDecisions(child, checking),
    ...checkAgreements(child, checking),
    ...checkAllocations(child, checking),
    ...checkInterventions(child),
    ...checkContacts(child, checking),
    ...checkEvents(child, checking),
    ...checkAssessments(child),
    ...checkPlans(child, checking),
    ...checkSingleAssessment(child, checking),
    ...checkServiceAgreements(child),
  ]
}
