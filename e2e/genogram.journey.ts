import { describe, expect, it } from 'vitest'
import { families } from '#domain/genogram/testing/families.ts'
import type { Family } from '#domain/family/family.ts'
import { putFamily } from '#features/genogram/testing/put-family.ts'
import { genogramUrl } from '#features/genogram/urls.ts'
import { aChild } from '#test/builders.ts'
import { startJourney, type Person } from './journey.ts'

const journey = await startJourney()

async function aFamily(family: Family) {
  return await journey.inService(async scope => {
    const childId = await aChild(scope, { givenName: 'Robin', familyName: 'Example' })
    return { childId, ids: await putFamily(scope, childId, family) }
  })
}

async function placeOf({ page }: Person, personId: string | undefined) {
  const piece = page.locator(`[data-person="${personId ?? ''}"]`)
  return [await piece.getAttribute('data-x'), await piece.getAttribute('data-y')].map(Number)
}

describe('a family drawing', () => {
  it.each(Object.entries(families))('can be looked at by everybody: %s', async (name, family) => {
    const { childId } = await aFamily(family)
    for (const phone of [false, true]) {
      const worker = await journey.as('Case manager', { phone })
      await worker.goTo(genogramUrl(childId))
      await worker.check(`genogram-${name}${phone ? '-phone' : ''}`)
    }
  })

  it('is moved with buttons where there is no script', async () => {
    const { childId, ids } = await aFamily(families.small)
    const worker = await journey.as('Case manager', { javaScript: false })
    await worker.goTo(genogramUrl(childId))
    const [x = 0, y = 0] = await placeOf(worker, ids['Ann'])
    await worker.fill({ piece: ids['Ann'] ?? '', steps: '2' })
    await worker.press('Right')
    expect(await placeOf(worker, ids['Ann'])).toEqual([x + 48, y])
    await worker.press('Up')
    expect(await placeOf(worker, ids['Ann'])).toEqual([x + 48, y - 24])
    await worker.follow('Lay out afresh')
    await worker.press('Lay out afresh')
    expect(await placeOf(worker, ids['Ann'])).toEqual([x, y])
  })

  it('is moved by dragging and with the arrow keys, and stays', async () => {
    const { childId, ids } = await aFamily(families.threeGenerations)
    const worker = await journey.as('Case manager')
    const { page } = worker
    await worker.goTo(genogramUrl(childId))
    const status = page.locator('.app-genogram__status')
    const nora = page.locator(`[data-person="${ids['Nora'] ?? ''}"]`)
    await page.locator('[data-person][tabindex]').first().waitFor()
    const [x = 0, y = 0] = await placeOf(worker, ids['Nora'])
    const box = await nora.locator('.app-genogram__symbol').boundingBox()
    if (box === null) throw new Error('Nora is not in sight')
    await page.mouse.move(box.x + 20, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y - 10, { steps: 4 })
    await page.mouse.up()
    await status.getByText('Moved and saved.').waitFor()
    expect(await placeOf(worker, ids['Nora'])).toEqual([x + 42, y - 30])

    await page.locator(`[data-person="${ids['Nora'] ?? ''}"]`).focus()
    const saved = page.waitForResponse(answer => answer.url().includes('piece='))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    await saved
    await page.waitForTimeout(200)
    expect(await page.evaluate('document.activeElement.dataset.person')).toBe(ids['Nora'])
    await page.reload()
    expect(await placeOf(worker, ids['Nora'])).toEqual([x - 6, y - 6])
    await page.locator('[data-person][tabindex]').first().waitFor()
    await worker.check('genogram-moved')
  })

  it('is changed as the family likes', async () => {
    const { childId, ids } = await aFamily(families.secondPartners)
    const worker = await journey.as('Case manager')
    await worker.goTo(genogramUrl(childId))
    for (const [name, symbol, label] of [
      ['Dee', 'heart', 'Deedee'],
      ['Finn', 'star', ''],
      ['Gus', 'triangle', ''],
      ['Eve', 'hexagon', ''],
      ['Bob', 'diamond', 'Dad, who lives by the sea'],
    ] as const) {
      await worker.page.locator(`a[href$="/pieces/${ids[name] ?? ''}"]`).click()
      await worker.fill({ symbol, label })
      if (name === 'Dee') await worker.check('genogram-piece')
      await worker.press('Save')
    }
    await worker.page.locator(`a[href$="/pieces/${ids['Carl'] ?? ''}"]`).click()
    await worker.fill({ symbol: 'words', words: 'Carl and his three dogs' })
    await worker.press('Save')
    expect(await worker.text()).toContain('drawn as the words “Carl and his three dogs”')
    await worker.check('genogram-changed')
  })
})
