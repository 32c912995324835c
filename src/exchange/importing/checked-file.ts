import type { Checking } from '../checking/known-records.ts'
import type { Source } from '../writing/read-rows.ts'

/** A file whose first line was accepted: into which service it goes and what its other lines were checked against. */
export interface CheckedFile {
  readonly source: Source
  readonly checking: Checking
  /** True where the service is not in the database: then nothing of the file is. */
  readonly isNewService: boolean
}
