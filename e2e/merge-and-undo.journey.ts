import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'
import { aChild, anAllocation, anIntervention, aReferral } from '#test/builders.ts'
import { startJourney } from './journey.ts'

const journey = await startJourney()

const worker = 'Bronwen Treharne'
const manager = 'Ruth Kettleborough'
const place = { keptId: '', otherId: '', referralId: '', contact: '' }

async function idOf(scope: Scope, name: string): Promise<string> {
  const { id } = await scope.db
    .selectFrom('staff')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

await journey.inService(async scope => {
  const staffId = await idOf(scope, worker)
  const startedOn = plainDate('2026-11-02')
  const familyName = 'Twofold-Mwangi'
  place.keptId = await aChild(scope, { givenName: 'Catherine', familyName })
  const interventionId = await anIntervention(scope, { childId: place.keptId, startedOn })
  await anAllocation(scope, { childId: place.keptId, interventionId, staffId, startedOn })
  await aReferral(scope, { childId: place.keptId, closedOn: startedOn })
  place.otherId = await aChild(scope, { givenName: 'Kathryn', familyName, knownAs: 'Kath' })
  await aReferral(scope, { childId: place.otherId, receivedOn: plainDate('2026-11-10') })
})

describe('a child recorded twice', () => {
  it('is found among likely pairs, with the reasons', async () => {
    const person = await journey.as(manager)
    await person.follow('Children')
    await person.follow('Children who may be recorded twice')
    await person.check('merge-1-pairs')
    const text = await person.text()
    expect(text).toContain('Catherine Twofold-Mwangi and Kathryn Twofold-Mwangi')
    expect(text).toContain('sounds like')
  })

  it.each([false, true])('is shown side by side (phone: %s)', async phone => {
    const person = await journey.as(manager, { phone })
    await person.goTo(`/children/${place.keptId}/merge/${place.otherId}`)
    expect(await person.heading()).toBe('Make two records one')
    await person.check(phone ? 'merge-2-preview-phone' : 'merge-2-preview')
  })

  it('becomes one record in one step, without JavaScript too', async () => {
    const person = await journey.as(manager, { javaScript: false })
    await person.goTo('/children/duplicates')
    await person.follow('Look at both records of Catherine Twofold-Mwangi')
    await person.press('Make the two records one')
    expect(await person.errors()).toEqual(['Say how you know that it is one child'])
    await person.fill({ takeGivenName: 'kept', reason: 'Her mother says it is one child.' })
    await person.press('Make the two records one')
    expect(await person.errors()).toEqual([])
    expect(await person.heading()).toBe('Merged records')
    expect(await person.text()).toContain('1 referral')
  })

  it('has one page: the old address leads to it', async () => {
    const person = await journey.as(worker)
    await person.goTo(`/children/${place.otherId}`)
    expect(new URL(person.page.url()).pathname).toBe(`/children/${place.keptId}`)
    await person.goTo('/children')
    await person.page.locator('main input[name=q]').fill('Kathryn Twofold')
    await person.press('Find')
    await person.page.waitForURL(/found/)
    expect(await person.page.locator('main tbody tr').count()).toBe(1)
  })

  it('goes on: a contact is recorded', async () => {
    place.referralId = await journey.inService(scope =>
      aReferral(scope, { childId: place.keptId, receivedOn: plainDate('2026-11-17') }),
    )
    const person = await journey.as(worker)
    await person.goTo(`/children/${place.keptId}/contacts/new?referral=${place.referralId}`)
    await person.fill({
      kind: 'office',
      plannedOn: '2026-11-25',
      plannedTime: '10:30',
      happened: 'planned',
    })
    await person.press('Save')
    expect(await person.errors()).toEqual([])
  })

  it.each([false, true])('is parted again only after a look (phone: %s)', async phone => {
    const person = await journey.as(manager, { phone })
    await person.goTo(`/children/${place.keptId}`)
    await person.page
      .locator('.app-child-navigation')
      .getByRole('link', { name: 'Merged records' })
      .click()
    await person.page.waitForURL(/merges$/)
    await person.check(phone ? 'merge-3-merged-phone' : 'merge-3-merged')
    await person.follow('Part the records again')
    await person.check(phone ? 'merge-4-undo-phone' : 'merge-4-undo')
    expect(await person.text()).toContain('contact, At our office, 25 November 2026')
  })

  it('is parted again, and the contact goes where somebody says', async () => {
    const person = await journey.as(manager)
    await person.goTo(`/children/${place.keptId}/merges`)
    await person.follow('Part the records again')
    await person.page.locator('input[name^="give"][value="merged"]').check()
    await person.fill({ because: 'They are cousins.' })
    await person.press('Part the records')
    expect(await person.errors()).toEqual([])
    await person.check('merge-5-parted')
    expect(await person.text()).toContain('They are cousins.')
    await person.goTo(`/children/${place.otherId}`)
    expect(await person.text()).toContain('At our office')
    await person.goTo(`/children/${place.otherId}/referrals/${place.referralId}`)
    expect(await person.page.locator('h1').innerText()).not.toContain('cannot find')
  })
})
