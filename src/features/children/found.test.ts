import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Role } from '#domain/access/permissions.ts'
import { insertChild, type NewChild } from '#records/new-child.ts'
import { refreshSearchKeys } from '#records/search-keys.ts'
import type { Scope } from '#records/scope.ts'
import { anAllocation, anIntervention, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'

const app = await startApp()
afterAll(app.close)

const ids = {
  siobhan: '',
  mohammed: '',
  shared: '',
  samuel: '',
  clementine: '',
  obrien: '',
  team: '',
}

const insert = (scope: Scope, child: Partial<NewChild>) =>
  insertChild(scope, {
    givenName: 'Robin',
    familyName: 'Example',
    knownAs: null,
    bornOn: plainDate('2011-06-15'),
    sex: 'female',
    firstLanguage: null,
    identifiers: [],
    relationships: [],
    address: null,
    knownFrom: plainDate('2026-02-02'),
    source: 'Police',
    ...child,
  })

beforeAll(async () => {
  await app.inService(async scope => {
    const { db, serviceId } = scope
    ids.siobhan = await insert(scope, {
      givenName: 'Siobhán',
      familyName: "O'Neill-Ó Súilleabháin",
    })
    ids.mohammed = await insert(scope, {
      givenName: 'Mohammed',
      familyName: 'Quill',
      bornOn: plainDate('2010-03-01'),
      address: '14a Larkspur Street, Amberford, DE45 1AB',
      identifiers: [
        { kind: 'pnc', value: '2022/0000123A' },
        { kind: 'previous-system', value: 'AM-40417' },
        { kind: 'upn', value: 'A999123456789' },
      ],
    })
    ids.shared = await insert(scope, { givenName: 'Shared', familyName: 'Child' })
    ids.samuel = await insert(scope, {
      givenName: 'Samuel',
      familyName: 'Okafor',
      knownAs: 'Bear',
      bornOn: plainDate('2011-02-03'),
    })
    ids.clementine = await insert(scope, { givenName: 'Clementine', familyName: 'Blackwood' })
    ids.obrien = await insert(scope, { givenName: 'Mary Ann', familyName: "O'Brien" })
    await db
      .insertInto('childShares')
      .values({
        serviceId,
        childId: ids.shared,
        staffId: app.staff['social-worker-read-only'],
        startedOn: plainDate('2026-01-05'),
        reason: 'Looked after',
      })
      .execute()
    await anIntervention(scope, { childId: ids.shared })
    await aReferral(scope, { childId: ids.mohammed })
    const team = await db
      .insertInto('teams')
      .values({ serviceId, name: 'North team' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .updateTable('staff')
      .set({ teamId: team.id })
      .where('serviceId', '=', serviceId)
      .where('id', '=', app.staff['case-manager'])
      .execute()
    const interventionId = await anIntervention(scope, { childId: ids.samuel })
    await anAllocation(scope, {
      childId: ids.samuel,
      interventionId,
      staffId: app.staff['case-manager'],
    })
  })
})

const namesFound = async (text: string, as: Role = 'case-manager') => {
  const page = await app.searchFor(text, as)
  expect(page.status, text).toBe(200)
  return page
    .$('table a')
    .toArray()
    .map(link => page.$(link).text())
}

const mohammed = 'Mohammed Quill'
const siobhan = "Siobhán O'Neill-Ó Súilleabháin"
const bear = 'Bear Okafor'

describe('a search', () => {
  it.each([
    ['a name in any order', 'Quill Mohammed', mohammed],
    ['sounds alike and one wrong letter', 'Quil Muhamad', mohammed],
    ['a name without its accents and apostrophes', 'oneill siobhan', siobhan],
    ['two wrong letters in one long name', 'Blakwod', 'Clementine Blackwood'],
    ['two other letters', 'blockwoot', 'Clementine Blackwood'],
    ['the first letter and another', 'glackwoot', 'Clementine Blackwood'],
    ['one wrong letter in each of two names', 'Clemontine Blackwoad', 'Clementine Blackwood'],
    ['one wrong letter in a short name, the first', 'kuill', mohammed],
    ['the beginning of a name', 'clem', 'Clementine Blackwood'],
    ['known as', 'bear', bear],
    ['the given name of somebody known as something else', 'samuel okafor', bear],
    ['an apostrophe as a space', 'o brien', "Mary Ann O'Brien"],
    ['two names as one', 'maryann', "Mary Ann O'Brien"],
    ['date of birth', '1/3/2010', mohammed],
    ['date of birth, run together', '03022011', bear],
    ['date of birth in words', '3 Feb 2011', bear],
    ['date of birth as computers write it', '2011-02-03', bear],
    ['name and year', 'sam 2011', bear],
    ['name and year in words', 'okafor born 2011', bear],
    ['name and month', 'okafor feb 2011', bear],
    ['PNC number', '2022/0000123A', mohammed],
    ['PNC number, short', '22/123a', mohammed],
    ['PNC number with spaces', '2022 0000123 A', mohammed],
    ['number of an earlier system', 'am 40417', mohammed],
    ['number of an earlier system without its letters', '40417', mohammed],
    ['UPN', 'a999-123-456-789', mohammed],
    ['street', 'larkspur street', mohammed],
    ['street, misspelt', 'larkspor', mohammed],
    ['house and street', '14a larkspur', mohammed],
    ['town', 'amberford', mohammed],
    ['postcode', 'de451ab', mohammed],
    ['first part of a postcode', 'DE45', mohammed],
    ['name and postcode', 'quill de45', mohammed],
  ])('finds by %s', async (_by, text, name) => {
    expect(await namesFound(text)).toEqual([name])
  })

  it.each([
    ['a name and the year of another', 'okafor 2010'],
    ['a name and the postcode of another', 'okafor de45'],
    ['three wrong letters', 'glockwoot'],
    ['nothing that can be looked for', "%_'; --"],
    ['two names of two children', 'okafor quill'],
  ])('finds nobody by %s', async (_by, text) => {
    expect(await namesFound(text)).toEqual([])
  })

  it('says why, who works with the child and in which team', async () => {
    const cells = async (text: string) => {
      const page = await app.searchFor(text, 'case-manager')
      return page
        .$('tbody tr')
        .first()
        .find('td, th')
        .toArray()
        .map(cell => page.$(cell).text().replaceAll(/\s+/gu, ' ').trim())
    }
    expect(await cells('bear 3/2/2011')).toEqual([
      'Bear Okafor (Samuel)',
      '15',
      '3 February 2011',
      'Person of role case-manager, North team',
      'Known as Bear; Date of birth',
    ])
    expect((await cells('muhamad larkspur')).at(-1)).toBe(
      'Mohammed, which sounds like “muhamad”; Lives at larkspur',
    )
  })

  it('puts the best first', async () => {
    await app.inService(async scope => {
      for (const givenName of ['Zanna', 'Zannah', 'Sanna', 'Xanna'])
        await insert(scope, { givenName })
    })
    expect(await namesFound('zanna')).toEqual([
      'Zanna Example',
      'Zannah Example',
      'Sanna Example',
      'Xanna Example',
    ])
  })

  it('finds a former name, and does not say it', async () => {
    await app.inService(async scope => {
      const childId = await insert(scope, { givenName: 'Perpetua', familyName: 'Vole' })
      await scope.db
        .updateTable('children')
        .set({ givenName: 'Alex' })
        .where('serviceId', '=', scope.serviceId)
        .where('id', '=', childId)
        .execute()
      await refreshSearchKeys(scope, childId)
    })
    const page = await app.searchFor('perpetua', 'case-manager')
    expect(page.$('tbody').text()).toContain('Alex Vole')
    expect(page.$('tbody').text()).toContain('A name of before')
    expect(page.$('tbody').text()).not.toMatch(/perpetua/iu)
  })

  it('shows fifty and says that there are more', async () => {
    await app.inService(async scope => {
      for (let one = 0; one < 51; one += 1) await insert(scope, { familyName: 'Wolverley' })
    })
    const page = await app.searchFor('wolverley', 'case-manager')
    expect(page.$('tbody tr').length).toBe(50)
    expect(page.$('main').text()).toContain('These are the first 50. Type more to find fewer.')
  })

  it('shows a social worker only the children shared with them', async () => {
    expect(await namesFound('Mohammed', 'social-worker-read-only')).toEqual([])
    expect(await namesFound('Shared', 'social-worker-read-only')).toEqual(['Shared Child'])
  })

  it('shows a police colleague only children with a referral in hand', async () => {
    expect(await namesFound('Shared', 'police-colleague')).toEqual([])
    expect(await namesFound('Mohammed', 'police-colleague')).toEqual([mohammed])
  })
})

describe('the text of a search', () => {
  it('is in no address, and going back shows it again', async () => {
    const sent = await app.send('/children', { q: 'Quill Mohammed' }, 'case-manager')
    expect(sent.status).toBe(303)
    expect(sent.location).toMatch(/^\/children\/found\/[0-9a-f-]{36}$/u)
    const page = await app.get(sent.location ?? '', 'case-manager')
    expect(page.$('#q').attr('value')).toBe('Quill Mohammed')
    expect(page.$('form[action^="/children"]').attr('method')).toBe('post')
  })

  it('is read back by nobody else', async () => {
    const sent = await app.send('/children', { q: 'Quill' }, 'case-manager')
    expect((await app.get(sent.location ?? '', 'team-manager')).status).toBe(404)
  })

  it('is not in the audit, which says that somebody searched', async () => {
    await app.send('/children', { q: 'Quill' }, 'team-manager')
    const entries = await app.inService(scope =>
      scope.db
        .selectFrom('auditEntries')
        .selectAll()
        .where('serviceId', '=', scope.serviceId)
        .where('action', '=', 'child.searched')
        .where('staffId', '=', app.staff['team-manager'])
        .execute(),
    )
    expect(entries.length).toBe(1)
    expect(JSON.stringify(entries)).not.toMatch(/quill/iu)
  })

  it('that is empty leads back to the list, and one too long is shown again', async () => {
    expect((await app.send('/children', { q: ' ' }, 'case-manager')).location).toBe('/children')
    const long = await app.send('/children', { q: 'x'.repeat(201) }, 'case-manager')
    expect(long.status).toBe(422)
    expect(long.errors[0]).toContain('What you look for must be 200 characters or fewer')
  })

  it('may be sent twice from one page with another text: a search is not a record', async () => {
    const open = await app.get('/my-work', 'case-manager')
    const form = open.$('header form[role=search]')
    const hidden = form.find('input[type=hidden]')
    expect(hidden.toArray().map(field => open.$(field).attr('name'))).toEqual(['_csrf'])
    const _csrf = hidden.attr('value') ?? ''
    const found: string[] = []
    for (const q of ['Quill', 'Okafor']) {
      const sent = await app.sendBare('/children', { _csrf, q }, 'case-manager')
      found.push((await app.get(sent.location ?? '', 'case-manager')).$('tbody a').text())
    }
    expect(found).toEqual([mohammed, bear])
  })
})
