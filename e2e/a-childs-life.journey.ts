import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { startJourney, type Person } from './journey.ts'

const journey = await startJourney()

const pathOf = (person: Person) => new URL(person.page.url()).pathname

/** Searches from the box at the head of every page. */
async function search(person: Person, text: string): Promise<void> {
  await person.page.locator('#header-q').fill(text)
  await person.page.getByRole('button', { name: 'Find' }).first().click()
  await person.page.waitForURL(/\/children\/found\//u)
}

/** A child of the case manager's own with open work and these spells running. */
async function aChildWith(kind: string, values: readonly string[] | null): Promise<string> {
  const { rows } = await journey.inService(scope =>
    sql<{ id: string }>`
      select s.child_id as id from circumstances s
      where s.service_id = ${scope.serviceId} and s.kind = ${kind} and s.ended_on is null
        and s.withdrawn_on is null and (${values}::text[] is null or s.value = any(${values}::text[]))
        and exists (select from interventions i where i.service_id = s.service_id and i.child_id = s.child_id and i.ended_on is null)
        and exists (select from circumstances h where h.service_id = s.service_id and h.child_id = s.child_id
          and h.kind = 'address' and h.ended_on is null)
      order by s.started_on, s.child_id limit 1`.execute(scope.db),
  )
  const [child] = rows
  if (child === undefined) throw new Error(`The demonstration has no child with ${kind}`)
  return `/children/${child.id}`
}

const nameOf = async (path: string) => {
  const id = path.split('/')[2] ?? ''
  return await journey.inService(scope =>
    scope.db
      .selectFrom('children')
      .select(['givenName', 'familyName'])
      .where('serviceId', '=', scope.serviceId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

describe('a known child', () => {
  it.each([false, true])(
    'is found from two wrong letters in one search (phone: %s)',
    async phone => {
      const worker = await journey.as('Case manager', { phone })
      const { rows } = await journey.inService(scope =>
        sql<{ id: string; familyName: string }>`
        select c.id, c.family_name from children c
        where c.service_id = ${scope.serviceId} and length(c.family_name) >= 8 and c.family_name ~ '^[A-Za-z]+$'
          and exists (select from interventions i where i.service_id = c.service_id and i.child_id = c.id and i.ended_on is null)
        order by c.id limit 1`.execute(scope.db),
      )
      const [child] = rows
      if (child === undefined) throw new Error('Nobody has a long family name')
      const letters = Array.from(child.familyName.toLowerCase())
      letters[2] = 'x'
      letters[5] = 'q'
      await worker.goTo('/my-work')
      await search(worker, letters.join(''))
      expect(worker.page.url()).not.toContain(letters.join(''))
      const links = worker.page.locator(`main a[href="/children/${child.id}"]`)
      expect(await links.count()).toBeGreaterThan(0)
      await worker.check(`life-01-found${phone ? '-phone' : ''}`)
    },
  )
})

describe('a change of school', () => {
  it('is one link from the child’s page and one button, with six fields at most, and ends the old one by itself', async () => {
    const worker = await journey.as('Case manager', { javaScript: false })
    const child = await aChildWith('education', null)
    await worker.goTo(child)
    await worker.page
      .locator('main a[href$="/change"]', { hasText: /education/iu })
      .first()
      .click()
    expect(await worker.heading()).toMatch(/Education/u)
    const asked = worker.page.locator(
      'main form .govuk-form-group:not(.govuk-form-group .govuk-form-group):not(.govuk-radios__conditional .govuk-form-group)',
    )
    expect(await asked.count()).toBeLessThanOrEqual(6)
    await worker.fill({
      value: 'Harbour Lane College',
      provision: 'college',
      hoursOffered: '16',
      startedOn: '2026-11-16',
      source: 'school',
    })
    await worker.press('Save')
    expect(await worker.errors()).toEqual([])
    expect(await worker.text()).toContain('Harbour Lane College')
    const id = child.split('/')[2] ?? ''
    const { rows } = await journey.inService(scope =>
      sql<{ running: number; ended: number }>`
        select count(*) filter (where ended_on is null)::int as running,
          count(*) filter (where ended_on = '2026-11-16')::int as ended
        from circumstances where service_id = ${scope.serviceId} and child_id = ${id} and kind = 'education'
          and withdrawn_on is null`.execute(scope.db),
    )
    expect(rows[0]?.ended).toBe(1)
  })
})

describe('a placement move of a child looked after', () => {
  it('ends the old home, is a significant change, and makes a review owed', async () => {
    const worker = await journey.as('Case manager')
    const child = await aChildWith('care-status', ['care-order', 'voluntary-accommodation'])
    await worker.goTo(child)
    await worker.check('life-03-looked-after')
    await worker.page.locator(`main a[href="${child}/circumstances/move"]`).first().click()
    await worker.page.waitForLoadState()
    await worker.check('life-04-move')
    await worker.fill({
      address: '7 Weir Street, Amberford, QZ2 2BB',
      accommodation: 'foster-care-la',
      suitability: 'suitable',
      startedOn: '2026-11-17',
      source: 'social-worker',
      changed: ['yes'],
    })
    await worker.press('Save')
    expect(await worker.errors()).toEqual([])
    expect(await worker.text()).toContain('7 Weir Street, Amberford, QZ2 2BB')
    await worker.check('life-05-moved')
    await worker.goTo(`${child}/work`)
    expect(await worker.page.locator('.app-owed__item').allInnerTexts()).toContainEqual(
      expect.stringContaining('Review the assessment and the plan after a significant change'),
    )
    await worker.goTo(`${child}/timeline`)
    const told = await worker.text()
    expect(told).toContain('7 Weir Street')
    expect(told).toContain('Ended, home')
    await worker.check('life-06-timeline')
  })
})

const siblings = { one: '', two: '' }

describe('brothers and sisters in two files', () => {
  it('are linked from one file, and named on both', async () => {
    const worker = await journey.as('Case manager')
    siblings.one = await aChildWith('special-need', null)
    siblings.two = await aChildWith('mental-health', null)
    if (siblings.one === siblings.two) siblings.two = await aChildWith('exclusion', null)
    const other = await nameOf(siblings.two)
    await worker.goTo(`${siblings.one}/people`)
    await worker.follow('Record somebody')
    await worker.fill({
      givenName: other.givenName,
      familyName: other.familyName,
      kind: 'sibling',
      mayBeContacted: 'yes',
    })
    await worker.press(/Save|Record|Go on/u)
    await worker.check('life-07-is-it-this-child')
    await worker.page.locator('main label', { hasText: other.familyName }).first().click()
    await worker.press(/Save|Record|Go on/u)
    expect(await worker.errors()).toEqual([])
    await worker.goTo(`${siblings.one}/people`)
    expect(await worker.page.locator(`main a[href="${siblings.two}"]`).count()).toBeGreaterThan(0)
    await worker.check('life-08-people')
    await worker.goTo(`${siblings.two}/people`)
    expect(await worker.page.locator(`main a[href="${siblings.one}"]`).count()).toBeGreaterThan(0)
    await worker.goTo(`${siblings.one}/genogram`)
    await worker.check('life-09-family-drawing')
  })

  it('show a reader of the one nothing of the other, once the other is restricted', async () => {
    const manager = await journey.as('Team manager')
    await manager.goTo(`${siblings.two}/restriction`)
    const own = manager.page.locator('input[name="names"]')
    const managerId = await ownId(manager)
    await manager.page.locator('input[name="why"][value="family-wish"]').check()
    expect(await own.count()).toBeGreaterThan(3)
    await manager.fill({ names: [managerId], contactId: managerId })
    await manager.press(/Restrict|Save/u)
    expect(await manager.errors()).toEqual([])
    const worker = await journey.as('Case manager')
    const other = await nameOf(siblings.two)
    for (const page of ['', '/people', '/people/family', '/genogram', '/timeline']) {
      await worker.goTo(`${siblings.one}${page}`)
      expect(await worker.page.locator(`a[href*="${siblings.two}"]`).count(), page).toBe(0)
    }
    await worker.goTo(`${siblings.one}/people`)
    expect(await worker.text()).toContain(other.givenName)
    await worker.check('life-10-sibling-restricted')
  })
})

describe('a restricted record', () => {
  it('says whom to ask, opens at once for who cannot wait, and everybody named is told', async () => {
    const worker = await journey.as('Case manager')
    await worker.goTo(siblings.two)
    expect(await worker.text()).toMatch(/restricted|named people/iu)
    await worker.check('life-11-restricted')
    await worker.goTo(`${siblings.two}/urgent-access`)
    await worker.press(/Open|access/iu)
    expect(await worker.errors()).toEqual(['Write why it cannot wait'])
    await worker.fill({ reason: 'The child is at the door and says they are not safe at home.' })
    await worker.press(/Open|access/iu)
    await worker.goTo(siblings.two)
    expect(pathOf(worker)).toBe(siblings.two)
    expect(await worker.text()).toContain('Who I am')
    await worker.check('life-12-opened-urgently')
    const manager = await journey.as('Team manager')
    await manager.goTo('/my-work')
    expect(await manager.text()).toMatch(/urgent/iu)
    await manager.goTo(`${siblings.two}/looks`)
    expect(await manager.text()).toMatch(/urgent/iu)
  })
})

/** Who is signed in, as the restriction page names them. */
async function ownId(person: Person): Promise<string> {
  const header = await person.page.locator('header').innerText()
  const names = person.page.locator('input[name="names"]')
  for (let place = 0; place < (await names.count()); place += 1) {
    const id = (await names.nth(place).getAttribute('value')) ?? ''
    const label = await person.page
      .locator(`label[for="${await names.nth(place).getAttribute('id')}"]`)
      .innerText()
    const name = label.split(/[,(]/u)[0]?.trim() ?? label
    if (name !== '' && header.includes(name)) return id
  }
  throw new Error('The page does not name who is signed in')
}
