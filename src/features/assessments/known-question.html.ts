import type { KnownFactsQuestion } from '#domain/assessment/form-definition.ts'
import { recordParts, type RecordPart } from '#domain/assessment/record-facts.ts'
import { stillTrueAnswers } from '#domain/assessment/still-true.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { isAfter, type PlainDate } from '#domain/calendar/plain-date.ts'
import { spellFacts, spellTitle } from '#domain/circumstances/describe-spell.ts'
import {
  circumstanceKinds,
  relationshipKinds,
  type CircumstanceKind,
} from '#domain/vocabulary/children.ts'
import { circumstanceSources } from '#domain/vocabulary/circumstances.ts'
import { disabilityAnswers, speechLanguageAnswers } from '#domain/vocabulary/identity.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers } from '#platform/views/ask.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { fromSection, newCircumstanceUrl, type FromSection } from '../circumstances/urls.ts'
import { identityPartUrl } from '../identity/urls.ts'
import { peopleUrl } from '../people/urls.ts'
import type { KnownPerson } from './known-person.ts'
import { stillTrueName, whoSaid } from './still-true.ts'

/** What the record holds, as a section shows it among its questions. */
export interface ShownRecord {
  readonly childId: string
  readonly circumstances: readonly Circumstance[]
  /** Of them, those that are asked “Still true?”. */
  readonly asked: readonly Circumstance[]
  readonly person: KnownPerson
  readonly from: FromSection
  /** The day of the assessment that this one reviews; null where it is no review. */
  readonly since: PlainDate | null
}

/** What the record holds in the place of a question. Of each spell it is asked whether it is still true, and nothing is typed again. */
export function knownQuestion(
  shown: ShownForm,
  question: KnownFactsQuestion,
  known: ShownRecord,
): Html {
  const { title, circumstances: kinds, record = [] } = question
  const spells = known.circumstances.filter(({ kind }) => kinds.includes(kind))
  const isAsking = spells.some(spell => known.asked.includes(spell))
  const nothing = kinds.filter(kind => spells.every(spell => spell.kind !== kind))
  return html`<div class="app-card app-card--quiet">
    <h2 class="app-card__title">${title}</h2>
    ${spells.map(spell => knownSpell(shown, spell, known))} ${isAsking && askWhoSaid(shown)}
    ${nothing.length > 0 && nothingKnown(nothing as CircumstanceKind[], known)}
    ${record.map(part => recordPart(part, known))}
  </div>`
}

function knownSpell(shown: ShownForm, spell: Circumstance, known: ShownRecord): Html {
  const facts = spellFacts(spell)
  const { confirmed } = spell
  const isNew = known.since !== null && isAfter(spell.startedOn, known.since)
  const said =
    confirmed === null ? '' : `, said again ${formatDate(confirmed.on)} (${confirmed.source})`
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      ${nameOf(circumstanceKinds, spell.kind)}
      ${isNew && tag({ content: 'New since last time', classes: 'govuk-tag--yellow' })}
    </h3>
    <p class="govuk-body govuk-!-margin-bottom-2">
      <strong>${spellTitle(spell)}</strong>${facts !== '' && html`. ${facts}`}${
        spell.detail !== null && html`<br />${spell.detail}`
      }<br /><span class="govuk-hint govuk-!-font-size-16"
        >Since ${formatDate(spell.startedOn)}. Source: ${spell.source}${said}</span
      >
    </p>
    ${known.asked.includes(spell) && askStillTrue(shown, spell)}`
}

function askStillTrue(shown: ShownForm, spell: Circumstance): Html {
  const about = `${nameOf(circumstanceKinds, spell.kind)}, ${spellTitle(spell)}`
  const title = html`Still true?<span class="govuk-visually-hidden"> ${about}</span>`
  return html`${ask(shown).one(stillTrueName(spell.id), title, offers(stillTrueAnswers), { inline: true })}`
}

function askWhoSaid(shown: ShownForm): Html {
  const question = ask(shown)
  const who = offers(circumstanceSources).map(offer =>
    offer.value === 'other'
      ? { ...offer, conditional: question.text(whoSaid.other, 'Who said it?') }
      : offer,
  )
  return question.one(whoSaid.source, 'Who said that it is still true?', who, {
    size: 's',
    hint: 'Asked once for all of them. A change is written down after you save.',
  })
}

function nothingKnown(kinds: readonly CircumstanceKind[], { childId, from }: ShownRecord): Html {
  return html`<p class="govuk-body govuk-!-margin-bottom-1">Nothing recorded of:</p>
    <ul class="govuk-list">
      ${kinds.map(
        kind => html`<li>
          ${circumstanceKinds[kind]}:
          <a class="govuk-link" href="${fromSection(newCircumstanceUrl(childId, kind), from)}"
            >Add<span class="govuk-visually-hidden"> ${circumstanceKinds[kind].toLowerCase()}</span></a
          >
        </li>`,
      )}
    </ul>`
}

function recordPart(part: RecordPart, known: ShownRecord): Html {
  const { childId, person } = known
  const rows = part === 'identity' ? identityRows(person) : peopleRows(person)
  const url = part === 'identity' ? identityPartUrl(childId, 'communication') : peopleUrl(childId)
  return html`${
    rows.length === 0
      ? html`<p class="govuk-body">Nothing recorded yet.</p>`
      : summaryList({ rows, classes: 'govuk-summary-list--no-border' })
  }
  <p class="govuk-body">
    <a class="govuk-link" href="${url}"
      >Change or add<span class="govuk-visually-hidden">: ${recordParts[part]}</span></a
    >
  </p>`
}

function identityRows(person: KnownPerson): SummaryListRow[] {
  const { firstLanguage, otherLanguages, needsInterpreter } = person
  const languages = [firstLanguage, otherLanguages, needsInterpreter ? 'interpreter needed' : null]
  return [
    ...line('Languages', languages),
    ...line('How they understand best', [person.communication]),
    ...line('Speech, language and communication', [
      speechLanguageAnswers[person.speechLanguageNeeds],
      person.speechLanguageWords,
    ]),
    ...line('Disability or long-term condition', [
      disabilityAnswers[person.disability],
      person.disabilityWords,
    ]),
    ...line('What matters to them', [person.whatMatters]),
  ]
}

function line(key: string, said: readonly (string | null)[]): SummaryListRow[] {
  const value = said.filter(one => one !== null && one !== '').join(', ')
  return value === '' ? [] : [{ key, value }]
}

function peopleRows({ atHome }: KnownPerson): SummaryListRow[] {
  return atHome.map(({ name, kind, hasParentalResponsibility }) => ({
    key: nameOf(relationshipKinds, kind),
    value: html`${name}${hasParentalResponsibility && html`<br /><span class="govuk-hint govuk-!-font-size-16">Has parental responsibility</span>`}`,
  }))
}
