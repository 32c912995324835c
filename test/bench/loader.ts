import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { loadResult, type LoadResult, type Order } from './load.ts'

export interface Loader {
  readonly send: (order: Order) => Promise<LoadResult>
  readonly stop: () => void
}

/** Starts the process that asks. */
export function startLoader(): Loader {
  const child = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), {
    serialization: 'advanced',
  })
  return {
    send: async order => {
      const answered = nextMessage(child)
      child.send(order)
      return loadResult.parse(await answered)
    },
    stop: () => child.disconnect(),
  }
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController()
  const ended = once(child, 'exit', { signal: waiting.signal }).then(() => {
    throw new Error('The process that asks has ended; what went wrong stands above')
  })
  try {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[]
    return message
  } finally {
    waiting.abort()
    ended.catch(() => undefined)
  }
}
