import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { z } from 'zod'

// dependency-cruiser reads TypeScript with the installed compiler; with one it cannot use it sees no file at
// all and reports success. So this counts what it saw.

const folders = ['src', 'migrations', 'test', 'e2e']

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string(), comment: z.string() })),
    }),
  }),
})

const files = globSync(folders.map(folder => `${folder}/**/*.ts`))
const present = folders.filter(folder => files.some(file => file.startsWith(`${folder}/`)))
const ran = spawnSync('node_modules/.bin/depcruise', [...present, '--output-type', 'json'], {
  encoding: 'utf8',
  maxBuffer: 1_000_000_000,
})
if (ran.stdout === '') throw new Error(`dependency-cruiser said nothing: ${ran.stderr}`)
const { modules, summary } = report.parse(JSON.parse(ran.stdout))

const reasons = new Map(summary.ruleSetUsed.forbidden.map(rule => [rule.name, rule.comment]))
const seen = new Set(modules.map(module => module.source))
const unseen = files.filter(file => !seen.has(file))
for (const file of unseen) console.log(`not seen by dependency-cruiser: ${file}`)
for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle ? [from, ...cycle.map(step => step.name)].join(' -> ') : `${from} -> ${to}`
  console.log(`${rule.name}: ${way}\n    ${reasons.get(rule.name) ?? ''}`)
}
console.log(`${files.length} files, ${summary.violations.length} wrong arrows`)
process.exitCode = unseen.length + summary.violations.length === 0 ? 0 : 1
