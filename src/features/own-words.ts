import { html, type Html } from '#platform/views/html.ts'

interface OwnWordsOptions {
  /** Large type, for pages that a child reads. */
  readonly size?: 'l'
}

/** Text that somebody wrote, with the paragraphs and line breaks that they made. */
export function ownWords(text: string, { size }: OwnWordsOptions = {}): Html[] {
  const name = size === undefined ? 'govuk-body' : `govuk-body-${size}`
  return text
    .split(/\n{2,}/)
    .map(paragraph => paragraph.split('\n').filter(line => line.trim() !== ''))
    .filter(lines => lines.length > 0)
    .map(
      lines =>
        html`<p class="${name}">
          ${lines.map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}
        </p>`,
    )
}
