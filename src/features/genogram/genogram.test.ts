import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { families } from '#domain/genogram/testing/families.ts'
import { aChild, anAllocation, anIntervention } from '#test/builders.ts'
import { startApp, type TestPage } from '#test/start-app.ts'
import { drawnWithFamilyUrl, genogramUrl, layOutAfreshUrl, movePieceUrl, pieceUrl } from './urls.ts'
import { putFamily } from './testing/put-family.ts'

const app = await startApp()
afterAll(app.close)

const childId = await app.inService(async scope => {
  const id = await aChild(scope, { givenName: 'Robin', sex: 'female' })
  const staffId = app.staff['case-manager']
  const interventionId = await anIntervention(scope, { childId: id })
  await anAllocation(scope, { childId: id, interventionId, staffId })
  return id
})
let ids: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  ids = await app.inService(scope => putFamily(scope, childId, families.threeGenerations))
})

const idOf = (name: string) => ids[name] ?? ''
const pieceOf = (page: TestPage, name: string) => page.$(`[data-person="${idOf(name)}"]`)
const placeOf = (page: TestPage, name: string) => ({
  x: Number(pieceOf(page, name).attr('data-x')),
  y: Number(pieceOf(page, name).attr('data-y')),
})
const open = () => app.get(genogramUrl(childId), 'case-manager')

describe('a family drawing', () => {
  it('draws everybody once, with a title and what the picture says in words', async () => {
    const page = await open()
    expect(page.h1).toBe('Robin’s family drawing')
    expect(page.$('[data-person]').length).toBe(families.threeGenerations.people.length)
    expect(page.$('svg title').first().text()).toBe('Robin’s family drawing')
    expect(page.$('.app-genogram__words li').length).toBe(families.threeGenerations.people.length)
    const words = page.$('.app-genogram__words').text().replaceAll(/\s+/gu, ' ')
    expect(words).toContain('Mother: Ann; 40 years old; lives with the child; parents: ')
    expect(words).toContain('Grandfather, mother’s father: Karl; died on 1 March 2019, aged 68')
  })

  it('holds no style and no script, for the strict rules of the pages', async () => {
    const page = await open()
    expect(page.$('main [style], main script, main style').length).toBe(0)
  })

  it('says where to begin while nobody is recorded, and has nothing to move', async () => {
    const alone = await app.inService(scope => aChild(scope, { givenName: 'Kit' }))
    const page = await app.get(genogramUrl(alone), 'case-manager')
    expect(page.$('.govuk-inset-text').text()).toContain('Nobody of the family is recorded yet')
    expect(page.$('[data-person]').length).toBe(1)
    expect(page.$('.app-genogram__form').length).toBe(0)
    const sent = await app.send(
      movePieceUrl(alone),
      { piece: alone, direction: 'up' },
      'case-manager',
    )
    expect(sent.errors).toEqual(['Choose who is moved'])
  })

  it('is read by everybody who may open the child, and changed by those who work with the family', async () => {
    await app.inService(scope =>
      scope.db
        .insertInto('childShares')
        .values({
          serviceId: scope.serviceId,
          childId,
          staffId: app.staff['social-worker-read-only'],
          startedOn: app.today,
          reason: 'Shared work',
        })
        .execute(),
    )
    const read = await app.get(genogramUrl(childId), 'social-worker-read-only')
    expect(read.status).toBe(200)
    expect(read.$('main form').length).toBe(0)
    expect((await app.get(movePieceUrl(childId), 'social-worker-read-only')).status).toBe(403)
    expect((await app.get(genogramUrl(childId), 'business-support')).status).toBe(200)
    expect((await app.get(genogramUrl(childId), 'panel-member')).status).toBe(404)
  })
})

