import path from 'node:path'
import { installPostgresInCi } from './run/debian.ts'
import { runSteps } from './run/run-steps.ts'
import { vitestStep } from './run/vitest-step.ts'

process.chdir(path.dirname(import.meta.dirname))
await runSteps([vitestStep('long', installPostgresInCi)])
