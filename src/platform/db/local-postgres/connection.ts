import { Client } from 'pg'
import type { ServerFolder } from './server-folder.ts'

/** What `pg` needs to reach the server. */
export type LocalConnection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
  readonly ssl: false
}

/** 'starting' also stands for one that is about to stop: in both cases asking again is right. */
export type Answer = { kind: 'ready'; version: string } | { kind: 'starting' } | { kind: 'none' }

export function connectionTo(folder: ServerFolder): LocalConnection {
  // `ssl` is set because PGSSLMODE in the environment would ask for it, and a socket has none.
  return { host: folder.socket, port: 5432, user: 'alongside', database: 'alongside', ssl: false }
}

/** Asks whether a server answers on the socket. */
export async function askServer(connection: LocalConnection): Promise<Answer> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5000 })
  // A server that stops between the answer and the end of the connection is not our concern here.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const shown = await client.query<{ server_version: string }>('show server_version')
    return { kind: 'ready', version: shown.rows[0]?.server_version.split(' ')[0] ?? '' }
  } catch (error) {
    return answerIn(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function answerIn(error: unknown): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return { kind: 'none' }
  // 57P: starting up or shutting down. ECONNRESET and EPIPE: it went while we spoke.
  if (code.startsWith('57P') || code === 'ECONNRESET' || code === 'EPIPE')
    return { kind: 'starting' }
  throw error
}
