import type { SessionStore } from '@fastify/session'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './schema.ts'

const twelveHours = { hours: 12 }
const sessionContent = z.looseObject({ cookie: z.looseObject({}) })

/**
 * Keeps sign-in sessions in the database, so that any copy of the application can answer a request and a restart signs nobody out.
 *
 * @param now the present instant, asked at each use
 */
export function sessionStore(db: Kysely<Database>, now: () => Temporal.Instant): SessionStore {
  return {
    set: (id, session, done) => {
      const content = JSON.stringify(session)
      const expiresAt = now().add(twelveHours)
      db.insertInto('sessions')
        .values({ id, content, expiresAt })
        .onConflict(conflict => conflict.column('id').doUpdateSet({ content, expiresAt }))
        .execute()
        .then(() => done(), done)
    },
    get: (id, done) => {
      db.selectFrom('sessions')
        .select('content')
        .where('id', '=', id)
        .where('expiresAt', '>', now())
        .executeTakeFirst()
        .then(row => done(null, readContent(row?.content)), done)
    },
    destroy: (id, done) => {
      db.deleteFrom('sessions')
        .where('id', '=', id)
        .execute()
        .then(() => done(), done)
    },
  }
}

type StoredSession = Parameters<SessionStore['set']>[1]

function readContent(content: unknown): StoredSession | null {
  const read = sessionContent.safeParse(content)
  return read.success ? (read.data as unknown as StoredSession) : null
}
