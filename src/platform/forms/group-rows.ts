import type { Body, FormValues } from './field.ts'

/** How many rows of a group the page shows. */
export function rowCount(values: FormValues, name: string): number {
  return rowIndexes(values, name).length
}

/** The row numbers of a group found among the input names `name-0-title`, in order, gaps and all. */
export function rowIndexes(body: Body, name: string): readonly number[] {
  const prefix = `${name}-`
  const found = new Set<number>()
  for (const key of Object.keys(body)) {
    const digits = key.startsWith(prefix)
      ? /^(\d{1,3})-/.exec(key.slice(prefix.length))?.[1]
      : undefined
    if (digits !== undefined) found.add(Number(digits))
  }
  return [...found].sort((a, b) => a - b)
}

/** The inputs of these rows of the body, numbered afresh from 0. */
export function renumbered(body: Body, name: string, rows: readonly number[]): Body {
  return Object.fromEntries(
    rows.flatMap((row, index) => {
      const prefix = `${name}-${row}-`
      return Object.entries(body)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => [`${name}-${index}-${key.slice(prefix.length)}`, value] as const)
    }),
  )
}

/** True when nothing is typed, ticked or carried. */
export function isBlank(values: FormValues): boolean {
  return Object.values(values).every(value =>
    typeof value === 'string' ? value.trim() === '' : value.every(text => text.trim() === ''),
  )
}
