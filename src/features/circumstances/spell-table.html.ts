import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { spellFacts, spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKindList } from '#domain/circumstances/kinds.ts'
import { holdsOn } from '#domain/circumstances/spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { circumstanceUrl } from './urls.ts'

/** Every spell in words: kind by kind, the latest first. */
export function spellTable(
  childId: string,
  spells: readonly Circumstance[],
  today: PlainDate,
): Html {
  const inOrder = circumstanceKindList.flatMap(kind => spells.filter(spell => spell.kind === kind))
  return scrollingTable({
    caption: 'The same in words',
    captionClasses: 'govuk-table__caption--s',
    head: ['What', 'Which', 'From', 'Until', 'Who told us'],
    rows: inOrder.map(spell => [
      circumstanceKinds[spell.kind],
      whichCell(childId, spell),
      formatDate(spell.startedOn),
      untilOf(spell, today),
      spell.source,
    ]),
  })
}

/** What was recorded in error, with why: out of the picture and still to be read. */
export function withdrawnTable(childId: string, spells: readonly Circumstance[]): Html {
  return scrollingTable({
    caption: 'Withdrawn: recorded in error',
    captionClasses: 'govuk-table__caption--s',
    head: ['What', 'Which', 'Withdrawn', 'Why'],
    rows: spells.map(spell => [
      circumstanceKinds[spell.kind],
      whichCell(childId, spell),
      spell.withdrawnOn === null ? '' : formatDate(spell.withdrawnOn),
      spell.withdrawnBecause ?? '',
    ]),
  })
}

function whichCell(childId: string, spell: Circumstance): Html {
  const facts = spellFacts(spell)
  return html`<a class="govuk-link" href="${circumstanceUrl(childId, spell.id)}"
      >${spellTitle(spell)}</a
    >${facts !== '' && html`<br />${facts}`}`
}

function untilOf(spell: Circumstance, today: PlainDate): string {
  if (spell.endedOn !== null) return formatDate(spell.endedOn)
  return holdsOn(spell, today) ? 'Now' : 'No end recorded'
}
