import { may, type Permission } from '#domain/access/permissions.ts'
import type { Html } from '#platform/views/html.ts'
import { html } from '#platform/views/html.ts'
import type { Child } from '#records/children.ts'
import type { PageContext } from '../page.ts'

/** One card of the child's page: who may see it, what it reads, how it looks. Null: there is nothing to show. */
interface SectionDefinition<Loaded> {
  readonly permission: Permission
  readonly load: (context: PageContext, child: Child) => Promise<Loaded>
  readonly card: (loaded: Loaded, child: Child, context: PageContext) => Html | null
}

/** A section with its own types closed over, as the page sees it. */
export type ChildSection = (context: PageContext, child: Child) => Promise<Html | null>

/** A section of the child's page: a file of its own, and a line in `child.ts`. */
export function childSection<Loaded>(definition: SectionDefinition<Loaded>): ChildSection {
  return async (context, child) => {
    if (!may(context.user.role, definition.permission)) return null
    return definition.card(await definition.load(context, child), child, context)
  }
}

interface Card {
  readonly title: string
  readonly content: Html
  /** Where more of it is. */
  readonly more?: { readonly url: string; readonly words: string } | null
  readonly classes?: string
}

/** A card: its question, a short answer, the way to more. */
export function card({ title, content, more = null, classes }: Card): Html {
  return html`<section class="app-card app-child-card${classes === undefined ? '' : ` ${classes}`}">
    <h2 class="app-card__title">${title}</h2>
    ${content}
    ${
      more !== null &&
      html`<p class="app-child-card__more"><a class="govuk-link" href="${more.url}">${more.words}</a></p>`
    }
  </section>`
}
