import { load } from 'cheerio'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export interface Page {
  readonly status: number
  readonly location: string | null
  readonly text: string
  readonly $: ReturnType<typeof load>
  /** The hidden fields of the page's forms. */
  readonly hidden: Readonly<Record<string, string>>
}

/** One browser with its own cookies, for what outlives a session. */
export interface Browser {
  readonly open: (url: string) => Promise<Page>
  readonly post: (url: string, form: Readonly<Record<string, string>>) => Promise<Page>
  readonly signIn: (staffId: string) => Promise<void>
  readonly forget: (cookie: string) => void
}

/** Opens a browser on the application. */
export function aBrowser(app: FastifyInstance): Browser {
  const jar = new Map<string, string>()
  const cookies = () =>
    [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
  const read = (response: LightMyRequestResponse): Page => {
    for (const { name, value } of response.cookies) jar.set(name, value)
    const $ = load(response.body)
    const fields = $('main form input[type=hidden]').toArray()
    const location = response.headers.location
    return {
      status: response.statusCode,
      location: typeof location === 'string' ? location : null,
      text: $('main').text().replaceAll(/\s+/g, ' '),
      $,
      hidden: Object.fromEntries(
        fields.map(field => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']),
      ),
    }
  }
  const open = async (url: string) =>
    read(await app.inject({ url, headers: { cookie: cookies() } }))
  const post = async (url: string, form: Readonly<Record<string, string>>) => {
    const headers = { cookie: cookies(), 'content-type': 'application/x-www-form-urlencoded' }
    const payload = new URLSearchParams(form).toString()
    return read(await app.inject({ method: 'POST', url, headers, payload }))
  }
  return {
    open,
    post,
    signIn: async staffId => {
      const { hidden } = await open('/sign-in')
      await post('/sign-in', { ...hidden, staffId })
    },
    forget: cookie => jar.delete(cookie),
  }
}
