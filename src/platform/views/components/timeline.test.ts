import { describe, expect, test } from 'vitest'
import { html, renderHtml } from '../html.ts'
import { renderMojMacro } from '../testing/moj-macro.ts'
import { canonicalHtml } from '../testing/same-html.ts'
import { timeline } from './timeline.ts'

describe('timeline prints what MoJ Frontend prints', () => {
  test('entries with and without a byline, as text and as markup', () => {
    const ours = timeline({
      classes: 'moj-timeline--full',
      attributes: { 'data-a': 'b' },
      headingLevel: 3,
      items: [
        {
          label: 'Visit at home',
          content: html`<p>We talked about <b>school</b>.</p>`,
          datetime: '2026-03-02T14:30:00.000Z',
          date: '2 March 2026 at 2:30pm',
          byline: 'A case manager',
          classes: 'extra',
          attributes: { id: 'first' },
        },
        false,
        {
          label: html`<i>Plan</i>`,
          content: 'Signed',
          datetime: '2026-03-01',
          date: '1 March 2026',
        },
      ],
    })
    const theirs = renderMojMacro('timeline', 'mojTimeline', {
      classes: 'moj-timeline--full',
      attributes: { 'data-a': 'b' },
      headingLevel: 3,
      items: [
        {
          label: { text: 'Visit at home' },
          html: '<p>We talked about <b>school</b>.</p>',
          datetime: { timestamp: '2026-03-02T14:30:00.000Z', type: 'datetime' },
          byline: { text: 'A case manager' },
          classes: 'extra',
          attributes: { id: 'first' },
        },
        {
          label: { html: '<i>Plan</i>' },
          text: 'Signed',
          datetime: { timestamp: '2026-03-01', format: 'D MMMM YYYY' },
        },
      ],
    })
    expect(canonicalHtml(renderHtml(ours))).toBe(canonicalHtml(theirs))
  })

  test('the heading level is 2 when nothing is said', () => {
    const item = { label: 'A', datetime: '2026-03-01' }
    expect(
      canonicalHtml(renderHtml(timeline({ items: [{ ...item, content: 'B', date: '1/3' }] }))),
    ).toBe(
      canonicalHtml(
        renderMojMacro('timeline', 'mojTimeline', {
          items: [
            {
              label: { text: 'A' },
              text: 'B',
              datetime: { timestamp: '2026-03-01', format: 'D/M' },
            },
          ],
        }),
      ),
    )
  })
})
