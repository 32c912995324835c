import type { Answers } from '#domain/assessment/answers.ts'
import { doubts } from '#domain/assessment/still-true.ts'
import { spellTitle } from '#domain/circumstances/describe-spell.ts'
import { circumstanceKinds } from '#domain/vocabulary/children.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Assessment } from '#records/assessments.ts'
import type { Circumstance } from '#records/circumstances.ts'
import { changeUrlOf, stillTrueUrl } from '../circumstances/urls.ts'
import { asShown } from './still-true.ts'

/** What nobody was sure of while the assessment was written, as questions for the worker; nothing where there are none. */
export function openDoubts(
  childId: string,
  { answers, startedOn }: Pick<Assessment, 'startedOn'> & { readonly answers: Answers },
  circumstances: readonly Circumstance[],
): Html | null {
  const open = doubts(answers, circumstances.map(asShown), startedOn)
  if (open.length === 0) return null
  return html`<section class="app-card" aria-labelledby="doubts">
    <h2 class="app-card__title" id="doubts">To find out</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${open.map(
        spell => html`<li>
          ${circumstanceKinds[spell.kind]}: is “${spellTitle(spell)}” still true?<br />
          <a class="govuk-link" href="${stillTrueUrl(childId, spell.id)}"
            >It is<span class="govuk-visually-hidden"> still true: ${spellTitle(spell)}</span></a
          >
          or
          <a class="govuk-link" href="${changeUrlOf(childId, spell)}"
            >it has changed<span class="govuk-visually-hidden">: ${spellTitle(spell)}</span></a
          >
        </li>`,
      )}
    </ul>
  </section>`
}
