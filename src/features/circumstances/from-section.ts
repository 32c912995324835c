import { z } from 'zod'
import { confirmCircumstance, type CircumstanceOfChild } from '#records/circumstances.ts'
import { idInUrl, type PageContext } from '../page.ts'
import type { FromSection } from './urls.ts'

/** The way back to the section of an assessment from which a change was begun. */
export const fromSectionInUrl = z.object({
  assessment: idInUrl.optional(),
  section: z
    .string()
    .regex(/^[a-z-]+$/u)
    .optional(),
})

/** What was just said for an assessment is not asked again in it: the new spell counts as said today. */
export async function saidForSection(
  { scope, today }: PageContext,
  about: CircumstanceOfChild & { readonly source: string },
  { assessment }: FromSection,
): Promise<void> {
  if (assessment === undefined) return
  await confirmCircumstance(scope, about, { on: today, source: about.source })
}
