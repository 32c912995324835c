import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export type Ran = { readonly status: number; readonly output: string }

/** Runs one of the project's tools, or a program of the machine, in the folder we are in; keeps what it says. */
export async function runTool(
  tool: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const ours = path.resolve('node_modules', '.bin', tool)
  const [program, first] = programOf(tool, ours)
  const child = spawn(program, [...first, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  return await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', status => {
      resolve({ status: status ?? 1, output: Buffer.concat(said).toString() })
    })
  })
}

/** The project's tools are scripts; they run under this Node, whichever one PATH has. */
function programOf(tool: string, ours: string): [string, string[]] {
  if (tool === 'node') return [process.execPath, []]
  return existsSync(ours) ? [process.execPath, [ours]] : [tool, []]
}
