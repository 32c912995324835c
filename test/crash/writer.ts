import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'

/** `lose the answer`: one more, sent and saved, but what came back is not heard, as when a line goes down. */
export type Order = 'go on' | 'lose the answer' | 'stop'

/** A form that was sent and whose answer did not come back. */
interface Sent {
  readonly marker: string
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** Somebody at a browser who plans one contact after the other, and sends a form again when no answer came. */
export interface Writer {
  /** Plans contacts as told, until told to stop or an answer stays out. */
  readonly work: (told: () => Order) => Promise<void>
  /** The marker of the form whose answer stayed out. */
  readonly unanswered: () => string | null
  /** Sends that form once more, as it was; true when it was answered, or nothing was open. */
  readonly sendAgain: () => Promise<boolean>
}

export interface Assignment {
  readonly address: string
  readonly name: string
  readonly staffId: string
  /** Addresses of contact forms, each of one child's work. */
  readonly forms: readonly string[]
  readonly acknowledge: (marker: string) => void
  /** The planted fault: what is sent again carries a key of its own, as if the form had none. */
  readonly forgetsTheKey: boolean
}

const patience = 15_000

export function aWriter(about: Assignment): Writer {
  let cookie = ''
  let sent: Sent | null = null
  let count = 0

  async function ask(url: string, body?: URLSearchParams): Promise<Response> {
    const response = await fetch(`${about.address}${url}`, {
      redirect: 'manual',
      headers: { cookie },
      signal: AbortSignal.timeout(patience),
      ...(body && { method: 'POST', body }),
    })
    const given = response.headers.getSetCookie().find(one => one.startsWith('alongside='))
    if (given !== undefined) cookie = given.split(';')[0] ?? ''
    return response
  }

  async function signIn(): Promise<void> {
    cookie = ''
    const hidden = hiddenFields(await (await ask('/sign-in')).text())
    const answer = await ask('/sign-in', new URLSearchParams({ ...hidden, staffId: about.staffId }))
    await answer.arrayBuffer()
  }

  /** A session may have gone with the crash before it was kept: then the person signs in again. */
  async function open(url: string): Promise<Record<string, string> | null> {
    for (let tries = 0; tries < 2; tries += 1) {
      if (cookie === '') await signIn()
      const answer = await ask(url)
      const text = await answer.text()
      if (answer.status === 200) return filledIn(text)
      cookie = ''
    }
    return null
  }

  async function send(form: Sent): Promise<boolean> {
    const answer = await ask(form.url, new URLSearchParams(form.fields))
    const text = await answer.text()
    const to = answer.headers.get('location') ?? ''
    if (answer.status === 422) throw new Error(`The form was refused: ${errorsIn(text)}`)
    return answer.status === 303 && to.startsWith('/children/')
  }

  async function planOne(isHeard: boolean): Promise<boolean> {
    const url = about.forms[count % about.forms.length] ?? ''
    const fields = await open(url)
    if (fields === null) return false
    const marker = `${about.name}-${count}`
    count += 1
    sent = { marker, url, fields: { ...fields, ...contact(marker) } }
    if (!(await send(sent)) || !isHeard) return false
    sent = null
    about.acknowledge(marker)
    return true
  }

  return {
    unanswered: () => sent?.marker ?? null,
    work: async told => {
      let goesOn = true
      while (goesOn && told() !== 'stop') {
        const isHeard = told() === 'go on'
        goesOn = await unlessCutOff(() => planOne(isHeard))
      }
    },
    sendAgain: async () => {
      const form = sent
      if (form === null) return true
      const answered = await unlessCutOff(async () => {
        // The token against forged forms belongs to the session; the form's own key stays.
        const fresh = await open(form.url)
        if (fresh === null) return false
        const { _csrf: token = '' } = fresh
        const key = about.forgetsTheKey ? { _form: randomUUID() } : {}
        return await send({ ...form, fields: { ...form.fields, _csrf: token, ...key } })
      })
      if (!answered) return false
      sent = null
      about.acknowledge(form.marker)
      return true
    },
  }
}

function contact(marker: string) {
  return { kind: 'office', place: marker, happened: 'planned' }
}

/** False when the connection broke or nothing came; other errors are the test's own and end it. */
async function unlessCutOff(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    const cutOff =
      error instanceof Error &&
      (error instanceof TypeError || ['TimeoutError', 'AbortError'].includes(error.name))
    if (cutOff) return false
    throw error
  }
}

function hiddenFields(page: string): Record<string, string> {
  const $ = load(page)
  return fieldsOf($, 'main form input[type=hidden]')
}

/** The fields as the page has filled them in: the hidden ones, and the day, which is today. */
function filledIn(page: string): Record<string, string> {
  return fieldsOf(load(page), 'main form input[type=hidden], main form input[type=text]')
}

function fieldsOf($: ReturnType<typeof load>, selector: string): Record<string, string> {
  const fields = $(selector).toArray()
  return Object.fromEntries(
    fields.map(field => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']),
  )
}

function errorsIn(page: string): string {
  const $ = load(page)
  return $('.govuk-error-summary__list').text().trim().replaceAll(/\s+/g, ' ')
}
