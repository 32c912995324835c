import { formatDate } from '#domain/calendar/format-date.ts'
import { spellFacts, spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { changeUrlOf } from './urls.ts'

/** What is true of the child now, each with its source, and the way to say that it changed. */
export function trueNowList(
  childId: string,
  spells: readonly Circumstance[],
  mayRecord: boolean,
): Html {
  const rows = spells.map(spell => spellRow(childId, spell, mayRecord))
  return summaryList({ rows, classes: 'govuk-summary-list--no-border' })
}

function spellRow(childId: string, spell: Circumstance, mayRecord: boolean): SummaryListRow {
  const facts = spellFacts(spell)
  const said = spell.confirmed === null ? '' : `, said again ${formatDate(spell.confirmed.on)}`
  const value = html`<strong>${spellTitle(spell)}</strong>${facts !== '' && html`<br />${facts}`}${
    spell.detail !== null && html`<br />${spell.detail}`
  }<br /><span class="govuk-hint"
      >Since ${formatDate(spell.startedOn)}. Source: ${spell.source}${said}</span
    >`
  return {
    key: circumstanceKinds[spell.kind],
    value,
    actions: mayRecord && spell.endedOn === null ? [change(childId, spell)] : [],
  }
}

function change(childId: string, spell: Circumstance) {
  return {
    href: changeUrlOf(childId, spell),
    content: 'Change',
    visuallyHiddenText: `${circumstanceKinds[spell.kind].toLowerCase()}, ${spellTitle(spell)}`,
  }
}
