import { existsSync, globSync } from 'node:fs'
import { installInCi } from './debian.ts'
import { runVitest } from './vitest-step.ts'
import type { Counts, Step } from './step.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Journeys through the running service in a browser; they find the browser in CHROMIUM_PATH. */
export const journeys: Step = { name: 'journeys', run: runJourneys }

async function runJourneys(): Promise<Counts> {
  if (findChromium() === undefined) await installInCi('chromium')
  const chromium = findChromium()
  if (chromium !== undefined) return await runVitest('journeys', { CHROMIUM_PATH: chromium })
  console.log('skipped: there is no Chromium here; install it or set CHROMIUM_PATH')
  const files = globSync('e2e/**/*.journey.ts').length
  return { passed: 0, failed: 0, skipped: Math.max(files, 1) }
}

function findChromium(): string | undefined {
  const set = process.env['CHROMIUM_PATH']
  if (set === undefined || set === '') return PLACES.find(place => existsSync(place))
  if (!existsSync(set)) throw new Error(`CHROMIUM_PATH: there is no ${set}`)
  return set
}
