import { z } from 'zod'
import { sexes } from '#domain/vocabulary/children.ts'
import { familyLinkKinds, parentNatures, partnerStatuses } from '#domain/vocabulary/family.ts'
import { code, date, id, instant, text } from './fields.ts'

export const person = z.strictObject({
  id,
  givenName: text,
  familyName: text.optional(),
  knownAs: text.optional(),
  sex: code(sexes),
  genderShown: text.optional(),
  bornOn: date.optional(),
  diedOn: date.optional(),
  phone: text.optional(),
  email: text.optional(),
  address: text.optional(),
  organisation: text.optional(),
  jobTitle: text.optional(),
  recordedAt: instant,
  recordedBy: id.optional(),
})

const natures: Readonly<Record<string, object>> = {
  parent: parentNatures,
  partner: partnerStatuses,
}

export const familyLink = z.strictObject({
  id,
  fromPersonId: id,
  toPersonId: id,
  kind: code(familyLinkKinds),
  nature: text,
  startedOn: date.optional(),
  endedOn: date.optional(),
  withdrawnOn: date.optional(),
  recordedAt: instant,
  recordedBy: id.optional(),
})

/** A person may be around several children, so they stand before them on a line of their own. */
export const personLine = z
  .strictObject({ record: z.literal('person'), ...person.shape })
  .meta({ id: 'person' })

/** Two people who are a family, after all people. For a parent, `fromPersonId` is the parent. */
export const familyLinkLine = z
  .strictObject({ record: z.literal('family-link'), ...familyLink.shape })
  .refine(one => Object.hasOwn(natures[one.kind] ?? {}, one.nature), {
    path: ['nature'],
    error: 'is not one of those of its kind',
  })
  .refine(one => one.fromPersonId !== one.toPersonId, {
    path: ['toPersonId'],
    error: 'is the same person',
  })
  .meta({ id: 'familyLink' })
