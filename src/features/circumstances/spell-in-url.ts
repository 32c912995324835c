import { z } from 'zod'
import { findChild } from '#records/children.ts'
import {
  findCircumstance,
  lockCircumstance,
  type Circumstance,
  type CircumstanceOfChild,
} from '#records/circumstances.ts'
import { idInUrl, type PageContext } from '../page.ts'

export const spellInUrl = z.object({ childId: idInUrl, circumstanceId: idInUrl })

/** The child and the spell that an address names. @throws NotFound when it is another child's */
export async function loadSpell({ scope, user }: PageContext, about: CircumstanceOfChild) {
  return {
    child: await findChild(scope, user, about.childId),
    spell: await findCircumstance(scope, about),
  }
}

/** The spell as it is now, held so that nobody else changes it until this is saved. */
export async function holdSpell(
  { scope }: PageContext,
  about: CircumstanceOfChild,
): Promise<Circumstance> {
  await lockCircumstance(scope, about.circumstanceId)
  return await findCircumstance(scope, about)
}
