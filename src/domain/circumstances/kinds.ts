import { circumstanceKinds, type CircumstanceKind } from '../vocabulary/children.ts'
import type { KindDeclaration } from './circumstance-kind.ts'
import { accommodation } from './kinds/accommodation.ts'
import { address } from './kinds/address.ts'
import { careStatus } from './kinds/care-status.ts'
import { education } from './kinds/education.ts'
import { exclusion } from './kinds/exclusion.ts'
import { exploitationConcern } from './kinds/exploitation-concern.ts'
import { health } from './kinds/health.ts'
import { immigrationStatus } from './kinds/immigration-status.ts'
import { legalStatus } from './kinds/legal-status.ts'
import { mentalHealth } from './kinds/mental-health.ts'
import { nrm } from './kinds/nrm.ts'
import { specialNeed } from './kinds/special-need.ts'
import { substanceUse } from './kinds/substance-use.ts'

const declarations: Readonly<Record<CircumstanceKind, KindDeclaration>> = {
  address,
  accommodation,
  'care-status': careStatus,
  education,
  exclusion,
  'special-need': specialNeed,
  health,
  'mental-health': mentalHealth,
  'substance-use': substanceUse,
  'exploitation-concern': exploitationConcern,
  nrm,
  'legal-status': legalStatus,
  'immigration-status': immigrationStatus,
}

/** Every kind, in the order in which a page lists them. */
export const circumstanceKindList = Object.keys(circumstanceKinds) as CircumstanceKind[]

/** What a kind asks and how it reads. */
export function kindOf(kind: CircumstanceKind): KindDeclaration {
  return declarations[kind]
}
