import { whyNotRestrict, type NamedPerson } from '../access/restricted.ts'

/** A record for named people only. */
export interface NamedOnly {
  readonly why: string
  readonly contactId: string
  readonly named: readonly NamedPerson[]
}

/** What becomes of restrictions when two records are merged. */
export type RestrictionOfBoth =
  /** The kept record stays as open, or as restricted, as it is. */
  | { readonly kind: 'as-kept' }
  /** The kept record is for these people from now on. */
  | { readonly kind: 'new'; readonly restriction: NamedOnly }
  | { readonly kind: 'refused'; readonly message: string }

/**
 * Who may open the merged record: nobody who could not open both before.
 *
 * @param merging who merges them: has to be among those named, for urgent access is for reading
 */
export function restrictionOfBoth(
  kept: NamedOnly | undefined,
  merged: NamedOnly | undefined,
  merging: string,
): RestrictionOfBoth {
  const both = stricter(kept, merged)
  if (both === undefined) return { kind: 'as-kept' }
  if (!both.named.some(({ id }) => id === merging)) {
    return {
      kind: 'refused',
      message:
        'A record is for named people only, and you are not one of them. Ask somebody who is to merge the records.',
    }
  }
  if (whyNotRestrict(both.contactId, both.named) !== null) {
    return {
      kind: 'refused',
      message:
        'Both records are for named people only, and no manager may open both. Name a manager in each first.',
    }
  }
  const isAsKept = both.named.length === kept?.named.length
  return isAsKept ? { kind: 'as-kept' } : { kind: 'new', restriction: both }
}

function stricter(kept: NamedOnly | undefined, merged: NamedOnly | undefined) {
  if (kept === undefined || merged === undefined) return kept ?? merged
  const ids = new Set(merged.named.map(({ id }) => id))
  const named = kept.named.filter(({ id }) => ids.has(id))
  const contacts = [kept.contactId, merged.contactId, ...named.map(({ id }) => id)]
  const contactId = contacts.find(id => named.some(one => one.id === id)) ?? kept.contactId
  return { why: kept.why, contactId, named }
}
