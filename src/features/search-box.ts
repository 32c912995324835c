import { button } from '#platform/views/components/button.ts'
import { input } from '#platform/views/components/input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { childrenUrl } from './children/urls.ts'

/** The small search box in the header of every page. What is typed is sent in the form, never in an address. */
export function headerSearchBox(token: Html): Html {
  return html`<form
    class="app-search"
    method="post"
    action="${childrenUrl}"
    role="search"
    aria-label="Find a child"
  >
    ${token}
    <label class="app-search__label" for="header-q">Find a child</label>
    <input
      class="govuk-input app-search__input"
      id="header-q"
      name="q"
      type="search"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
    />
    <button class="app-search__button" type="submit">Find</button>
  </form>`
}

/** The search box of the page that lists children. */
export function pageSearchBox(
  token: Html,
  { text, error }: { readonly text: string; readonly error?: string | undefined },
): Html {
  return html`<form method="post" action="${childrenUrl}" role="search">
    ${token}
    ${input({
      name: 'q',
      id: 'q',
      type: 'search',
      label: { content: 'Find a child', classes: 'govuk-label--m' },
      hint: 'Name in any order or spelling, date or year of birth, address, postcode, or a number such as the PNC number',
      value: text,
      autocomplete: 'off',
      spellcheck: false,
      errorMessage: error,
    })}
    ${button({ content: 'Find' })}
  </form>`
}
