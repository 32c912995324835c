import { globSync } from 'node:fs'
import path from 'node:path'
import type { RuleExamples } from './worked-examples.ts'

const domain = path.resolve(import.meta.dirname, '../..')

/** The worked examples of every rule: what the `*.examples.ts` files beside the rules export. */
export async function loadEveryExample(): Promise<RuleExamples[]> {
  const files = globSync('**/*.examples.ts', { cwd: domain }).toSorted()
  const modules = await Promise.all(
    files.map(
      async file => (await import(path.join(domain, file))) as Record<string, RuleExamples>,
    ),
  )
  return modules.flatMap(module => Object.values(module))
}
