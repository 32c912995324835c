import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './install.js'

const leastMajor = 24
const version = '24.21.0'

/** The Node that runs the application: this one when it is new enough, else one from the registry. */
export async function nodeToRunWith(project) {
  if (Number(process.versions.node.split('.')[0]) >= leastMajor) return process.execPath
  const packaged = path.join(
    project,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  )
  if (existsSync(packaged)) return packaged
  return await nodeInstalledBeside(project)
}

/** Where no package holds the binary itself (macOS), the `node` package fetches it when it is installed. */
async function nodeInstalledBeside(project) {
  const folder = path.join(project, '.alongside', 'runtime')
  const node = path.join(folder, 'node_modules', 'node', 'bin', 'node')
  if (existsSync(node)) return node
  console.error(`alongside: fetching Node ${version} into .alongside/runtime ...`)
  mkdirSync(folder, { recursive: true })
  // Its install script is what fetches the binary, and npm runs only the scripts it was told of.
  const wanted = { private: true, dependencies: { node: version }, allowScripts: { node: true } }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(wanted))
  try {
    await npm(['install', '--prefix', folder, '--no-audit', '--no-fund'], folder)
  } catch {
    throw new Error(needNode())
  }
  if (!existsSync(node)) throw new Error(needNode())
  return node
}

function needNode() {
  return `Alongside needs Node ${leastMajor} and this is ${process.versions.node}; it could not be fetched. Install Node ${version} or later from https://nodejs.org and start again.`
}
