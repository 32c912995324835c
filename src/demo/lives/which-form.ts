import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import { addDays, isBefore, type PlainDate } from '#domain/calendar/plain-date.ts'
import { findForm } from '#records/assessment-forms.ts'
import type { CaseLife } from './case-life.ts'

/** Out of court the short form, in the version of its day; for prevention that one and for a court the full one. */
export function formFor({ plan, making }: CaseLife, startedOn: PlainDate): FormDefinition {
  if (plan.source === 'direct' && plan.work?.kind === 'court-order') return formNamed('full', 1)
  if (plan.source === 'direct' && plan.work?.kind === 'prevention') {
    return formNamed('prevention-and-diversion', 1)
  }
  const isOld = isBefore(startedOn, addDays(making.today, -secondVersionDaysAgo))
  return formNamed('short', isOld ? 1 : 2)
}

/** The second version of the short form came in then. */
const secondVersionDaysAgo = 60

/** A version of a form. @throws Error when there is none */
export function formNamed(form: string, formVersion: number): FormDefinition {
  const found = findForm({ form, formVersion })
  if (found === undefined) throw new Error(`There is no form ${form} ${formVersion}`)
  return found
}
