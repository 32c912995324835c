import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { html } from './html.ts'
import { demoNoticeText, layout, type LayoutOptions } from './layout.ts'

const navigation = [
  { content: 'Today', href: '/' },
  { content: 'Children', href: '/children' },
  { content: 'Figures', href: '/figures' },
]

function page(options: Partial<LayoutOptions> = {}) {
  const printed = layout({
    title: 'Plan',
    body: html`<h1>Plan</h1>`,
    currentUrl: '/',
    serviceName: 'Aldermoor',
    assetVersion: '7',
    navigation,
    ...options,
  })
  return load(printed)
}

describe('the page round every screen', () => {
  test('says in its title what it is, whose it is, and first of all whether something is wrong', () => {
    expect(page()('title').text().trim()).toBe('Plan - Aldermoor - Alongside')
    expect(page({ errors: true })('title').text().trim()).toBe(
      'Error: Plan - Aldermoor - Alongside',
    )
  })

  test('escapes titles and names', () => {
    const $ = page({ title: '</title><script>', serviceName: '<b>x</b>', user: { name: '<i>' } })
    expect($('title').text()).toContain('</title><script>')
    expect($('script')).toHaveLength(1)
    expect($('b, i')).toHaveLength(0)
  })

  test('holds no script or style of its own, so that the strictest policy can be set', () => {
    const $ = page({ demoNotice: true, accountLinks: html`<form></form>` })
    expect($('style, [style], script:not([src])')).toHaveLength(0)
    $('*').each((_index, element) => {
      const names = 'attribs' in element ? Object.keys(element.attribs) : []
      expect(names.filter(name => name.startsWith('on'))).toEqual([])
    })
  })

  test('asks for the styles and script of this version', () => {
    const $ = page()
    expect($('link[rel=stylesheet]').attr('href')).toBe('/assets/alongside/alongside.css?v=7')
    expect($('script').attr('type')).toBe('module')
    expect($('script').attr('src')).toBe('/assets/alongside/alongside.js?v=7')
  })

  test('skips to the content, in British English, without a crown', () => {
    const $ = page()
    expect($('html').attr('lang')).toBe('en-GB')
    expect($($('.govuk-skip-link').attr('href') ?? '').is('main')).toBe(true)
    expect($.html()).not.toMatch(/crown|gov\.uk logo|theme-color/i)
  })

  test.each([
    ['/', 'Today', 'page'],
    ['/children', 'Children', 'page'],
    ['/children?sort=name', 'Children', 'page'],
    ['/children/12/plan', 'Children', 'true'],
    ['/childrens-views', undefined, undefined],
  ])('marks where %s belongs in the navigation', (currentUrl, words, value) => {
    const current = page({ currentUrl })('nav [aria-current]')
    expect(current.text().trim() || undefined).toBe(words)
    expect(current.attr('aria-current')).toBe(value)
  })

  test('says on every page of a demonstration that nobody in it is real', () => {
    expect(page({ demoNotice: true })('.app-demo-notice').text()).toContain(demoNoticeText)
    expect(page().text()).not.toContain('demonstration')
  })

  test('shows who is signed in, and the way out', () => {
    const $ = page({
      user: { name: 'Sam Example', role: 'case manager' },
      accountLinks: html`<form method="post" action="/sign-out"><button>Sign out</button></form>`,
    })
    expect($('.app-header__account').text()).toMatch(/Signed in as\s+Sam Example, case manager/)
    expect($('.app-header__account form[method=post] button').text()).toBe('Sign out')
  })

  test('shows the way back', () => {
    expect(page({ backLink: '/children' })('.govuk-back-link').attr('href')).toBe('/children')
    const trail = [{ content: 'Children', href: '/children' }, { content: 'Robin' }]
    expect(page({ breadcrumbs: trail })('.govuk-breadcrumbs li')).toHaveLength(2)
    expect(page()('.govuk-back-link, .govuk-breadcrumbs')).toHaveLength(0)
  })
})
