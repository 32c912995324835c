import { randomUUID } from 'node:crypto'
import { newIdEachTime, ownOfConnection, type Order } from './load.ts'
import { tokenIn, type RunningApp } from './running-app.ts'
import { statementsOf, type Statement } from './statements.ts'
import type { Subjects, WorkSaved } from './subjects.ts'

export const connections = 8

/** Something that a person asks of the application, as every connection sends it. */
export interface MeasuredPage {
  readonly app: RunningApp
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly expects: number
  readonly senders: readonly { readonly cookie: string; readonly body: string }[]
}

export async function shownPage(
  app: RunningApp,
  staffId: string,
  path: string,
): Promise<MeasuredPage> {
  const cookies = await app.signIn(staffId, connections)
  const senders = cookies.map(cookie => ({ cookie, body: '' }))
  return { app, method: 'GET', path, expects: 200, senders }
}

/** A contact that has happened, written down with a note: forgery token, form's key, guards, audit and all. */
export async function savedContact(app: RunningApp, subjects: Subjects): Promise<MeasuredPage> {
  const path = contactPath(subjects.saved)
  const cookies = await app.signIn(subjects.workerId, connections)
  const senders = []
  for (const cookie of cookies) {
    senders.push({ cookie, body: contactBody(tokenIn(await app.get(path, cookie))) })
  }
  return { app, method: 'POST', path, expects: 303, senders }
}

/** Where a contact of this work is written down. */
export function contactPath({ childId, interventionId }: WorkSaved): string {
  return `/children/${childId}/contacts/new?intervention=${interventionId}`
}

function contactBody(token: string): string {
  const fields = new URLSearchParams({
    _csrf: token,
    kind: 'home-visit',
    'plannedOn-day': '2',
    'plannedOn-month': '3',
    'plannedOn-year': '2026',
    plannedTime: '4pm',
    place: 'Your kitchen table',
    happened: 'happened',
    attendance: 'attended',
    present: 'child',
    note: 'You told me about the bike that you are mending, and what you want to do when it rides again. '.repeat(
      4,
    ),
  })
  return `${fields.toString()}&_form=${newIdEachTime}`
}

/** The page over the wire, from every connection at once. */
export function overTheWire(page: MeasuredPage, requests: number): Order {
  const { app, method, path, expects, senders } = page
  return {
    kind: 'http',
    port: app.port,
    method,
    path,
    expects,
    connections: [...senders],
    requests,
  }
}

/** What the page asks of the database, heard while it is asked for once. */
export async function statementsOfPage(page: MeasuredPage): Promise<Statement[]> {
  const [sender] = page.senders
  if (sender === undefined) throw new Error('Nobody asks for the page')
  const formKey = randomUUID()
  const heard = await statementsOf(() =>
    page.app.ask({
      method: page.method,
      path: page.path,
      cookie: sender.cookie,
      body: sender.body.replace(newIdEachTime, formKey),
    }),
  )
  const fresh = new Map<unknown, string>([
    [formKey, newIdEachTime],
    [sessionOf(sender.cookie), ownOfConnection],
  ])
  return heard.map(statement => ({
    ...statement,
    values: statement.values.map(value => fresh.get(value) ?? value),
  }))
}

function sessionOf(cookie: string): string {
  return decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)).split('.')[0] ?? ''
}

/** The same statements, sent bare to the same database on as many connections. */
export async function bareStatements(page: MeasuredPage, requests: number): Promise<Order> {
  const heard = await statementsOfPage(page)
  return {
    kind: 'statements',
    database: page.app.connection,
    statements: heard.map(({ text, values }) => ({ text, values: [...values] })),
    connections,
    requests,
  }
}
