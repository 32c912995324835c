import type { PlainDate } from '#domain/calendar/plain-date.ts'

/** As much of a child as it takes to tell whether two records are about the same one. */
export type Person = {
  readonly id?: string | undefined
  readonly givenName: string
  readonly familyName: string
  /** Known-as, middle and former names. */
  readonly otherNames?: readonly string[] | undefined
  readonly bornOn?: PlainDate | null | undefined
  readonly identifiers: readonly Identifier[]
  readonly postcode?: string | null | undefined
}

/** A number by which another system knows the child. Kinds are compared as they stand: `pnc`, `nhs`. */
export type Identifier = { readonly kind: string; readonly value: string }
