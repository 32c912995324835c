import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore, type PlainDate } from '../calendar/plain-date.ts'
import type { Policy } from '../rules/policy.ts'
import type { Exception } from '../rules/rule.ts'
import { lastDayOfAgreement } from './agreement-limit.ts'
import { whyNotAnswer, type Answerer, type AnswerTo } from './who-may-agree.ts'

/** An agreement as it is about to be given. */
export interface AskedAgreement {
  readonly exception: Exception
  readonly by: Answerer
  readonly about: AnswerTo & {
    /** Why there is nothing to agree to any more; null: there is. */
    readonly nothingLeft: string | null
  }
  /** The last day that it is to cover, inclusive; null: none was given. */
  readonly untilOn: PlainDate | null
  /** Null: not answered, or not asked. */
  readonly childAgrees: boolean | null
  readonly reason: string
  readonly today: PlainDate
  readonly policy: Policy
}

/** Why an agreement cannot be given, with the input that it is about; null as a field: nothing typed can change it. */
export interface AgreementRefusal {
  readonly field: 'untilOn' | 'childAgrees' | 'reason' | null
  readonly message: string
}

/**
 * Why somebody may not agree to go on without what a rule asks: everything that is wrong, in the order of the page; empty when they may.
 *
 * The same question is asked of a page and of an imported file.
 *
 * @source OM section 4.1, section 6.3, section 6.5
 */
export function whyNotAgree(asked: AskedAgreement): AgreementRefusal[] {
  const person = whyNotAnswer(asked.exception, asked.by, asked.about)
  const never = person ?? asked.about.nothingLeft
  if (never !== null) return [{ field: null, message: never }]
  return [...wrongDay(asked), ...childRefuses(asked), ...noReason(asked)]
}

function wrongDay({ exception, untilOn, today, policy }: AskedAgreement): AgreementRefusal[] {
  const refused = (message: string) => [{ field: 'untilOn', message } as const]
  if (untilOn === null) {
    return exception.untilQuestion === null ? [] : refused('Say until which day it is agreed.')
  }
  if (isBefore(untilOn, today)) return refused('The last day must be today or in the future.')
  const { dueOn, limit } = lastDayOfAgreement(exception, today, policy)
  if (!isAfter(untilOn, dueOn)) return []
  return refused(`The last day must be within ${limit}: ${formatDate(dueOn)} at the latest.`)
}

function childRefuses({ exception, childAgrees }: AskedAgreement): AgreementRefusal[] {
  if (!exception.childAgrees || childAgrees === true) return []
  const message =
    childAgrees === null
      ? 'Select whether the child agrees.'
      : 'The child has to agree too. Talk with them first.'
  return [{ field: 'childAgrees', message }]
}

function noReason({ reason }: AskedAgreement): AgreementRefusal[] {
  return reason.trim() === '' ? [{ field: 'reason', message: 'Write the reason.' }] : []
}
