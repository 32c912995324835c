import { existsSync, globSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { bundledBinariesFolder } from './bundled-binaries.ts'

/** Alongside's SQL is written for this version and later ones. */
export const OLDEST_MAJOR = 15

/** Where packages of Linux distributions and of Homebrew put the binaries without naming them in PATH. */
const PACKAGE_FOLDERS = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
]

/** Folders of this machine's own PostgreSQL: PATH first, then the packages, newest first. Versions are not looked at. */
export function systemBinariesFolders(): string[] {
  const inPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(folder => path.isAbsolute(folder))
  const packaged = globSync(PACKAGE_FOLDERS).sort(newestFirst)
  const folders = [...inPath, ...packaged].flatMap(folderOfServer)
  return [...new Set(folders)]
}

/** Every folder worth trying, best first: this machine's own PostgreSQL, then the one that comes with Alongside. */
export function candidateFolders(configured: string | undefined): string[] {
  if (configured !== undefined) return [configured]
  const bundled = bundledBinariesFolder()
  return bundled === undefined ? systemBinariesFolders() : [...systemBinariesFolders(), bundled]
}

/** PATH often holds a link to `postgres` alone: the link's target has `initdb` beside it. */
function folderOfServer(folder: string): string[] {
  const server = path.join(folder, 'postgres')
  if (!existsSync(server)) return []
  const real = path.dirname(realpathSync(server))
  return existsSync(path.join(real, 'initdb')) ? [real] : []
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true })
}
