import { chromium } from 'playwright-core'
const base = process.env.BASE ?? 'http://localhost:3200'
const width = Number(process.env.W ?? 1280)
const role = process.env.ROLE ?? 'Case manager'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium' })
const c = await b.newContext({ viewport: { width, height: 900 } })
const p = await c.newPage()
await p.goto(base + '/sign-in')
await p.locator('.govuk-radios__item', { hasText: role }).first().locator('input').check()
await p.getByRole('button', { name: 'Sign in' }).click()
await p.waitForLoadState()
const child = process.env.CHILD ?? (await (async () => { await p.goto(base + '/children'); return p.locator('main table a').nth(Number(process.env.NTH ?? 0)).getAttribute('href') })())
console.log(child, p.url())
for (const path of process.argv.slice(2)) {
  const url = path.startsWith('~') ? child + path.slice(1) : path
  const r = await p.goto(base + url)
  const name = `/tmp/lead/${(path.replace('~', 'child') || 'x').replaceAll('/', '_')}-${width}.png`
  await p.screenshot({ path: name, fullPage: process.env.FULL !== '0' })
  console.log(r.status(), name, await p.evaluate('document.documentElement.scrollWidth'))
}
await b.close()
