import { z } from 'zod'
import type { PageContext } from '../page.ts'
import { idInUrl } from '../page.ts'
import { findChild } from '#records/children.ts'
import { findChronology } from './chronology-queries.ts'
import { readShownEntries } from './chosen-entries.ts'

/** `:childId` and `:chronologyId`. */
export const chronologyInUrl = z.object({ childId: idInUrl, chronologyId: idInUrl })

type Params = z.output<typeof chronologyInUrl>

/** A chronology with its child and its entries, as this reader may read them. */
export async function loadChronology({ scope, user }: PageContext, params: Params) {
  const chronology = await findChronology(scope, params)
  return {
    child: await findChild(scope, user, params.childId),
    chronology,
    entries: await readShownEntries(scope, chronology, user),
  }
}

/** What such a page shows. */
export type LoadedChronology = Awaited<ReturnType<typeof loadChronology>>
