import type { CircumstanceKind } from '#domain/vocabulary/children.ts'
import { assessmentSectionUrl } from '../assessments/urls.ts'
import { childUrl } from '../children/urls.ts'

/** Everything that was and is true of a child, on one time axis. */
export function circumstancesUrl(childId: string): string {
  return `${childUrl(childId)}/circumstances`
}

/** Records something new of a kind. */
export function newCircumstanceUrl(childId: string, kind: CircumstanceKind): string {
  return `${circumstancesUrl(childId)}/new/${kind}`
}

/** A move: the new address and the new kind of home in one form. */
export function moveHomeUrl(childId: string): string {
  return `${circumstancesUrl(childId)}/move`
}

/** Says again what is still true; with an id, that one is ticked already. */
export function stillTrueUrl(childId: string, circumstanceId?: string): string {
  const query = circumstanceId === undefined ? '' : `?of=${circumstanceId}`
  return `${circumstancesUrl(childId)}/still-true${query}`
}

/** One spell: all that it says, who said it again, what it said before. */
export function circumstanceUrl(childId: string, circumstanceId: string): string {
  return `${circumstancesUrl(childId)}/${circumstanceId}`
}

/** What is true instead from a day on: this one ends by itself. */
export function changeCircumstanceUrl(childId: string, circumstanceId: string): string {
  return `${circumstanceUrl(childId, circumstanceId)}/change`
}

/** Ends a spell, and nothing follows it. */
export function endCircumstanceUrl(childId: string, circumstanceId: string): string {
  return `${circumstanceUrl(childId, circumstanceId)}/end`
}

/** Writes a spell anew because it was written down wrong. */
export function correctCircumstanceUrl(childId: string, circumstanceId: string): string {
  return `${circumstanceUrl(childId, circumstanceId)}/correct`
}

/** Takes back a spell that was recorded in error. */
export function withdrawCircumstanceUrl(childId: string, circumstanceId: string): string {
  return `${circumstanceUrl(childId, circumstanceId)}/withdraw`
}

/** Where to say that a spell has changed: a home and the kind of home are asked together. */
export function changeUrlOf(
  childId: string,
  { id, kind }: { readonly id: string; readonly kind: string },
  from: FromSection = {},
): string {
  const isHome = kind === 'address' || kind === 'accommodation'
  return fromSection(isHome ? moveHomeUrl(childId) : changeCircumstanceUrl(childId, id), from)
}

/** The section of an assessment from which somebody came, and to which they go back. */
export interface FromSection {
  readonly assessment?: string | undefined
  readonly section?: string | undefined
}

/** The address with the way back to a section of an assessment. */
export function fromSection(url: string, { assessment, section }: FromSection): string {
  if (assessment === undefined || section === undefined) return url
  return `${url}?${new URLSearchParams({ assessment, section }).toString()}`
}

/** Where a change was begun: the section of an assessment, or the page of all that is true. */
export function backFrom(childId: string, { assessment, section }: FromSection): string {
  return assessment === undefined || section === undefined
    ? circumstancesUrl(childId)
    : assessmentSectionUrl(childId, assessment, section)
}
