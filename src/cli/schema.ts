import { schemaText } from '#exchange/format/lines.ts'

/** Prints the JSON Schema of the exchange format. */
export async function printSchema(): Promise<void> {
  process.stdout.write(schemaText())
}
