import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anIntervention } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { newToolUrl, toolResultUrl, toolsUrl, withdrawToolUrl } from '../urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const aWorkedChild = () =>
  app.inService(async scope => {
    const childId = await aChild(scope)
    const startedOn = plainDate('2026-02-02')
    const interventionId = await anIntervention(scope, { childId, startedOn })
    await anAllocation(scope, { childId, interventionId, staffId: app.staff['case-manager'] })
    return childId
  })

const day = (name: string, date: string, month = '3') => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: '2026',
})

const grid = {
  ...day('doneOn', '2'),
  worksWell: 'Boxing <b>on Tuesdays</b>',
  worriesUs: 'The bus stop',
  needsToHappen: 'Somebody walks with me',
  childNumber: '6',
  workerNumber: '4',
}

const results = (childId: string) =>
  app.db.selectFrom('toolResults').selectAll().where('childId', '=', childId).execute()
const events = (childId: string) =>
  app.db.selectFrom('caseEvents').selectAll().where('childId', '=', childId).execute()

describe('the grid', () => {
  it('is kept as it was said, with the event that the rule reads', async () => {
    const childId = await aWorkedChild()
    await app.sendTwice(newToolUrl(childId, 'safety-grid'), grid, 'case-manager')
    const [result, ...more] = await results(childId)
    expect(more).toEqual([])
    const [event] = await events(childId)
    expect(event).toMatchObject({ kind: 'safety-grid', note: 'Somebody walks with me' })
    expect(result).toMatchObject({ eventId: event?.id, toolVersion: 1 })
    const page = await app.get(toolResultUrl(childId, result?.id ?? ''), 'case-manager')
    expect(page.$('main').text()).toContain('Boxing <b>on Tuesdays</b>')
    const list = await app.get(toolsUrl(childId), 'case-manager')
    expect(list.$('main').text()).toContain('The child’s number: 6')
  })

  it('stands beside the one before', async () => {
    const childId = await aWorkedChild()
    const url = newToolUrl(childId, 'safety-grid')
    await app.send(url, { ...grid, ...day('doneOn', '9', '2') }, 'case-manager')
    const again = await app.get(url, 'case-manager')
    expect(again.$('details').text()).toContain('The bus stop')
    const sent = await app.send(url, { ...grid, childNumber: '8' }, 'case-manager')
    const page = await app.get(sent.location ?? '', 'case-manager')
    const row = page.$('tr:contains("The child’s number")')
    expect(
      row
        .find('td')
        .toArray()
        .map(cell => page.$(cell).text().trim()),
    ).toEqual(['8', '6'])
  })

  it('says all that is missing, saves nothing and keeps what was typed', async () => {
    const childId = await aWorkedChild()
    const url = newToolUrl(childId, 'safety-grid')
    const sent = await app.send(url, { ...grid, worriesUs: '', workerNumber: '' }, 'case-manager')
    expect(sent.status).toBe(422)
    expect(sent.errors).toEqual([
      'Write what worries you, or that nothing does',
      'Choose your own number',
    ])
    expect(sent.$('#needsToHappen').val()).toBe('Somebody walks with me')
    expect([...(await results(childId)), ...(await events(childId))]).toEqual([])
  })

  it('is not of a day before the work, nor of one to come', async () => {
    const childId = await aWorkedChild()
    const url = newToolUrl(childId, 'safety-grid')
    const early = await app.send(url, { ...grid, ...day('doneOn', '1', '1') }, 'case-manager')
    expect(early.errors[0]).toContain('Our work began on')
    const late = await app.send(url, { ...grid, ...day('doneOn', '3') }, 'case-manager')
    expect(late.errors).toEqual(['The day must be today or in the past'])
  })

  it('is taken back with its event, and stays to be read', async () => {
    const childId = await aWorkedChild()
    await app.send(newToolUrl(childId, 'safety-grid'), grid, 'case-manager')
    const id = (await results(childId))[0]?.id ?? ''
    const because = 'It was written for another child.'
    await app.send(withdrawToolUrl(childId, id), { because }, 'team-manager')
    expect((await events(childId))[0]).toMatchObject({ withdrawnBecause: because })
    const page = await app.get(toolResultUrl(childId, id), 'case-manager')
    expect(page.$('main').text()).toContain(because)
  })
})

describe('the exploitation toolkit', () => {
  const toolkit = (topic: string, level: string) => ({
    ...day('doneOn', '2'),
    ...day('reviewOn', '30'),
    ...{ topic, level, protectiveWords: 'Your aunt', childView: 'They are friends' },
    why: 'Two phones. We talk on Monday.',
  })

  it('goes to a lower level only by a full review', async () => {
    const childId = await aWorkedChild()
    const url = newToolUrl(childId, 'exploitation')
    await app.send(url, toolkit('first', 'significant'), 'case-manager')
    const stopped = await app.send(url, toolkit('first', 'emerging'), 'case-manager')
    expect(stopped.errors).toEqual([
      'A lower level needs a full review (OM-9.2-reduce). Look at every part again',
    ])
    const sent = await app.send(url, toolkit('review', 'emerging'), 'case-manager')
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.$('a:contains("the concern is lowered")').length).toBe(1)
    const recorded = (await events(childId)).map(({ kind, topic }) => `${kind} ${topic ?? ''}`)
    expect(recorded.toSorted()).toEqual([
      'exploitation-toolkit first',
      'exploitation-toolkit review',
    ])
  })

  it('is looked at again on its own day or later', async () => {
    const childId = await aWorkedChild()
    const wrong = { ...toolkit('first', 'serious'), ...day('reviewOn', '1') }
    const sent = await app.send(newToolUrl(childId, 'exploitation'), wrong, 'case-manager')
    expect(sent.status).toBe(422)
    expect(await results(childId)).toEqual([])
  })
})

describe('other tools', () => {
  it('keeps the result of an outside tool, which no rule reads', async () => {
    const childId = await app.inService(aChild)
    const sent = await app.send(
      newToolUrl(childId, 'outside-tool'),
      {
        ...day('doneOn', '2'),
        ...{ name: 'savry', otherName: 'not asked', doneBy: 'Dr Amber Finch, psychologist' },
        ...{ result: 'Moderate', summary: 'Strong bonds at home.' },
      },
      'case-manager',
    )
    expect(sent.status).toBe(303)
    expect((await results(childId))[0]?.answers).not.toHaveProperty('otherName')
    expect(await events(childId)).toEqual([])
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('SAVRY')
  })

  it('asks of health what was offered only where something is needed', async () => {
    const childId = await app.inService(aChild)
    const url = newToolUrl(childId, 'health-needs')
    const sent = await app.send(url, { ...day('doneOn', '2'), feelings: 'no' }, 'case-manager')
    expect(sent.errors).not.toContain('Answer: Is there a worry about feelings?')
    expect(sent.errors).toContain('Answer: Are a doctor or a dentist missing?')
  })

  it('does not know a tool that is not there', async () => {
    const childId = await aWorkedChild()
    expect((await app.get(newToolUrl(childId, 'nothing'), 'case-manager')).status).toBe(404)
  })
})
