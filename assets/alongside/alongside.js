// The pages work without this file. It wakes up the components that are easier to use with script.
import { initAll } from '/assets/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
initAll()

// Only the page of a family drawing needs more, and it works without too.
if (document.querySelector('[data-genogram]') !== null) {
  await import(`./genogram.js${new URL(import.meta.url).search}`)
}
