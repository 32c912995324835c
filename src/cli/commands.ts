import type { Config } from '#config'
import { addAdministrator } from './add-administrator.ts'
import { verifyAudit } from './audit.ts'
import { makeBackup } from './backup.ts'
import { makeDemo } from './demo.ts'
import { printDuties } from './duties.ts'
import { exportRecords } from './export.ts'
import { importRecords } from './import.ts'
import { printMeasures } from './measures.ts'
import { migrate } from './migrate.ts'
import { restoreBackup } from './restore.ts'
import { printSchema } from './schema.ts'
import { serve, start } from './serve.ts'

interface Command {
  /** First line: the call. The rest: what it does. */
  readonly usage: string
  /** @throws Error whose message says what the person should do */
  readonly run: (words: readonly string[], config: Config) => Promise<void>
}

export const commands = {
  start: {
    usage: 'alongside start\n\nMakes the demonstration when the database is empty, then serves it.',
    run: (_words, config) => start(config),
  },
  serve: {
    usage: 'alongside serve\n\nBrings the database up to date and serves the pages.',
    run: (_words, config) => serve(config),
  },
  migrate: {
    usage: 'alongside migrate\n\nBrings the database up to date and ends.',
    run: (_words, config) => migrate(config),
  },
  demo: {
    usage:
      'alongside demo [--seed NUMBER]\n\nMakes the invented service in an empty database. The same seed on the same day makes the same service.',
    run: makeDemo,
  },
  duties: {
    usage:
      'alongside duties --as-of DATE [--child ID] [--service ID] --json\n\nPrints what is owed on a day, with the rule and the facts behind each duty.',
    run: printDuties,
  },
  measures: {
    usage:
      'alongside measures --from DATE --to DATE [--measure ID] [--children] [--service ID] --json\n\nPrints the figures of a period, both days included; with --children also who is behind each.',
    run: printMeasures,
  },
  'add-administrator': {
    usage:
      'alongside add-administrator --service ID --name NAME --user NAME [--email ADDRESS]\n\nMakes the first administrator. The password is the first line of standard input.',
    run: addAdministrator,
  },
  backup: {
    usage:
      'alongside backup FILE [--force]\n\nWrites everything the database holds at one moment into a file, while others work. --force replaces a file that is there.',
    run: makeBackup,
  },
  restore: {
    usage:
      'alongside restore FILE\n\nFills an empty database from a backup and brings it up to date: all of it, or nothing.',
    run: restoreBackup,
  },
  audit: {
    usage:
      'alongside audit verify [--service ID] [--expect HASH]\n\nComputes the chain of the audit anew and names the first entry that was altered, removed or inserted. --expect: a last hash that was kept outside of the database.',
    run: verifyAudit,
  },
  schema: {
    usage: 'alongside schema\n\nPrints the JSON Schema of a line of the exchange format.',
    run: printSchema,
  },
  export: {
    usage:
      'alongside export [--to FILE] [--service ID]\n\nWrites what a service has recorded in the exchange format, to standard output or into a file.',
    run: exportRecords,
  },
  import: {
    usage:
      'alongside import FILE [--keep-good]\n\nBrings in a file in the exchange format: all of it or nothing, or with --keep-good the lines that are right.',
    run: importRecords,
  },
} as const satisfies Record<string, Command>

/** True for a text that names a command. */
export function isCommand(text: string): text is keyof typeof commands {
  return Object.hasOwn(commands, text)
}
