import type { DisabilityAnswer, SpeechLanguageAnswer } from '#domain/vocabulary/identity.ts'
import { aroundOn, listRelationships, type Relationship } from '#records/relationships.ts'
import type { PageContext } from '../page.ts'

/** What the record holds of the child as a person and of those at home: shown in a form, never asked by it. */
export interface KnownPerson {
  readonly firstLanguage: string | null
  readonly otherLanguages: string | null
  readonly needsInterpreter: boolean
  readonly communication: string | null
  readonly disability: DisabilityAnswer
  readonly disabilityWords: string | null
  readonly speechLanguageNeeds: SpeechLanguageAnswer
  readonly speechLanguageWords: string | null
  readonly whatMatters: string | null
  readonly atHome: readonly Relationship[]
}

/** That the viewer may know of the child was asked before. */
export async function readKnownPerson(
  { scope, user, today }: PageContext,
  childId: string,
): Promise<KnownPerson> {
  const row = await scope.db
    .selectFrom('children')
    .select([
      'firstLanguage',
      'otherLanguages',
      'needsInterpreter',
      'communication',
      'disability',
      'disabilityWords',
      'speechLanguageNeeds',
      'speechLanguageWords',
      'whatMatters',
    ])
    .where('serviceId', '=', scope.serviceId)
    .where('id', '=', childId)
    .executeTakeFirstOrThrow()
  const around = aroundOn(await listRelationships(scope, user, childId), today)
  // Only codes of the vocabulary are ever written: by forms that offer them and files that are checked.
  return { ...row, atHome: around.filter(one => one.livesWithChild) } as KnownPerson
}
