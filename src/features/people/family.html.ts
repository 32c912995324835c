import { formatDate } from '#domain/calendar/format-date.ts'
import type { FamilyMember } from '#domain/family/family.ts'
import { parentNatures, partnerStatuses } from '#domain/vocabulary/family.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { KeptLink } from '#records/families.ts'
import { newCoupleUrl, newParentUrl, withdrawLinkUrl } from './urls.ts'

interface FamilyView {
  readonly childId: string
  readonly people: readonly FamilyMember[]
  readonly links: readonly KeptLink[]
  readonly mayRecord: boolean
}

/** Parents and couples as tables, and who has no place yet. */
export function familyBody(view: FamilyView): Html {
  const { childId, people, links, mayRecord } = view
  const names = namesOf(people)
  const linked = new Set(links.flatMap(link => [link.fromPersonId, link.toPersonId]))
  const unplaced = people.filter(({ id }) => !linked.has(id))
  const theChild = people.find(({ isTheChild }) => isTheChild)
  return html`<h1 class="govuk-heading-l">The family</h1>
    <p class="govuk-body">
      What is said here draws the family. It is the same in the file of every brother and sister.
    </p>
    ${unplacedList(
      view,
      unplaced.filter(({ isTheChild }) => !isTheChild),
    )}
    ${linkTable(view, names, {
      caption: 'Parents and children',
      nothing: 'Nobody’s parents are recorded yet.',
      kind: 'parent',
    })}
    ${linkTable(view, names, { caption: 'Couples', nothing: 'No couple is recorded.', kind: 'partner' })}
    ${
      mayRecord &&
      people.length > 1 &&
      html`<ul class="govuk-list">
        <li>
          <a class="govuk-link" href="${newParentUrl(childId, theChild?.id)}">Say who somebody’s parent is</a>
        </li>
        <li>
          <a class="govuk-link" href="${newCoupleUrl(childId)}">Say who is or was a couple</a>
        </li>
      </ul>`
    }`
}

function unplacedList(
  { childId, mayRecord }: FamilyView,
  people: readonly FamilyMember[],
): Html | null {
  if (people.length === 0) return null
  return html`<h2 class="govuk-heading-m">Without a place in the family yet</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${people.map(
        ({ id, name }) =>
          html`<li>
            ${
              mayRecord
                ? html`<a class="govuk-link" href="${newParentUrl(childId, id)}">Say who the parents of ${name} are</a>`
                : name
            }
          </li>`,
      )}
    </ul>`
}

function linkTable(
  { childId, links, mayRecord }: FamilyView,
  names: ReadonlyMap<string, string>,
  about: { readonly caption: string; readonly nothing: string; readonly kind: KeptLink['kind'] },
): Html {
  const rows = links.filter(({ kind }) => kind === about.kind)
  if (rows.length === 0) {
    return html`<h2 class="govuk-heading-m">${about.caption}</h2>
      <p class="govuk-body">${about.nothing}</p>`
  }
  const head =
    about.kind === 'parent' ? ['Parent', 'Child', 'How'] : ['One', 'The other', 'How and when']
  return scrollingTable({
    caption: about.caption,
    captionClasses: 'govuk-table__caption--m',
    head: mayRecord ? [...head, ''] : head,
    rows: rows.map(link => [
      names.get(link.fromPersonId) ?? '',
      names.get(link.toPersonId) ?? '',
      howWords(link),
      ...(mayRecord
        ? [
            html`<a class="govuk-link" href="${withdrawLinkUrl(childId, link.id)}"
              >Take back<span class="govuk-visually-hidden">
                ${names.get(link.fromPersonId)} and ${names.get(link.toPersonId)}</span
              ></a
            >`,
          ]
        : []),
    ]),
  })
}

/** How two people belong together, in words: "Divorced, from 1 May 2009 to 2 June 2015". */
export function howWords({ kind, nature, startedOn, endedOn }: KeptLink): string {
  const how = nameOf(kind === 'parent' ? parentNatures : partnerStatuses, nature)
  const from = startedOn === null ? '' : ` from ${formatDate(startedOn)}`
  const to = endedOn === null ? '' : ` to ${formatDate(endedOn)}`
  return from === '' && to === '' ? how : `${how},${from}${to}`
}

/** The name of each, by person. */
export function namesOf(people: readonly FamilyMember[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]))
}
