import { sql, type RawBuilder } from 'kysely'

interface Columns {
  readonly id: string
  readonly on: string
  /** A code in quotes, or a column. */
  readonly part: string
  readonly code?: string
  readonly more?: string
  readonly words?: string
  readonly staff?: string
  /** The moment by which entries of one day are ordered. */
  readonly at?: string
  readonly referral?: string
  readonly intervention?: string
  readonly otherChild?: string
  /** A condition. */
  readonly significant?: string
}

/** Own words are read to this length: a timeline shows their beginning, a chronology a little more. */
export const wordsRead = 400

/** The columns of a timeline's statement, in their order. What is given is SQL of the source, never anything that was typed. */
export function columns(given: Columns): RawBuilder<unknown> {
  const parts = [
    `${given.id} as id`,
    `${given.on} as "on"`,
    `${given.part}::text as part`,
    `${given.code ?? 'null'}::text as code`,
    `${given.more ?? 'null'}::text as more`,
    given.words === undefined
      ? 'null::text as words'
      : `left(${given.words}, ${wordsRead}) as words`,
    `${given.staff ?? 'null'}::uuid as staff_id`,
    `${given.at ?? 'null'}::timestamptz as at`,
    `${given.referral ?? 'null'}::uuid as referral_id`,
    `${given.intervention ?? 'null'}::uuid as intervention_id`,
    `${given.otherChild ?? 'null'}::uuid as other_child_id`,
    `(${given.significant ?? 'false'})::boolean as is_significant`,
  ]
  return sql.raw(parts.join(', '))
}
