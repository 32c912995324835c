import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'

const lock = {
  packages: {
    '': { name: 'alongside' },
    'node_modules/kept': { version: '1.0.0' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    'node_modules/for-tests': { version: '1.0.0', dev: true },
  },
}

// It speaks last, so that whoever hears it may send it a signal.
const application = `
  if (process.argv.includes('wait')) {
    process.on('SIGTERM', () => process.exit(7))
    setInterval(() => {}, 1000)
  } else process.exitCode = 3
  console.log(JSON.stringify(process.argv.slice(2)))`

const npmThatNotes = `#!/bin/sh\necho said by npm\necho "$@" >> "$(dirname "$0")/npm-calls"\n`

let project: string

beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), 'alongside-bootstrap-'))
  cpSync('bin', path.join(project, 'bin'), { recursive: true })
  write('package.json', JSON.stringify({ type: 'module' }))
  write('package-lock.json', JSON.stringify(lock))
  write('src/cli/alongside.ts', application)
  write('test/run.ts', application)
  write('machine/npm', npmThatNotes)
  chmodSync(path.join(project, 'machine', 'npm'), 0o755)
})

afterEach(() => {
  rmSync(project, { recursive: true, force: true })
})

function write(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(project, name)), { recursive: true })
  writeFileSync(path.join(project, name), content)
}

function installed(packages: Record<string, { version: string }>): void {
  write('node_modules/.package-lock.json', JSON.stringify({ packages }))
}

function run(command: string, ...args: string[]): ChildProcess {
  const environment = { PATH: `${path.join(project, 'machine')}:${process.env['PATH'] ?? ''}` }
  return spawn(process.execPath, [path.join(project, 'bin', command), ...args], {
    cwd: os.tmpdir(),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function outcome(child: ChildProcess) {
  const ended = once(child, 'exit')
  const said = child.stdout ? await text(child.stdout) : ''
  const [status] = (await ended) as [number | null]
  return { status, said }
}

function npmCalls(): string {
  const file = path.join(project, 'machine', 'npm-calls')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

test('a command is given its words, and its status comes back', async () => {
  installed({ 'node_modules/kept': { version: '1.0.0' } })
  const { status, said } = await outcome(run('alongside.js', 'export', '--to', 'a file'))
  expect(said).toBe('["export","--to","a file"]\n')
  expect(status).toBe(3)
  expect(npmCalls()).toBe('')
})

test('packages are installed when there are none, and standard output stays clean', async () => {
  const { said } = await outcome(run('alongside.js'))
  expect(npmCalls()).toMatch(/^ci --ignore-scripts /)
  expect(said).toBe('[]\n')
})

test('packages are installed when one has another version than the lock file', async () => {
  installed({ 'node_modules/kept': { version: '0.9.0' } })
  await outcome(run('alongside.js'))
  expect(npmCalls()).toMatch(/^ci /)
})

test('the tests ask for the packages that the service does without', async () => {
  installed({ 'node_modules/kept': { version: '1.0.0' } })
  await outcome(run('test.js'))
  expect(npmCalls()).toContain('--include=dev')
})

test('a command that is told to stop ends in its own way', async () => {
  installed({ 'node_modules/kept': { version: '1.0.0' } })
  const child = run('alongside.js', 'wait')
  if (child.stdout) await once(child.stdout, 'readable')
  child.kill('SIGTERM')
  expect((await outcome(child)).status).toBe(7)
})
