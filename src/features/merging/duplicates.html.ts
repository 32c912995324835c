import { formatDate } from '#domain/calendar/format-date.ts'
import { details } from '#platform/views/components/details.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childUrl } from '../children/urls.ts'
import { momentInWords } from '../moment-in-words.ts'
import type { AnsweredPair } from './answered-pairs.ts'
import type { LikelyPair, PairedChild } from './likely-pairs.ts'
import { counted } from './field-names.ts'
import { duplicatesUrl, mergeUrl, notSameUrl } from './urls.ts'

interface Duplicates {
  readonly pairs: readonly LikelyPair[]
  /** Pairs that are not shown because little speaks for them. */
  readonly weaker: number
  readonly answered: readonly AnsweredPair[]
}

/** As many as a person can look through; the strongest come first. */
const mostShown = 50

/** Each pair with what speaks for it, and the ways on: look at both, or say that they are two children. */
export function duplicatesBody({ pairs, weaker, answered }: Duplicates): Html {
  return html`<h1 class="govuk-heading-l">Children who may be recorded twice</h1>
    <p class="govuk-body-l">
      Two records of one child split what is known. Look at both, then make them one, or say that they
      are two children.
    </p>
    ${pairs.length === 0 && html`<p class="govuk-body">No two records look like the same child.</p>`}
    ${
      pairs.length > mostShown &&
      html`<p class="govuk-body">
        These are the ${mostShown} strongest of ${pairs.length}. Others follow when these are answered.
      </p>`
    }
    ${pairs.slice(0, mostShown).map(pairCard)}
    ${
      weaker > 0 &&
      html`<p class="govuk-body">
        <a class="govuk-link" href="${duplicatesUrl}?also=possible"
          >Show ${weaker} more where less speaks for it</a
        >
        Most of these are brothers, sisters or children who share a name.
      </p>`
    }
    ${answered.length > 0 && answeredList(answered)}`
}

function pairCard({ kept, other, strength, reasons }: LikelyPair): Html {
  const who = `${nameOf(kept)} and ${nameOf(other)}`
  return html`<section class="app-card">
    <h2 class="app-card__title">${who}</h2>
    <p class="govuk-body"><strong>${strengthWords[strength]}:</strong> ${reasons.join('; ')}.</p>
    ${scrollingTable({
      caption: who,
      captionClasses: 'govuk-visually-hidden',
      head: ['Name', 'Born', 'Home', 'Recorded'],
      rows: [kept, other].map(row),
    })}
    <p class="govuk-body">
      <a class="govuk-link govuk-!-margin-right-4" href="${mergeUrl(kept.id, other.id)}"
        >Look at both records<span class="govuk-visually-hidden"> of ${who}</span></a
      >
      <a class="govuk-link" href="${notSameUrl(kept.id, other.id)}"
        >They are two children<span class="govuk-visually-hidden">: ${who}</span></a
      >
    </p>
  </section>`
}

const strengthWords = {
  certain: 'Almost certainly one child',
  likely: 'Likely one child',
  possible: 'Possibly one child',
} as const

function row(child: PairedChild) {
  return [
    html`<a class="govuk-link" href="${childUrl(child.id)}">${nameOf(child)}</a>${
      child.knownAs !== null && html` <span class="govuk-hint">(called ${child.knownAs})</span>`
    }`,
    formatDate(child.bornOn),
    child.address ?? 'Not recorded',
    `${formatDate(child.recordedOn)}, ${workInWords(child.work)}`,
  ]
}

function workInWords(work: number): string {
  if (work === 0) return 'no referral or work'
  return counted(work, 'referral or piece of work', 'referrals and pieces of work')
}

function nameOf({ givenName, familyName }: PairedChild): string {
  return `${givenName} ${familyName}`
}

function answeredList(answered: readonly AnsweredPair[]): Html {
  return details({
    summary: `Answered: two children (${answered.length})`,
    content: html`<ul class="govuk-list govuk-list--spaced">
      ${answered.map(
        one => html`<li>
          ${one.name} and ${one.otherName}: ${one.reason}
          <span class="govuk-hint">${one.answeredBy}, ${momentInWords(one.answeredAt)}</span>
          <a class="govuk-link" href="${mergeUrl(one.childId, one.otherChildId)}"
            >Look at both again<span class="govuk-visually-hidden">
              : ${one.name} and ${one.otherName}</span
            ></a
          >
        </li>`,
      )}
    </ul>`,
  })
}
