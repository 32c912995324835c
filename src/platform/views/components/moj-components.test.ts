import { describe, expect, test } from 'vitest'
import { html, renderHtml, type Html } from '../html.ts'
import { renderMojMacro } from '../testing/moj-macro.ts'
import { canonicalHtml } from '../testing/same-html.ts'
import { alert, type AlertVariant } from './alert.ts'
import { badge } from './badge.ts'
import { identityBar } from './identity-bar.ts'
import { sideNavigation } from './side-navigation.ts'
import { subNavigation } from './sub-navigation.ts'
import { ticketPanel } from './ticket-panel.ts'

function expectSame(ours: Html, theirs: string): void {
  expect(theirs).toContain('class="moj-')
  expect(canonicalHtml(renderHtml(ours))).toBe(canonicalHtml(theirs))
}

const extras = { classes: 'extra', attributes: { 'data-a': 'b' } }

describe('components print what MoJ Frontend prints', () => {
  test('badge', () => {
    expectSame(
      badge({ content: 'Owed', ...extras }),
      renderMojMacro('badge', 'mojBadge', { text: 'Owed', ...extras }),
    )
    expectSame(
      badge({ content: html`<b>Owed</b>` }),
      renderMojMacro('badge', 'mojBadge', { html: '<b>Owed</b>' }),
    )
  })

  test('identity bar', () => {
    expectSame(
      identityBar({ title: 'Kai M', ...extras }),
      renderMojMacro('identity-bar', 'mojIdentityBar', { title: { text: 'Kai M' }, ...extras }),
    )
  })

  test('sub navigation', () => {
    expectSame(
      subNavigation({
        label: 'This child',
        items: [
          { content: 'Plan', href: '/plan', active: true, ...extras },
          null,
          { content: html`<i>Contacts</i>`, href: '/contacts?a=1&b=2' },
        ],
      }),
      renderMojMacro('sub-navigation', 'mojSubNavigation', {
        label: 'This child',
        items: [
          {
            text: 'Plan',
            href: '/plan',
            active: true,
            classes: 'extra',
            attributes: { 'data-a': 'b' },
          },
          { html: '<i>Contacts</i>', href: '/contacts?a=1&b=2' },
        ],
      }),
    )
  })

  test('side navigation', () => {
    expectSame(
      sideNavigation({
        label: 'Figures',
        sections: [
          {
            heading: 'Quarter',
            headingLevel: 3,
            items: [
              { content: 'Suitable homes', href: '/homes', active: true },
              { content: 'School', href: '/school' },
            ],
          },
          { heading: 'Year', items: [{ content: 'All', href: '/all' }] },
        ],
        ...extras,
      }),
      renderMojMacro('side-navigation', 'mojSideNavigation', {
        label: 'Figures',
        sections: [
          {
            heading: { text: 'Quarter', headingLevel: 3 },
            items: [
              { text: 'Suitable homes', href: '/homes', active: true },
              { text: 'School', href: '/school' },
            ],
          },
          { heading: { text: 'Year' }, items: [{ text: 'All', href: '/all' }] },
        ],
        ...extras,
      }),
    )
  })

  test('ticket panel', () => {
    expectSame(
      ticketPanel({
        items: [{ content: html`<p>One</p>`, ...extras }, { content: 'Two' }],
        ...extras,
      }),
      renderMojMacro('ticket-panel', 'mojTicketPanel', {
        items: [{ html: '<p>One</p>', ...extras }, { text: 'Two' }],
        ...extras,
      }),
    )
  })

  test.each<AlertVariant>(['information', 'success', 'warning', 'error'])('alert: %s', variant => {
    expectSame(
      alert({ variant, title: 'Plan signed' }),
      renderMojMacro('alert', 'mojAlert', { variant, title: 'Plan signed' }),
    )
    expectSame(
      alert({
        variant,
        title: 'Plan signed',
        content: html`<a href="/plan">See it</a>`,
        showTitleAsHeading: true,
        headingTag: 'h3',
        role: 'alert',
        ...extras,
      }),
      renderMojMacro('alert', 'mojAlert', {
        variant,
        title: 'Plan signed',
        html: '<a href="/plan">See it</a>',
        showTitleAsHeading: true,
        headingTag: 'h3',
        role: 'alert',
        ...extras,
      }),
    )
  })
})
