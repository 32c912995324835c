import { createServer, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, describe, expect, it } from 'vitest'
import { accountsApp } from './testing/accounts-app.ts'
import { oidcClient } from './oidc.ts'

interface Person {
  readonly email: string
  readonly isVerified?: boolean
  readonly groups: readonly string[]
}

/** People as the organisation's provider knows them, by their subject. */
const people = new Map<string, Person>()

const service = await accountsApp()
let answer: RequestListener = (_request, response) => response.end()
const server = createServer((request, response) => answer(request, response))
const issuer = await listen()
const ownAddress = `http://127.0.0.1:${await freePort()}`
answer = await theProvider()

const settings = {
  issuer,
  clientId: 'alongside',
  clientSecret: 'a secret between the two of them',
  ownAddress,
  scope: 'openid email groups',
  groupsClaim: 'groups',
  roles: [
    { group: 'yjs-managers', role: 'team-manager' },
    { group: 'yjs-staff', role: 'case-manager' },
  ],
} as const
const app = await service.start(settings)
await app.listen({ port: Number(new URL(ownAddress).port), host: '127.0.0.1' })

afterAll(async () => {
  await service.close()
  server.closeAllConnections()
  server.close()
})

async function listen(): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function theProvider(): Promise<RequestListener> {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'alongside',
        client_secret: 'a secret between the two of them',
        redirect_uris: [`${ownAddress}/sign-in/organisation/back`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups'] },
    cookies: { keys: ['a key for the tests'] },
    features: { devInteractions: { enabled: true } },
    findAccount: async (_context, subject) => {
      const person = people.get(subject)
      if (person === undefined) return undefined
      return {
        accountId: subject,
        claims: async () => ({
          sub: subject,
          email: person.email,
          email_verified: person.isVerified ?? true,
          groups: [...person.groups],
        }),
      }
    },
  })
  const handle = provider.callback()
  return (request, response) => void handle(request, response)
}

/** A browser that follows redirects by hand, so that a test can step in between. */
function walker() {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const go = async (url: string, form?: Record<string, string>) => {
    const jar = jarOf(url)
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = response.headers.get('location')
    return {
      status: response.status,
      body: await response.text(),
      next: location === null ? null : new URL(location, url).href,
    }
  }
  /** Answers the provider's question: who signs in, and that they agree. */
  const answerPage = async (page: Awaited<ReturnType<typeof go>>, subject: string) => {
    const prompt = /name="prompt" value="(\w+)"/u.exec(page.body)?.[1] ?? ''
    const action = /action="([^"]+)"/u.exec(page.body)?.[1] ?? ''
    return (await go(action, { prompt, login: subject, password: 'any' })).next
  }
  /** From our sign-in page through the provider, up to the address that leads back to us. */
  const askProvider = async (subject: string): Promise<string> => {
    let at = (await go(`${ownAddress}/sign-in/organisation`)).next
    for (let step = 0; step < 12 && at !== null && !at.startsWith(ownAddress); step += 1) {
      const page = await go(at)
      at = page.next ?? (await answerPage(page, subject))
    }
    return at ?? ''
  }
  return { go, askProvider }
}

const audits = async (staffId: string) =>
  (
    await service.db
      .selectFrom('auditEntries')
      .select(['action', 'detail'])
      .where('staffId', '=', staffId)
      .orderBy('id')
      .execute()
  ).map(({ action, detail }) => [action, detail])

