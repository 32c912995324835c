import { existsSync } from 'node:fs'
import { systemBinariesFolders } from '#platform/db/local-postgres/find-binaries.ts'
import { runTool } from './run-tool.ts'

/** In CI, where nothing may be skipped, the tests bring PostgreSQL: they run on the machine's own and on ours. */
export async function installPostgresInCi(): Promise<void> {
  if (systemBinariesFolders().length === 0) await installInCi('postgresql')
}

/** Installs a Debian package where we may: in CI, as root. Says so; says nothing elsewhere. */
export async function installInCi(name: string): Promise<void> {
  const may = process.env['CI'] === 'true' && process.getuid?.() === 0
  if (!may || !existsSync('/usr/bin/apt-get')) return
  console.log(`installing ${name} with apt-get: the tests need it`)
  await aptGet(['update'])
  await aptGet(['install', '--yes', '--no-install-recommends', name])
}

async function aptGet(args: readonly string[]): Promise<void> {
  const ran = await runTool('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' })
  if (ran.status !== 0) console.log(ran.output.trimEnd())
}
