import { runnableBinaries, type Binaries } from './binaries.ts'
import { candidateFolders, OLDEST_MAJOR } from './find-binaries.ts'
import { LocalPostgresError } from './local-postgres-error.ts'
import type { ServerAccount } from './server-account.ts'

type Wanted = {
  /** A folder that was set; nothing else is looked at then */
  readonly configured: string | undefined
  /** What the data was made with; only this major version can open it */
  readonly majorOfData: number | undefined
  readonly account: ServerAccount
  readonly copiesFolder: string
}

/** The best PostgreSQL of this machine for the data; for data that is still to be made, the best of all. */
export function chooseBinaries(wanted: Wanted): Binaries {
  const seen: string[] = []
  for (const folder of candidateFolders(wanted.configured)) {
    const binaries = runnableBinaries(folder, wanted.account, wanted.copiesFolder)
    if (binaries && fits(binaries.major, wanted.majorOfData)) return binaries
    seen.push(binaries ? `version ${binaries.version} in ${folder}` : `none that runs in ${folder}`)
  }
  throw new LocalPostgresError(whyNone(wanted, seen.length > 0 ? seen.join('; ') : 'none'))
}

function fits(major: number, majorOfData: number | undefined): boolean {
  return majorOfData === undefined ? major >= OLDEST_MAJOR : major === majorOfData
}

function whyNone({ majorOfData, account }: Wanted, seen: string): string {
  if (majorOfData === undefined) {
    return `Alongside needs PostgreSQL ${String(OLDEST_MAJOR)} or later that ${account.name} can run. Found: ${seen}. Install it, or set the folder of its binaries, or set DATABASE_URL.`
  }
  const major = String(majorOfData)
  return `The data was made by PostgreSQL ${major}, and only PostgreSQL ${major} can open it. Found: ${seen}. Set the folder of the binaries of PostgreSQL ${major}; to move to a newer version, export from the old one and import into a new data folder.`
}
