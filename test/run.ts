import path from 'node:path'
import { commandStep } from './run/command-step.ts'
import { installPostgresInCi } from './run/debian.ts'
import { journeys } from './run/journeys.ts'
import { runSteps } from './run/run-steps.ts'
import { vitestStep } from './run/vitest-step.ts'

process.chdir(path.dirname(import.meta.dirname))
await runSteps([
  commandStep('format', 'prettier', ['--check', '--log-level=warn', '.']),
  commandStep('lint', 'eslint', ['--max-warnings=0', '.']),
  commandStep('types', 'tsc', ['--noEmit']),
  commandStep('arrows', 'node', ['test/check-arrows.ts']),
  commandStep('dead code', 'knip', ['--no-progress', '--no-config-hints']),
  commandStep('only tested', 'knip', ['--production', '--no-progress', '--no-config-hints']),
  vitestStep('rules and pages', installPostgresInCi),
  journeys,
])
