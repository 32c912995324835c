import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { runTool } from './run-tool.ts'
import type { Counts, Step } from './step.ts'

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

type Report = z.infer<typeof report>

/** The tests of one vitest project; `prepare` runs first. */
export function vitestStep(project: string, prepare: () => Promise<void>): Step {
  return {
    name: project,
    run: async () => {
      await prepare()
      return await runVitest(project)
    },
  }
}

export async function runVitest(project: string, environment?: NodeJS.ProcessEnv): Promise<Counts> {
  const file = path.join('test-output', `${project.replaceAll(' ', '-')}.json`)
  mkdirSync('test-output', { recursive: true })
  rmSync(file, { force: true })
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json']
  const ran = await runTool('vitest', [...args, `--outputFile.json=${file}`], environment)
  const read = readReport(file)
  if (ran.status !== 0 || read === undefined) console.log(ran.output.trimEnd())
  for (const name of namesOfSkipped(read)) console.log(`skipped: ${name}`)
  return counts(ran.status, read)
}

function readReport(file: string): Report | undefined {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** A run that fails without a failed test (a file that does not load, an error outside tests) is one failure. */
export function counts(status: number, read: Report | undefined): Counts {
  if (read === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const passed = read.numPassedTests
  const skipped = read.numPendingTests + read.numTodoTests
  const went = status === 0 && read.success && passed + skipped > 0
  const failed = went ? 0 : Math.max(read.numFailedTests, 1)
  return { passed, failed, skipped }
}

function namesOfSkipped(read: Report | undefined): string[] {
  const results = read?.testResults.flatMap(file => file.assertionResults) ?? []
  return results
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName)
}
