import { ageOn } from '#domain/calendar/age.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, type Offer } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { noneOfThese, type ChildMatch } from './matches.ts'

/** "Is it one of these children?", when there are any; the records themselves do not change. */
export function sameChildQuestion(
  shown: ShownForm,
  matches: readonly ChildMatch[],
  today: PlainDate,
): Html | null {
  if (matches.length === 0) return null
  return html`<div class="app-card">
    ${ask(shown).one(
      'sameChild',
      'Is it one of these children?',
      [
        ...matches.map(match => offerOf(match, today)),
        { value: noneOfThese(matches), content: 'None of these: a new child' },
      ],
      {
        size: 'm',
        hint: 'Two records of one child split what is known. The referral joins the child you choose; the record itself stays as it is.',
      },
    )}
  </div>`
}

function offerOf(match: ChildMatch, today: PlainDate): Offer {
  const value = match.childId
  if (match.askInstead !== null) {
    const hint = `Ask ${match.askInstead} whether it is this child.`
    return { value, content: 'A restricted record fits', hint }
  }
  const content = `${match.givenName} ${match.familyName}, born ${formatDate(match.bornOn)}`
  if (!match.isVisible) {
    return { value, content, hint: 'Known to the service. You do not work with this child.' }
  }
  const facts = [
    ...(match.knownAs === null ? [] : [`called ${match.knownAs}`]),
    `${ageOn(match.bornOn, today)} years old`,
    ...(match.address === null ? [] : [`lives at ${firstLine(match.address)}`]),
  ]
  const why = match.reasons.join('; ')
  return { value, content, hint: html`${sentence(facts.join(', '))}<br />Why: ${why}` }
}

function firstLine(address: string): string {
  return address.split(/[,\n]/u)[0] ?? address
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
