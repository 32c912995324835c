import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json names.
 *
 * No install script is run: the only packages that have one we use are the PostgreSQL binaries, whose
 * script makes library links, and the launcher makes those itself.
 */
export async function installWhenNeeded(project, development) {
  if (process.env.ALONGSIDE_SKIP_INSTALL === '1') return
  if (isInstalled(project, development)) return
  console.error('alongside: installing the packages named in package-lock.json (npm ci) ...')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (development) args.push('--include=dev')
  await npm(args, project)
}

/** Runs npm with its output on standard error; throws a plain message when it fails. */
export function npm(args, folder) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] })
    child.once('error', error => {
      reject(new Error(`npm could not be started (${error.message}). Install Node with npm first.`))
    })
    child.once('exit', status => {
      if (status === 0) resolve(undefined)
      else reject(new Error(`"npm ${args.join(' ')}" failed; what it said is above.`))
    })
  })
}

/**
 * Compares the lock file with the copy that npm leaves in node_modules at the end of an install.
 * Optional packages may be missing (they are for other machines), and so may development packages
 * when only the application is wanted; a wrong version never passes.
 */
function isInstalled(project, development) {
  const lock = path.join(project, 'package-lock.json')
  const left = path.join(project, 'node_modules', '.package-lock.json')
  if (!existsSync(left)) return false
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages
  const installed = JSON.parse(readFileSync(left, 'utf8')).packages
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true
    const there = installed[name]
    if (there) return there.version === entry.version && there.integrity === entry.integrity
    return mayBeMissing(entry, development)
  })
}

function mayBeMissing(entry, development) {
  if (entry.optional || entry.devOptional) return true
  return Boolean(entry.dev) && !development
}
