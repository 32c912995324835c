import { z } from 'zod'
import { BackupError } from './backup-error.ts'

/** Raised when an older Alongside could no longer read the file. */
export const formatVersion = 1

const anyVersion = z.object({
  format: z.literal('alongside-backup'),
  formatVersion: z.int(),
  madeBy: z.string(),
})

const wholeNumber = z.string().regex(/^-?\d+$/)

const thisVersion = anyVersion.extend({
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()).min(1),
  leftOut: z.array(z.object({ table: z.string(), because: z.string() })),
  /** Text, because a bigint does not fit a JSON number. */
  sequences: z.array(z.object({ name: z.string(), next: wholeNumber })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()).min(1),
      rows: z.int().nonnegative(),
    }),
  ),
})

/** The first line of a backup: what is in it and what it takes to read it. */
export type Header = Readonly<z.output<typeof thisVersion>>
export type BackedUpTable = Header['tables'][number]

/**
 * Reads the first line of a backup.
 *
 * @throws BackupError when it is none, or one that a newer Alongside made
 */
export function parseHeader(line: string): Header {
  const { formatVersion: found, madeBy } = parseOr(anyVersion, line)
  if (found > formatVersion) {
    throw new BackupError(
      `The file was made by ${madeBy}, which is newer than this Alongside. Update Alongside, then restore.`,
    )
  }
  return parseOr(thisVersion, line)
}

function parseOr<Schema extends z.ZodType>(schema: Schema, line: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(line))
  } catch (cause) {
    throw new BackupError('The file is not a backup of Alongside.', { cause })
  }
}

/** For people: "36 tables with 1200 rows". */
export function howMuch({ tables }: Header): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${tables.length} tables with ${rows} rows`
}