describe('signing in through the organisation', () => {
  it('knows a person by their verified e-mail the first time and by their subject ever after', async () => {
    people.set('subject-1', { email: 'Ada@council.example', groups: ['all', 'yjs-managers'] })
    const { staffId } = await service.person('ada', { email: 'ada@council.example' })
    const visitor = walker()
    const back = await visitor.askProvider('subject-1')
    expect(back).toContain('code=')
    const came = await visitor.go(back)
    expect([came.status, came.next]).toEqual([303, `${ownAddress}/my-team`])
    expect((await visitor.go(`${ownAddress}/account`)).status).toBe(200)
    expect(await audits(staffId)).toEqual([
      ['identity.linked', null],
      ['session.started', 'single sign-on'],
    ])

    people.set('subject-1', { email: 'new.name@council.example', groups: ['yjs-managers'] })
    const later = walker()
    expect((await later.go(await later.askProvider('subject-1'))).status).toBe(303)
  })

  it('gives the role of the groups, and writes a change of it down', async () => {
    people.set('subject-2', { email: 'ben@council.example', groups: ['yjs-staff'] })
    const { staffId } = await service.person('ben', { email: 'ben@council.example' })
    const visitor = walker()
    await visitor.go(await visitor.askProvider('subject-2'))
    expect((await visitor.go(`${ownAddress}/account`)).body).toContain('Case manager')
    expect(await audits(staffId)).toContainEqual([
      'staff.role-changed',
      'team-manager to case-manager',
    ])
  })

  it('refuses a person without a mapped group plainly', async () => {
    people.set('subject-3', { email: 'cleo@council.example', groups: ['all'] })
    await service.person('cleo', { email: 'cleo@council.example' })
    const visitor = walker()
    const came = await visitor.go(await visitor.askProvider('subject-3'))
    expect(came.status).toBe(403)
    expect(came.body).toContain('You have no role in Alongside')
    expect((await visitor.go(`${ownAddress}/account`)).next).toBe(`${ownAddress}/sign-in`)
  })

  it('refuses somebody whom Alongside does not know', async () => {
    people.set('subject-4', { email: 'dee@council.example', groups: ['yjs-staff'] })
    const visitor = walker()
    const came = await visitor.go(await visitor.askProvider('subject-4'))
    expect([came.status, came.body.includes('not a member of staff here yet')]).toEqual([403, true])
  })

  it('trusts no e-mail address that the organisation has not made sure of', async () => {
    people.set('subject-5', {
      email: 'eve@council.example',
      isVerified: false,
      groups: ['yjs-staff'],
    })
    await service.person('eve', { email: 'eve@council.example' })
    const visitor = walker()
    expect((await visitor.go(await visitor.askProvider('subject-5'))).status).toBe(403)
  })

  it('opens nothing for a newcomer who was given the e-mail address of somebody else', async () => {
    people.set('subject-6', { email: 'fay@council.example', groups: ['yjs-staff'] })
    people.set('subject-7', { email: 'fay@council.example', groups: ['yjs-staff'] })
    await service.person('fay', { email: 'fay@council.example' })
    const [first, second] = [walker(), walker()]
    expect((await first.go(await first.askProvider('subject-6'))).status).toBe(303)
    expect((await second.go(await second.askProvider('subject-7'))).status).toBe(403)
  })

  describe('takes no answer', () => {
    people.set('subject-8', { email: 'gil@council.example', groups: ['yjs-staff'] })

    it('with another state', async () => {
      await service.person('gil', { email: 'gil@council.example' })
      const visitor = walker()
      const back = new URL(await visitor.askProvider('subject-8'))
      back.searchParams.set('state', 'another-state')
      const came = await visitor.go(back.href)
      expect([came.status, came.body.includes('Signing in did not work')]).toEqual([403, true])
    })

    it('a second time', async () => {
      const visitor = walker()
      const back = await visitor.askProvider('subject-8')
      expect((await visitor.go(back)).status).toBe(303)
      expect((await visitor.go(back)).status).toBe(403)
    })

    it('in another browser than the one that asked', async () => {
      const back = await walker().askProvider('subject-8')
      expect((await walker().go(back)).status).toBe(403)
    })

    it('with a code that somebody else was given', async () => {
      const [victim, thief] = [walker(), walker()]
      const stolen = new URL(await victim.askProvider('subject-8')).searchParams.get('code') ?? ''
      const own = new URL(await thief.askProvider('subject-8'))
      own.searchParams.set('code', stolen)
      expect((await thief.go(own.href)).status).toBe(403)
    })

    it('when the person gave up at the provider', async () => {
      const visitor = walker()
      const back = new URL(await visitor.askProvider('subject-8'))
      back.searchParams.delete('code')
      back.searchParams.set('error', 'access_denied')
      expect((await visitor.go(back.href)).status).toBe(403)
    })
  })

  it('asks for a proof key, a state and a nonce', async () => {
    const { url, pending } = await oidcClient(settings).begin()
    const asked = new URL(url).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('state')).toBe(pending.state)
    expect(asked.get('nonce')).toBe(pending.nonce)
    expect(url).not.toContain(pending.codeVerifier)
  })

  it('goes without https on this machine only', () => {
    expect(() => oidcClient({ ...settings, issuer: 'http://login.example' })).toThrow(/https/)
  })
})
