import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { Reach } from '#domain/access/reach.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  anAllocation,
  anIntervention,
  aPanel,
  aPanelListing,
  aReferral,
} from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { findReach, selectVisibleAmong, type Viewer } from './visible-children.ts'

const app = await startApp()
afterAll(app.close)

const { today } = app
const me = app.staff['case-manager']
const colleague = app.staff['team-manager']
const elsewhere = app.staff['head-of-service']

const children: Record<string, string> = {}
let teamId = ''

/** Which children somebody reaches, by the names of this file. */
async function reached(reach: Reach, about: Partial<Viewer> = {}): Promise<string[]> {
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
  const viewer = { id: me, teamId, reach, today, now, ...about }
  const ids = Object.values(children)
  const seen = await app.inService(scope => selectVisibleAmong(scope, viewer, ids))
  return Object.keys(children).filter(name => seen.has(children[name] ?? ''))
}

beforeAll(async () => {
  await app.inService(async scope => {
    const { serviceId } = scope
    const team = { serviceId, name: 'East' }
    const made = await scope.db.insertInto('teams').values(team).returning('id').executeTakeFirst()
    teamId = made?.id ?? ''
    await scope.db
      .updateTable('staff')
      .set({ teamId })
      .where('serviceId', '=', serviceId)
      .where('id', 'in', [me, colleague])
      .execute()
    const heldBy = async (name: string, staffId: string, endedOn = {}) => {
      const childId = await aChild(scope)
      const interventionId = await anIntervention(scope, { childId })
      await anAllocation(scope, { childId, interventionId, staffId, ...endedOn })
      children[name] = childId
    }
    await heldBy('mine', me)
    await heldBy('mine until tomorrow', me, { endedOn: addDays(today, 1) })
    await heldBy('mine until today', me, { endedOn: today })
    await heldBy("a colleague's", colleague)
    await heldBy("another team's", elsewhere)
    const listed = async (name: string, heldOn = today, withdrawnOn = {}) => {
      const childId = await aChild(scope)
      const referralId = await aReferral(scope, { childId })
      const panelId = await aPanel(scope, { heldOn })
      await aPanelListing(scope, { panelId, referralId, ...withdrawnOn })
      children[name] = childId
    }
    await listed('on the panel today')
    await listed('on the panel tomorrow', addDays(today, 1))
    await listed('taken off the panel today', today, { withdrawnOn: today })
    const shared = async (name: string, endedOn = {}) => {
      const childId = await aChild(scope)
      const share = { serviceId, childId, staffId: me, startedOn: today, reason: 'Looked after' }
      await scope.db
        .insertInto('childShares')
        .values({ ...share, ...endedOn })
        .execute()
      children[name] = childId
    }
    await shared('shared with me')
    await shared('no longer shared', { endedOn: today })
  })
})

describe('whom somebody sees', () => {
  it('by their own work: the children whose work they hold, until the day the next worker starts', async () => {
    expect(await reached('own-work')).toEqual(['mine', 'mine until tomorrow'])
  })

  it("by their own team: their own and their team's, and without a team their own alone", async () => {
    expect(await reached('own-team')).toEqual(['mine', 'mine until tomorrow', "a colleague's"])
    expect(await reached('own-team', { teamId: null })).toEqual(['mine', 'mine until tomorrow'])
  })

  it('in the whole service: every child', async () => {
    expect(await reached('whole-service')).toEqual(Object.keys(children))
  })

  it('by the referrals of the police: those in hand', async () => {
    expect(await reached('police-referrals')).toEqual([
      'on the panel today',
      'on the panel tomorrow',
      'taken off the panel today',
    ])
  })

  it("by tonight's panel: the children listed, on that day alone", async () => {
    expect(await reached('tonights-panel')).toEqual(['on the panel today'])
    expect(await reached('tonights-panel', { today: addDays(today, 1) })).toEqual([
      'on the panel tomorrow',
    ])
    expect(await reached('tonights-panel', { today: addDays(today, 2) })).toEqual([])
  })

  it('by shares: the children shared with them by name', async () => {
    expect(await reached('shared-with-me')).toEqual(['shared with me'])
    expect(await reached('shared-with-me', { id: colleague })).toEqual([])
  })
})

describe('what a service settles', () => {
  it('takes the place of the usual reach, for that role and that service alone', async () => {
    await app.inService(async scope => {
      const { serviceId } = scope
      const settled = { serviceId, role: 'business-support', reach: 'own-team' }
      await scope.db.insertInto('roleReaches').values(settled).execute()
      expect(await findReach(scope, 'business-support')).toBe('own-team')
      expect(await findReach(scope, 'case-manager')).toBe('whole-service')
    })
  })

  it('reaches the pages at once', async () => {
    const url = `/children/${children["another team's"] ?? ''}`
    expect((await app.get(url, 'case-manager')).status).toBe(200)
    await app.inService(scope =>
      scope.db
        .insertInto('roleReaches')
        .values({ serviceId: scope.serviceId, role: 'case-manager', reach: 'own-work' })
        .execute(),
    )
    expect((await app.get(url, 'case-manager')).status).toBe(404)
    expect((await app.get(`/children/${children['mine'] ?? ''}`, 'case-manager')).status).toBe(200)
  })
})

describe('a panel member', () => {
  it('opens the children of tonight’s panel and nobody else', async () => {
    const open = async (name: string) =>
      (await app.get(`/children/${children[name] ?? ''}`, 'panel-member')).status
    expect(await open('on the panel today')).toBe(200)
    expect(await open('on the panel tomorrow')).toBe(404)
    expect(await open('mine')).toBe(404)
    const list = await app.get('/children', 'panel-member')
    expect(list.$('table tbody tr').length).toBe(1)
  })
})
