import { runTool } from './run-tool.ts'
import type { Step } from './step.ts'

/** A check that passes or fails as a whole, and counts as one test. */
export function commandStep(name: string, tool: string, args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const { status, output } = await runTool(tool, args)
      if (status === 0) return { passed: 1, failed: 0, skipped: 0 }
      console.log(output.trimEnd())
      return { passed: 0, failed: 1, skipped: 0 }
    },
  }
}
