import { add, nothing, type Counts, type Step } from './step.ts'

const inCi = process.env['CI'] === 'true'

/** Runs the steps one after the other and prints a line for each; the last line counts all. The exit status says how it went. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  let total: Counts = nothing
  for (const step of steps) {
    const began = performance.now()
    const counts = await runToItsEnd(step)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${verdict(counts)} ${step.name}: ${inWords(counts)} (${seconds} s)`)
    total = add(total, counts)
  }
  if (inCi && total.skipped > 0) console.log('Nothing may be skipped in CI: this run has failed.')
  process.exitCode = total.failed > 0 || (inCi && total.skipped > 0) ? 1 : 0
  console.log(inWords(total))
}

/** A step that breaks down counts as failed, and the ones after it still run. */
async function runToItsEnd(step: Step): Promise<Counts> {
  try {
    return await step.run()
  } catch (error) {
    console.log(error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function verdict({ failed, skipped }: Counts): string {
  if (failed > 0) return 'FAILED '
  return skipped > 0 ? 'skipped' : 'ok     '
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
