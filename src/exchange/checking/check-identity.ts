import { readIdentifier } from '#domain/identifiers/read-identifier.ts'
import type { ChildLine } from '../format/child-line.ts'
import type { Problem } from '../reading/problem.ts'

/**
 * Whether the numbers by which others know the child can be right, as the pages ask. One that was taken back is not asked: it may have been
 * taken back because it was wrong.
 */
export function checkIdentifiers(child: ChildLine): Problem[] {
  return child.identifiers.flatMap(({ id, kind, value, withdrawnOn, withdrawnBecause }, index) => {
    const at = { path: `identifiers[${index}].value`, rule: 'identifier', rowId: id }
    if ((withdrawnOn === undefined) !== (withdrawnBecause === undefined)) {
      return [
        {
          ...at,
          reason:
            'A number that was taken back says when and why, and one that stands says neither',
        },
      ]
    }
    const reading = withdrawnOn === undefined ? readIdentifier(kind, value) : null
    return reading?.kind === 'wrong' ? [{ ...at, reason: reading.message }] : []
  })
}

/** Whether each alert says why it ended, and is looked at again after it began. */
export function checkAlerts(child: ChildLine): Problem[] {
  return child.alerts.flatMap(({ id, startedOn, reviewOn, endedOn, endedBecause }, index) => {
    const at = (field: string) => ({ path: `alerts[${index}].${field}`, rule: 'alert', rowId: id })
    if ((endedOn === undefined) !== (endedBecause === undefined)) {
      return [
        {
          ...at('endedBecause'),
          reason: 'An alert that ended says why, and one that stands says neither',
        },
      ]
    }
    return reviewOn > startedOn
      ? []
      : [{ ...at('reviewOn'), reason: 'An alert is looked at again after the day it began' }]
  })
}
