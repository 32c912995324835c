import type { Body, Field, FieldError, FormContext, FormValues, Reading } from './field.ts'
import { valid } from './field.ts'
import type { Fields, FieldsValue } from './fields.ts'
import { checkFieldNames, readFields, showFields, typedFields } from './fields.ts'
import { isBlank, renumbered, rowCount, rowIndexes } from './group-rows.ts'

type GroupOptions<F extends Fields> = {
  readonly fields: F
  /** How many rows there must be; 0 unless given. The page shows one blank row even then. */
  readonly min?: number
  /** 50 unless given. */
  readonly max?: number
  /** Said when there are more rows than `max`. */
  readonly tooMany?: string
}

/**
 * Rows of the same questions, with inputs such as `offences-0-title`. Submit buttons named `add-offences`, and
 * `remove-offences` with the row number as value, add and take away rows without JavaScript; `again-offences`
 * shows the page again with the rows as they are. Rows left blank are passed over, except as many as there must be.
 */
export function groupField<const F extends Fields>(
  options: GroupOptions<F>,
): Field<readonly FieldsValue<F>[]> {
  const { fields, min = 0, max = 50 } = options
  checkFieldNames(fields)
  if (Object.values(fields).some(field => field.rearranged)) {
    throw new Error('A group of rows cannot hold another group')
  }
  const atLeast = Math.max(min, 1)
  const typed = (body: Body, name: string): FormValues => {
    const filled = rowIndexes(body, name).filter(row => !isBlank(rowTyped(fields, body, name, row)))
    return typedRows(fields, renumbered(body, name, filled), name, Math.max(filled.length, atLeast))
  }
  return {
    typed,
    read: (values, name, context) => {
      const rows = rowCount(values, name)
      if (rows > max)
        return tooMany(options.tooMany ?? `Give no more than ${max}`, fields, name, max)
      const isSpare = (row: number) => row >= min && isBlank(rowTyped(fields, values, name, row))
      const wanted = Array.from({ length: rows }, (_, row) => row).filter(row => !isSpare(row))
      return readRows(fields, values, { name, rows: wanted, context })
    },
    show: (value, name) => {
      const rows = value ?? []
      const shown = Array.from({ length: Math.max(rows.length, atLeast) }, (_, row) =>
        showFields(fields, rows[row] ?? {}, `${name}-${row}`),
      )
      return Object.fromEntries(shown.flatMap(row => Object.entries(row)))
    },
    rows: fields,
    anchor: name => rowAnchor(fields, name, 0),
    rearranged: (body, name) => {
      const rows = rowsAfterButton(body, name, max)
      if (!rows) return undefined
      const { kept, added } = rows
      const count = Math.max(kept.length + added, atLeast)
      return typedRows(fields, renumbered(body, name, kept), name, count)
    },
  }
}

function rowsAfterButton(body: Body, name: string, max: number) {
  const rows = rowIndexes(body, name)
  if (Object.hasOwn(body, `add-${name}`)) return { kept: rows, added: rows.length < max ? 1 : 0 }
  if (Object.hasOwn(body, `again-${name}`)) return { kept: rows, added: 0 }
  if (!Object.hasOwn(body, `remove-${name}`)) return undefined
  const removed = body[`remove-${name}`]
  return { kept: rows.filter(row => String(row) !== removed), added: 0 }
}

function rowTyped(fields: Fields, body: Body, name: string, row: number): FormValues {
  return typedFields(fields, body, `${name}-${row}`)
}

function typedRows(fields: Fields, body: Body, name: string, count: number): FormValues {
  const rows = Array.from({ length: count }, (_, row) => rowTyped(fields, body, name, row))
  return Object.fromEntries(rows.flatMap(row => Object.entries(row)))
}

function readRows<F extends Fields>(
  fields: F,
  values: FormValues,
  { name, rows, context }: { name: string; rows: readonly number[]; context: FormContext },
): Reading<readonly FieldsValue<F>[]> {
  const read: FieldsValue<F>[] = []
  const errors: FieldError[] = []
  for (const row of rows) {
    const reading = readFields(fields, values, `${name}-${row}`, context)
    if (reading.kind === 'valid') read.push(reading.value)
    else errors.push(...reading.errors)
  }
  return errors.length === 0 ? valid(read) : { kind: 'invalid', errors }
}

function rowAnchor(fields: Fields, name: string, row: number): string {
  const [first] = Object.entries(fields)
  return first ? first[1].anchor(`${name}-${row}-${first[0]}`) : name
}

function tooMany(message: string, fields: Fields, name: string, row: number): Reading<never> {
  const href = `#${rowAnchor(fields, name, row)}`
  return { kind: 'invalid', errors: [{ field: name, href, message }] }
}
