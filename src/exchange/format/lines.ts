import { z } from 'zod'
import { childLine } from './child-line.ts'
import { panelLine } from './panel-line.ts'
import { familyLinkLine, personLine } from './person-line.ts'
import { endLine, formatName, formatVersion, headerLine } from './service-line.ts'

/** A line of the file, told from the others by its `record`. */
export const exchangeLine = z.discriminatedUnion('record', [
  headerLine,
  panelLine,
  personLine,
  familyLinkLine,
  childLine,
  endLine,
])

export type ExchangeLine = z.output<typeof exchangeLine>

/** The JSON Schema of one line, as it is written: made from the definitions that the import reads with. */
export function exchangeJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(exchangeLine, { io: 'input' })
  return {
    $schema,
    title: `${formatName}, version ${formatVersion}: one line of the file`,
    description:
      'A file is UTF-8 text, one JSON value a line: the service, then its panels, the people around children, who of them is family, then the children, then the end.',
    ...schema,
  }
}

/** The JSON Schema as it is printed and kept in docs/exchange-schema.json. */
export function schemaText(): string {
  return `${JSON.stringify(exchangeJsonSchema(), null, 2)}\n`
}
