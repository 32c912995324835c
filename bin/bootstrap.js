// Runs on any Node from 18 and without any package, because it is what brings both.
// Everything it says goes to standard error: standard output belongs to the command it starts.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installWhenNeeded } from './install.js'
import { nodeToRunWith } from './node-runtime.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/**
 * Installs what the lock file names when it is not there, then runs a TypeScript file of the project
 * under the project's own Node and ends with its exit status.
 *
 * @param {string} script the file to run, from the project's folder
 * @param {string[]} args
 * @param {{ development?: boolean }} [needs] development: the packages for checks and tests too
 */
export async function handOver(script, args, needs = {}) {
  try {
    await installWhenNeeded(project, needs.development ?? false)
    const node = await nodeToRunWith(project)
    await runToItsEnd(node, [path.join(project, script), ...args])
  } catch (error) {
    console.error(`alongside: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function runToItsEnd(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: 'inherit' })
    const stopListening = passOnSignals(child)
    child.once('error', error => {
      reject(new Error(`Node could not be started from ${node} (${error.message}).`))
    })
    child.once('exit', (status, signal) => {
      stopListening()
      if (signal) process.kill(process.pid, signal)
      else process.exitCode = status ?? 1
      resolve(undefined)
    })
  })
}

function passOnSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const passOn = signal => {
    // A terminal sends Ctrl-C to the whole group: the child has it already.
    if (signal === 'SIGINT' && isAtTerminal()) return
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, passOn)
  return () => {
    for (const signal of signals) process.off(signal, passOn)
  }
}

function isAtTerminal() {
  return [process.stdin, process.stdout, process.stderr].some(stream => stream.isTTY)
}
