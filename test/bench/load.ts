import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { Client } from 'pg'
import { z } from 'zod'
import { monotonicMilliseconds } from '#platform/clock.ts'

// A process of its own, so that what is measured and what asks do not share a thread. It is told what to send, and answers how
// long it took.

const http = z.object({
  kind: z.literal('http'),
  port: z.number(),
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  /** One a connection: a session each, as of as many people. */
  connections: z.array(z.object({ cookie: z.string(), body: z.string() })),
  expects: z.number(),
  requests: z.number(),
})

const statements = z.object({
  kind: z.literal('statements'),
  database: z.object({ host: z.string(), user: z.string(), database: z.string() }),
  statements: z.array(z.object({ text: z.string(), values: z.array(z.unknown()) })),
  connections: z.number(),
  requests: z.number(),
})

const order = z.discriminatedUnion('kind', [http, statements])
export type Order = z.input<typeof order>

export const loadResult = z.object({
  requestsASecond: z.number(),
  p50: z.number(),
  bytes: z.number(),
})
export type LoadResult = z.infer<typeof loadResult>

/** In a body or a value: replaced by a new id each time, as each form has its own. */
export const newIdEachTime = '{new id}'
/** In a value: replaced by the connection's own text, as each person has their own session. */
export const ownOfConnection = '{own}'

process.on('message', message => {
  void answer(order.parse(message))
})

async function answer(asked: z.infer<typeof order>): Promise<void> {
  const reply = asked.kind === 'http' ? await sendRequests(asked) : await sendStatements(asked)
  process.send?.(reply)
}

async function sendRequests(asked: z.infer<typeof http>): Promise<LoadResult> {
  const connections = asked.connections.map(one => ({
    ...one,
    agent: new Agent({ keepAlive: true, maxSockets: 1 }),
  }))
  let bytes = 0
  const one = async (connection: number) => {
    const { agent, cookie, body } = connections[connection] ?? {
      agent: new Agent(),
      cookie: '',
      body: '',
    }
    bytes = await sendOne(asked, agent, { cookie, body: body.replace(newIdEachTime, randomUUID()) })
  }
  const result = await spread(asked.requests, connections.length, one)
  for (const { agent } of connections) agent.destroy()
  return { ...result, bytes }
}

function sendOne(
  { port, method, path, expects }: z.infer<typeof http>,
  agent: Agent,
  { cookie, body }: { readonly cookie: string; readonly body: string },
): Promise<number> {
  const headers = {
    cookie,
    ...(method === 'POST' && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers }, response => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === expects) resolve(bytes)
        else reject(new Error(`${method} ${path} answered ${String(response.statusCode)}`))
      })
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? body : undefined)
  })
}

async function sendStatements(asked: z.infer<typeof statements>): Promise<LoadResult> {
  const clients = await Promise.all(
    Array.from({ length: asked.connections }, async () => {
      const client = new Client({ ...asked.database, ssl: false })
      await client.connect()
      return client
    }),
  )
  const one = async (connection: number) => {
    const fresh = { [newIdEachTime]: randomUUID(), [ownOfConnection]: `bare-${connection}` }
    for (const { text, values } of asked.statements) {
      const filled = values.map(value => replaced(value, fresh))
      await clients[connection]?.query(text, filled)
    }
  }
  const result = await spread(asked.requests, clients.length, one)
  await Promise.all(clients.map(client => client.end()))
  return { ...result, bytes: 0 }
}

function replaced(value: unknown, fresh: Readonly<Record<string, string>>): unknown {
  return typeof value === 'string' ? (fresh[value] ?? value) : value
}

/** Does `one` so many times on so many connections, each taking the next as soon as it is free. The first on each is not counted. */
async function spread(
  requests: number,
  connections: number,
  one: (connection: number) => Promise<void>,
): Promise<Omit<LoadResult, 'bytes'>> {
  const each = Array.from({ length: connections }, (_, connection) => connection)
  await Promise.all(each.map(one))
  const times: number[] = []
  let left = requests
  const began = monotonicMilliseconds()
  await Promise.all(
    each.map(async connection => {
      while (left > 0) {
        left -= 1
        const start = monotonicMilliseconds()
        await one(connection)
        times.push(monotonicMilliseconds() - start)
      }
    }),
  )
  const seconds = (monotonicMilliseconds() - began) / 1000
  const p50 = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return { requestsASecond: requests / seconds, p50 }
}
