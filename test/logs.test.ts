import { load } from 'cheerio'
import { sql } from 'kysely'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildApp } from '#app'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { makeDemonstration } from '#demo/make-demonstration.ts'
import { clockFixedOn } from '#platform/clock.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { connectWithin, testDatabase } from './database.ts'

const today = plainDate('2026-03-11')
const database = await testDatabase()
const db = connect<Database>(database.connection)
const { serviceId } = await makeDemonstration(db, { seed: 1, today })
const within = connectWithin(database, serviceId)

const lines: string[] = []
const app = await buildApp({
  db,
  clock: clockFixedOn(today),
  around: { serviceName: 'Test service', isDemonstration: true, assetVersion: 'test' },
  sessionSecret: 'a secret of at least thirty-two characters',
  oidc: null,
  isBehindProxy: false,
  isHttps: false,
  logLevel: 'trace',
  logTo: { write: line => lines.push(line) },
})
const typed = 'Rosalind Quillfeather said\n    at home: her father hit her'
plantFailures()
afterAll(async () => {
  await app.close()
  await Promise.all([db.destroy(), within.destroy()])
})

/** Failures that quote a person, as libraries' messages do. */
function plantFailures(): void {
  app.get('/planted/failure/:name', () => {
    throw new Error(typed)
  })
  app.get('/planted/database/:name', async () => {
    await sql`select ${typed}::uuid`.execute(db)
  })
  app.get('/planted/twice/:name', async (_request, reply) => {
    await reply.send('once')
    await reply.send('twice')
  })
}

type Row = Readonly<Record<string, unknown>>
const rowsOf = async (table: string): Promise<Row[]> => {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t`.execute(within)
  return rows.map(({ row }) => row)
}

const answers: LightMyRequestResponse[] = []
let cookie = ''

async function ask(url: string, body?: Readonly<Record<string, string>>) {
  const answer = await app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    ...(body !== undefined && { payload: new URLSearchParams(body).toString() }),
  })
  answers.push(answer)
  const set = answer.cookies.find(({ name }) => name === 'alongside')
  if (set !== undefined) cookie = `${set.name}=${encodeURIComponent(set.value)}`
  return answer
}

const hiddenIn = ({ body }: LightMyRequestResponse, form: string) => {
  const $ = load(body)
  const fields = $(`${form} input[type=hidden]`).toArray()
  return Object.fromEntries(
    fields.map(field => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']),
  )
}

beforeAll(async () => {
  const { id: staffId = '' } = (await rowsOf('staff')).find(
    one => one['role'] === 'team-manager',
  ) as { readonly id?: string }
  await ask('/sign-in', { ...hiddenIn(await ask('/sign-in'), 'main form'), staffId })
  await workForADay()
  await goWrong()
}, 120_000)

/** Looks at many children, as somebody does who covers for the team. */
async function workForADay(): Promise<void> {
  const children = await rowsOf('children')
  for (const child of children.slice(-30)) {
    await ask(`/children/${String(child['id'])}`)
    await ask(`/children?q=${encodeURIComponent(String(child['family_name']))}`)
  }
  const parts = {
    referrals: 'referrals',
    contacts: 'contacts',
    plans: 'plans',
    interventions: 'interventions',
  }
  for (const [table, part] of Object.entries(parts)) {
    for (const row of (await rowsOf(table)).slice(-8)) {
      await ask(`/children/${String(row['child_id'])}/${part}/${String(row['id'])}`)
    }
  }
  for (const url of ['/my-work', '/referrals', '/panels', '/performance']) await ask(url)
}

async function goWrong(): Promise<void> {
  const name = 'Rosalind%20Quillfeather'
  await ask(`/${name}`)
  await ask(`/children/${name}`)
  await ask(`/children/%ZZ${name}`)
  await ask(`/children/${name.repeat(20)}`)
  await ask(`/children?q=${name.repeat(300)}`)
  await ask('/referrals/new', { familyName: 'Quillfeather', whatHappened: typed })
  const hidden = hiddenIn(await ask('/referrals/new'), 'main form')
  await ask('/referrals/new', { ...hidden, familyName: 'Quillfeather', whatHappened: typed })
  for (const planted of ['failure', 'database', 'twice']) await ask(`/planted/${planted}/${name}`)
  await app.inject({
    method: 'POST',
    url: `/sign-in?name=${name}`,
    headers: { 'content-type': 'application/json' },
    payload: '{"name": "Rosalind Quillfeather"',
  })
}

const logLine = z.looseObject({
  level: z.number(),
  time: z.number(),
  request: z.string().optional(),
})
const answered = z.object({
  request: z.string(),
  method: z.string(),
  route: z.string(),
  status: z.number(),
  msg: z.literal('answered'),
})

describe('the log of a day, at its most talkative', () => {
  it('is of a hundred requests and more, with every kind of refusal and failure', () => {
    const statuses = new Set(answers.map(({ statusCode }) => statusCode))
    expect(answers.length).toBeGreaterThan(100)
    expect([...statuses].toSorted()).toEqual([200, 303, 307, 403, 404, 414, 422, 500])
  })

  it('is one JSON object a line, and says of every request its number, its pattern and its end', () => {
    const read = lines.map(line => logLine.parse(JSON.parse(line)))
    const ends = read.flatMap(line => answered.safeParse(line).data ?? [])
    expect(ends.length).toBeGreaterThan(100)
    expect(new Set(ends.map(({ request }) => request)).size).toBe(ends.length)
    expect(ends.map(({ route }) => route)).toContain('/children/:childId')
    expect(read.filter(line => line.request === undefined).map(line => line['msg'])).toEqual([])
  })

  it('holds no name, no address and no sentence of anybody’s record', async () => {
    const log = lines.join('\n')
    const words = new Set(log.split(/[^\p{L}'’-]+/u))
    const found: string[] = []
    for (const table of [
      'children',
      'relationships',
      'people',
      'circumstances',
      'contacts',
      'referrals',
      'plans',
      'staff',
    ]) {
      for (const [key, value] of (await rowsOf(table)).flatMap(row => Object.entries(row))) {
        if (typeof value !== 'string') continue
        const isThere = /name$/u.test(key)
          ? value.split(' ').some(part => part.length > 2 && words.has(part))
          : value.includes(' ') && log.includes(value)
        if (isThere) found.push(`${table}.${key}: ${value}`)
      }
    }
    expect(found).toEqual([])
  })

  it('holds nothing of what was typed or asked for, and no id', () => {
    const log = lines.join('\n')
    expect(log).not.toMatch(/Quillfeather|Rosalind|her father/u)
    expect(log).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/u)
    expect(log).not.toMatch(/[?&]q=/u)
  })

  it('has the number that the page of a failure shows, with the place in the code', () => {
    const failures = answers.filter(({ statusCode }) => statusCode === 500)
    expect(failures).toHaveLength(2)
    for (const failure of failures) {
      const shown = load(failure.body)('main strong').text()
      expect(shown).toMatch(/^[0-9a-f]{12}$/u)
      expect(failure.headers['x-request-id']).toBe(shown)
      const line = lines.find(one => one.includes(`"request":"${shown}"`) && one.includes('failed'))
      expect(line).toMatch(/logs\.test\.ts|pg/u)
      expect(line).toContain('"route":"/planted/')
    }
  })
})