describe('a piece of the drawing', () => {
  it('moves by steps and stays, until the drawing is laid out afresh', async () => {
    const before = placeOf(await open(), 'Nora')
    const move = { piece: idOf('Nora'), steps: '3', direction: 'right' }
    const moved = await app.send(movePieceUrl(childId), move, 'case-manager')
    expect(moved.location).toBe(genogramUrl(childId, idOf('Nora')))
    expect(placeOf(await open(), 'Nora')).toEqual({ x: before.x + 72, y: before.y })
    await app.send(movePieceUrl(childId), { ...move, steps: '', direction: 'up' }, 'case-manager')
    expect(placeOf(await open(), 'Nora')).toEqual({ x: before.x + 72, y: before.y - 24 })

    const afresh = await app.send(layOutAfreshUrl(childId), {}, 'case-manager')
    expect(afresh.location).toBe(genogramUrl(childId))
    expect(placeOf(await open(), 'Nora')).toEqual(before)
  })

  it('is put where it was dragged, and no further out than the drawing goes', async () => {
    const drag = (x: string, y: string) =>
      app.send(movePieceUrl(childId), { piece: idOf('Pia'), x, y }, 'case-manager')
    await drag('-140', '260')
    expect(placeOf(await open(), 'Pia')).toEqual({ x: -140, y: 260 })
    expect((await drag('-99999', '0')).status).toBe(422)
    expect(placeOf(await open(), 'Pia')).toEqual({ x: -140, y: 260 })
  })

  it('moves once when the form is sent twice, and says who did it', async () => {
    const before = placeOf(await open(), 'Quin')
    const move = { piece: idOf('Quin'), steps: '1', direction: 'left' }
    await app.sendTwice(movePieceUrl(childId), move, 'team-manager')
    expect(placeOf(await open(), 'Quin')).toEqual({ x: before.x - 24, y: before.y })
    const audit = await app.db
      .selectFrom('auditEntries')
      .select(['action', 'staffId', 'childId'])
      .where('subjectId', '=', idOf('Quin'))
      .execute()
    expect(audit).toEqual([
      { action: 'genogram-piece.moved', staffId: app.staff['team-manager'], childId },
    ])
  })

  it.each([
    [{ piece: 'nobody', steps: '1', direction: 'left' }, 'Choose who is moved'],
    [{ steps: 'x', direction: 'left' }, 'Steps must be a whole number'],
    [{ steps: '1' }, 'Choose where it is moved: left, right, up or down'],
  ])('is not moved by %j', async (form, message) => {
    const sent = await app.send(
      movePieceUrl(childId),
      { piece: idOf('Ann'), ...form },
      'case-manager',
    )
    expect(sent.errors).toEqual([message])
  })

  it('takes the symbol, the words and the name that the family chooses', async () => {
    const url = pieceUrl(childId, idOf('Ann'))
    const none = await app.send(url, { symbol: 'words', words: '', label: '' }, 'case-manager')
    expect(none.errors).toEqual(['Write the words that stand for the person'])
    await app.send(url, { symbol: 'words', words: 'My rock', label: 'Mum' }, 'case-manager')
    const page = await open()
    expect(pieceOf(page, 'Ann').find('.app-genogram__inside').text()).toBe('My rock')
    expect(pieceOf(page, 'Ann').find('.app-genogram__name').text()).toBe('Mum')
    const words = page.$('.app-genogram__words').text()
    expect(words).toContain('recorded as Ann')
    expect(words).toContain('drawn as the words “My rock”')

    await app.send(url, { symbol: 'usual', words: 'My rock', label: '' }, 'case-manager')
    const again = await open()
    expect(pieceOf(again, 'Ann').find('.app-genogram__inside').text()).toBe('40')
    expect(pieceOf(again, 'Ann').find('.app-genogram__name').text()).toBe('Ann')
  })

  it('is not overwritten by somebody who did not see the latest choice', async () => {
    const url = pieceUrl(childId, idOf('Bob'))
    const opened = await app.get(url, 'case-manager')
    const version = String(opened.$('input[name="_version"]').val())
    await app.send(url, { symbol: 'star', words: '', label: '' }, 'team-manager')
    const late = await app.send(
      url,
      { symbol: 'heart', words: '', label: '', _version: version },
      'case-manager',
    )
    expect(late.location).toBeNull()
    expect((await open()).$('main').text()).toContain('drawn as a star')
  })

  it('of another family leads nowhere', async () => {
    const stranger = await app.inService(async scope => {
      const other = await aChild(scope, { givenName: 'Kit' })
      return (await putFamily(scope, other, families.small))['Ann'] ?? ''
    })
    expect((await app.get(pieceUrl(childId, stranger), 'case-manager')).status).toBe(404)
    const moved = { piece: stranger, direction: 'up' }
    expect((await app.send(movePieceUrl(childId), moved, 'case-manager')).errors).toEqual([
      'Choose who is moved',
    ])
  })
})

describe('“Drawn with the family today”', () => {
  it('records the event that the rule of the genogram asks for', async () => {
    const sent = await app.send(drawnWithFamilyUrl(childId), {}, 'case-manager')
    expect(sent.location).toBe(genogramUrl(childId))
    const events = await app.db
      .selectFrom('caseEvents')
      .select(['kind', 'topic', 'happenedOn'])
      .where('childId', '=', childId)
      .execute()
    expect(events).toEqual([{ kind: 'genogram', topic: 'drawn', happenedOn: app.today }])
    const page = await open()
    expect(page.$('main').text().replaceAll(/\s+/gu, ' ')).toContain(
      'Drawn with the family on 2 March 2026',
    )
  })

  it('says so where there is no work that it could belong to', async () => {
    const kit = await app.inService(scope => aChild(scope, { givenName: 'Kit' }))
    const sent = await app.send(drawnWithFamilyUrl(kit), {}, 'case-manager')
    expect(sent.errors).toEqual([
      'There is no referral and no work with this child that it could belong to',
    ])
  })
})
