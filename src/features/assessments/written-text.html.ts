import { html, type Html } from '#platform/views/html.ts'

/** Text as somebody wrote it: its paragraphs and its lines stay. */
export function writtenText(text: string): Html {
  const paragraphs = text.split(/\n\s*\n/).filter(paragraph => paragraph.trim() !== '')
  return html`${paragraphs.map(paragraph => html`<p class="govuk-body">${lines(paragraph)}</p>`)}`
}

function lines(paragraph: string): Html {
  return html`${paragraph
    .trim()
    .split('\n')
    .map((line, index) => html`${index > 0 && html`<br />`}${line}`)}`
}
