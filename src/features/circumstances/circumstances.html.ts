import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { circumstanceKindList } from '#domain/circumstances/kinds.ts'
import type { RecordQuestion } from '#domain/circumstances/question.ts'
import { holdsOn } from '#domain/circumstances/spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { details } from '#platform/views/components/details.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { trueNowList } from './true-now.html.ts'
import { circumstancesAxis } from './axis.html.ts'
import { questionList } from './questions.html.ts'
import { spellTable, withdrawnTable } from './spell-table.html.ts'
import { moveHomeUrl, newCircumstanceUrl, stillTrueUrl } from './urls.ts'

interface CircumstancesShown {
  readonly childId: string
  /** Those that were withdrawn among them. */
  readonly spells: readonly Circumstance[]
  readonly questions: readonly RecordQuestion[]
  readonly today: PlainDate
  readonly mayRecord: boolean
}

/** What is true now, what the record asks about itself, the picture, and everything in a table. */
export function circumstancesBody(shown: CircumstancesShown): Html {
  const { childId, spells, questions, today, mayRecord } = shown
  const standing = spells.filter(({ withdrawnOn }) => withdrawnOn === null)
  const withdrawn = spells.filter(({ withdrawnOn }) => withdrawnOn !== null)
  const now = circumstanceKindList.flatMap(kind =>
    standing.filter(spell => spell.kind === kind && holdsOn(spell, today)),
  )
  return html`<h1 class="govuk-heading-l">What was and is true</h1>
    <div class="app-child-grid">
      <div class="app-child-grid__main">
        <section>
          <h2 class="govuk-heading-m">What is true now</h2>
          ${
            now.length === 0
              ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
              : trueNowList(childId, now, mayRecord)
          }
        </section>
      </div>
      <div class="app-child-grid__side">
        ${questionList(childId, questions, mayRecord)} ${mayRecord && waysToRecord(childId)}
      </div>
    </div>
    ${
      standing.length > 0 &&
      html`<section>
        <h2 class="govuk-heading-m">On one axis of time</h2>
        ${circumstancesAxis(standing, today)} ${spellTable(childId, standing, today)}
      </section>`
    }
    ${withdrawn.length > 0 && withdrawnTable(childId, withdrawn)}`
}

function waysToRecord(childId: string): Html {
  return html`<section class="app-card">
    <h2 class="app-card__title">Record</h2>
    <ul class="govuk-list">
      <li><a class="govuk-link" href="${moveHomeUrl(childId)}">A move of home</a></li>
      <li>
        <a class="govuk-link" href="${stillTrueUrl(childId)}">What somebody said is still true</a>
      </li>
    </ul>
    ${details({
      summary: 'Add something new',
      content: html`<ul class="govuk-list">
        ${circumstanceKindList.map(
          kind =>
            html`<li>
              <a class="govuk-link" href="${newCircumstanceUrl(childId, kind)}"
                >${circumstanceKinds[kind]}</a
              >
            </li>`,
        )}
      </ul>`,
    })}
  </section>`
}
