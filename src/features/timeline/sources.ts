import { may, type Role } from '#domain/access/permissions.ts'
import type { TimelineSource } from './source.ts'
import { agreements, requests } from './sources/agreements.ts'
import { allocations } from './sources/allocations.ts'
import { assessments } from './sources/assessments.ts'
import { chronologies } from './sources/chronologies.ts'
import { circumstances } from './sources/circumstances.ts'
import { contacts } from './sources/contacts.ts'
import { decisions } from './sources/decisions.ts'
import { events } from './sources/events.ts'
import { explanations } from './sources/explanations.ts'
import { feedback } from './sources/feedback.ts'
import { offences } from './sources/offences.ts'
import { panels } from './sources/panels.ts'
import { people } from './sources/people.ts'
import { plans, reviews } from './sources/plans.ts'
import { referrals } from './sources/referrals.ts'
import { serviceAgreements } from './sources/service-agreements.ts'
import { signatures } from './sources/signatures.ts'
import { work } from './sources/work.ts'

/** Every kind of thing on a timeline, in the order of the filter. A new kind is one file and one line here. */
export const sources: readonly TimelineSource[] = [
  contacts,
  events,
  circumstances,
  people,
  offences,
  referrals,
  panels,
  decisions,
  explanations,
  work,
  allocations,
  assessments,
  plans,
  signatures,
  reviews,
  serviceAgreements,
  agreements,
  requests,
  feedback,
  chronologies,
]

const byKind = new Map(sources.map(source => [source.kind, source]))

/** The kinds that a role may see. */
export function sourcesFor(role: Role): TimelineSource[] {
  return sources.filter(({ permission }) => may(role, permission))
}

/** The source with this code, or undefined. */
export function findSource(kind: string): TimelineSource | undefined {
  return byKind.get(kind)
}
