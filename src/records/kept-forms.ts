import type { Temporal } from 'temporal-polyfill'
import type { Scope } from './scope.ts'

const aDay = { hours: 24 }

/** A form that could not be sent. */
export interface KeptForm {
  readonly staffId: string
  /** The pattern of the page's URL. */
  readonly page: string
  /** Stands for the address, which can name a child. */
  readonly addressHash: string
  /** Sealed: the database cannot open it. */
  readonly content: string
  readonly keptAt: Temporal.Instant
}

type About = Pick<KeptForm, 'staffId' | 'addressHash'>

/** Keeps what a person typed into one page, in place of what was kept of that page before. */
export async function keepForm(scope: Scope, form: KeptForm): Promise<void> {
  const { page, content, keptAt } = form
  await scope.db
    .insertInto('keptForms')
    .values({ serviceId: scope.serviceId, ...form })
    .onConflict(conflict =>
      conflict
        .columns(['serviceId', 'staffId', 'addressHash'])
        .doUpdateSet({ page, content, keptAt }),
    )
    .execute()
}

/** The sealed content of what a person typed into a page, or undefined when nothing is kept of it. */
export async function findOptionalKeptForm(
  scope: Scope,
  { staffId, addressHash }: About,
): Promise<string | undefined> {
  const row = await scope.db
    .selectFrom('keptForms')
    .select('content')
    .where('serviceId', '=', scope.serviceId)
    .where('staffId', '=', staffId)
    .where('addressHash', '=', addressHash)
    .executeTakeFirst()
  return row?.content
}

/** Deletes what was kept of a page: it is saved, or thrown away. */
export async function forgetForm(scope: Scope, { staffId, addressHash }: About): Promise<void> {
  await scope.db
    .deleteFrom('keptForms')
    .where('serviceId', '=', scope.serviceId)
    .where('staffId', '=', staffId)
    .where('addressHash', '=', addressHash)
    .execute()
}

/** Deletes the service's forms that have been kept for a day. */
export async function forgetOldForms(scope: Scope, now: Temporal.Instant): Promise<void> {
  await scope.db
    .deleteFrom('keptForms')
    .where('serviceId', '=', scope.serviceId)
    .where('keptAt', '<=', now.subtract(aDay))
    .execute()
}
