import { may } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import { tag } from '#platform/views/components/tag.ts'
import { summaryList, type SummaryListRow } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { ownWords } from '../own-words.ts'
import type { PageContext } from '../page.ts'
import type { Identifier } from './identifier-queries.ts'
import { identifiersSection } from './identifiers.html.ts'
import { answerOf, fieldsOf, identityParts, isNotAsked } from './identity-words.ts'
import type { Identity } from './queries.ts'
import { identityHistoryUrl, identityPartUrl, type IdentityPart } from './urls.ts'

interface WhoIAm {
  readonly identity: Identity
  readonly identifiers: readonly Identifier[]
}

const parts = Object.keys(identityParts) as IdentityPart[]

/** Everything that is recorded of who the child is, part by part, with the way to change each; what is still to ask comes first. */
export function identityBody({ identity, identifiers }: WhoIAm, { user }: PageContext): Html {
  const mayChange = may(user.role, 'identity.change')
  return html`<h1 class="govuk-heading-l">Who I am</h1>
    ${stillToAsk(identity, mayChange)}
    ${parts.map(part => partCard(part, identity, mayChange))}
    ${identifiersSection(identity.id, identifiers, mayChange)}
    <p class="govuk-body">
      <a class="govuk-link" href="${identityHistoryUrl(identity.id)}">Earlier versions</a>
    </p>`
}

/** What nobody has asked for yet, each leading to where it is written down. */
function stillToAsk(identity: Identity, mayChange: boolean): Html | null {
  const open = parts.flatMap(part =>
    fieldsOf(part)
      .filter(([name, field]) => isNotAsked(name, field, identity))
      .map(([name, { title }]) => ({
        title,
        href: `${identityPartUrl(identity.id, part)}#${name}`,
      })),
  )
  if (open.length === 0) return null
  return html`<section class="app-card app-card--quiet">
    <h2 class="app-card__title">Still to ask (${open.length})</h2>
    <ul class="govuk-list app-inline-list">
      ${open.map(
        ({ title, href }) =>
          html`<li>${mayChange ? html`<a class="govuk-link" href="${href}">${title}</a>` : title}</li>`,
      )}
    </ul>
  </section>`
}

function partCard(part: IdentityPart, identity: Identity, mayChange: boolean): Html {
  const { title } = identityParts[part]
  return summaryList({
    card: {
      title: { content: title },
      actions: mayChange
        ? [{ href: identityPartUrl(identity.id, part), content: 'Change' }]
        : undefined,
    },
    rows: fieldsOf(part)
      .filter(([, { beside }]) => beside === undefined)
      .map(([name, field]): SummaryListRow => ({
        key: field.title,
        value: isNotAsked(name, field, identity) ? notAsked(name) : answer(name, identity),
      })),
  })
}

function notAsked(name: keyof Identity): Html {
  const content = name === 'speechLanguageNeeds' ? 'Not looked at yet' : 'Not asked yet'
  return tag({ content, classes: 'govuk-tag--yellow' })
}

function answer(name: keyof Identity, identity: Identity): Html {
  const words = answerOf(name, identity)
  if (words === null) return html`<span class="govuk-hint">None written down</span>`
  return html`${ownWords(words)}${name === 'ethnicity' && askedOn(identity)}`
}

function askedOn({ ethnicityAskedOn }: Identity): Html {
  return html`<p class="govuk-hint">
    ${
      ethnicityAskedOn === null
        ? 'When the child was asked is not known'
        : `Asked on ${formatDate(ethnicityAskedOn)}`
    }
  </p>`
}
