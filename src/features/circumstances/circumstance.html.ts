import { formatDate } from '#domain/calendar/format-date.ts'
import { answerInWords, spellTitle } from '#domain/circumstances/describe-spell.ts'
import { kindOf } from '#domain/circumstances/kinds.ts'
import { circumstanceKinds, type CircumstanceKind } from '#domain/vocabulary/children.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { EarlierVersion } from '#records/circumstance-versions.ts'
import type { Circumstance, SpellContent } from '#records/circumstances.ts'
import { momentInWords } from '../moment-in-words.ts'
import {
  changeCircumstanceUrl,
  correctCircumstanceUrl,
  endCircumstanceUrl,
  stillTrueUrl,
  withdrawCircumstanceUrl,
} from './urls.ts'

interface SpellShown {
  readonly childId: string
  readonly spell: Circumstance
  readonly versions: readonly EarlierVersion[]
  readonly mayRecord: boolean
}

/** All that a spell says, what can be done with it, and what it said before. */
export function circumstanceBody({ childId, spell, versions, mayRecord }: SpellShown): Html {
  return html`<span class="govuk-caption-l">${circumstanceKinds[spell.kind]}</span>
    <h1 class="govuk-heading-l">${spellTitle(spell)}</h1>
    ${
      spell.withdrawnOn !== null &&
      insetText({
        content: html`<p class="govuk-body">
          Withdrawn on ${formatDate(spell.withdrawnOn)}: ${spell.withdrawnBecause}
        </p>`,
      })
    }
    ${summaryList({ rows: [...contentRows(spell.kind, spell), ...recordedRows(spell)] })}
    ${mayRecord && spell.withdrawnOn === null && steps(childId, spell)}
    ${versions.length > 0 && versionList(spell, versions)}`
}

interface WordRow {
  readonly key: string
  readonly value: string
}

function contentRows(kind: CircumstanceKind, spell: SpellContent): WordRow[] {
  const { main, facts } = kindOf(kind)
  return [
    { key: main.name, value: answerInWords(main, spell.value) },
    ...facts.flatMap(field => {
      const answer = spell.facts[field.id]
      return answer === undefined ? [] : [{ key: field.name, value: answerInWords(field, answer) }]
    }),
    ...(spell.detail === null ? [] : [{ key: 'Note', value: spell.detail }]),
    { key: 'From', value: formatDate(spell.startedOn) },
    ...(spell.endedOn === null
      ? []
      : [{ key: 'No longer so from', value: formatDate(spell.endedOn) }]),
    { key: 'Who told us', value: spell.source },
  ]
}

function recordedRows({ recordedAt, recordedByName, confirmed }: Circumstance): WordRow[] {
  const by = recordedByName === null ? '' : `, by ${recordedByName}`
  return [
    { key: 'Written down', value: `${momentInWords(recordedAt)}${by}` },
    ...(confirmed === null
      ? []
      : [{ key: 'Said again', value: `${formatDate(confirmed.on)}: ${confirmed.source}` }]),
  ]
}

function steps(childId: string, { id, endedOn }: Circumstance): Html {
  const link = (url: string, words: string) =>
    html`<li><a class="govuk-link" href="${url}">${words}</a></li>`
  return html`<ul class="govuk-list">
    ${
      endedOn === null &&
      html`${link(changeCircumstanceUrl(childId, id), 'Something changed')}
      ${link(stillTrueUrl(childId, id), 'Still true')}
      ${link(endCircumstanceUrl(childId, id), 'End it, nothing follows')}`
    }
    ${link(correctCircumstanceUrl(childId, id), 'Correct or complete it')}
    ${link(withdrawCircumstanceUrl(childId, id), 'Withdraw: recorded in error')}
  </ul>`
}

/** Each earlier version with only what was different. */
function versionList(spell: Circumstance, versions: readonly EarlierVersion[]): Html {
  const items = versions.map((version, index) => {
    const next: SpellContent = versions[index - 1] ?? spell
    return versionItem(spell.kind, version, next)
  })
  return html`<h2 class="govuk-heading-m">What it said before</h2>
    ${items}`
}

function versionItem(kind: CircumstanceKind, version: EarlierVersion, next: SpellContent): Html {
  const by = version.replacedByName === null ? '' : ` by ${version.replacedByName}`
  const now = new Map(contentRows(kind, next).map(row => [row.key, row.value]))
  const before = contentRows(kind, version)
  const names = new Set(before.map(row => row.key))
  const changed = before.filter(row => now.get(row.key) !== row.value)
  const added = [...now.keys()].filter(key => !names.has(key))
  const rows = [...changed, ...added.map(key => ({ key, value: 'Not said' }))]
  return html`<h3 class="govuk-heading-s">
      Until ${momentInWords(version.replacedAt)}, when it was changed${by}
    </h3>
    ${
      rows.length === 0
        ? html`<p class="govuk-body">It said the same, and had not been withdrawn.</p>`
        : summaryList({ rows })
    }`
}
