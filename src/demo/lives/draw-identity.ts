import type { Sex } from '#domain/vocabulary/children.ts'
import type { Gender, Religion } from '#domain/vocabulary/identity.ts'
import type { Origin } from '../place/place.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'

type Identity = Pick<
  Rows['children'][number],
  | 'middleNames'
  | 'gender'
  | 'genderWords'
  | 'genderAsRegistered'
  | 'religion'
  | 'religionWords'
  | 'nationality'
  | 'nationalityWords'
  | 'otherLanguages'
  | 'interpreterLanguage'
  | 'disability'
  | 'disabilityWords'
  | 'speechLanguageNeeds'
  | 'speechLanguageWords'
>

/** Religions and nationality by where a family comes from; each with how often it is told. */
const origins: Readonly<
  Record<string, { readonly religions: readonly Religion[]; readonly nationality: string | null }>
> = {
  english: { religions: ['none', 'none', 'none', 'christian', 'another'], nationality: null },
  polish: { religions: ['christian', 'christian', 'none'], nationality: 'Polish' },
  pakistani: { religions: ['muslim'], nationality: null },
  nigerian: { religions: ['christian', 'christian', 'muslim'], nationality: 'Nigerian' },
  jamaican: { religions: ['christian', 'none', 'another'], nationality: null },
  romanian: { religions: ['christian', 'none'], nationality: 'Romanian' },
  welsh: { religions: ['none', 'christian'], nationality: null },
  irish: { religions: ['christian', 'none'], nationality: 'Irish' },
  arabic: { religions: ['muslim', 'muslim', 'none'], nationality: 'Syrian' },
}

/**
 * Draws what a service knows of a child beyond name and birthday. Of earlier years much was never asked; of the last ones, little.
 *
 * @param asked the share of questions that somebody asked
 */
export function drawIdentity(
  random: Random,
  child: { readonly sex: Sex; readonly pronouns: string | null; readonly origin: Origin },
  { asked, needsInterpreter }: { readonly asked: number; readonly needsInterpreter: boolean },
): Identity {
  const { sex, origin } = child
  const names = sex === 'female' ? origin.girls : origin.boys
  const [language = null] = origin.language.split(' and ')
  return {
    middleNames: random.chance(0.4) ? random.pick(names) : null,
    ...drawGender(random, child, asked),
    ...drawReligion(random, origin, asked),
    ...drawNationality(random, origin, asked),
    otherLanguages: origin.language !== 'English' && random.chance(0.4) ? 'English' : null,
    interpreterLanguage: needsInterpreter ? language : null,
    ...drawDisability(random, asked),
    speechLanguageNeeds: random.chance(asked) ? random.pick(speechAnswers) : 'not-asked',
    speechLanguageWords: null,
  }
}

const speechAnswers = ['none-found', 'none-found', 'none-found', 'noticed'] as const

function drawGender(
  random: Random,
  { sex, pronouns }: { readonly sex: Sex; readonly pronouns: string | null },
  asked: number,
) {
  if (!random.chance(asked)) {
    return { gender: 'not-asked', genderWords: null, genderAsRegistered: 'not-asked' }
  }
  const usual: Gender = sex === 'female' ? 'girl' : 'boy'
  const gender =
    pronouns === 'they/them'
      ? random.pick(['non-binary', 'own-words'] as const)
      : random.pickWeighted<Gender>([
          [usual, 96],
          ['prefers-not-to-say', 4],
        ])
  const asRegistered =
    gender === usual
      ? random.pickWeighted([
          ['yes', 70],
          ['not-asked', 30],
        ] as const)
      : random.pick(['prefers-not-to-say', 'not-asked'] as const)
  return {
    gender,
    genderWords: gender === 'own-words' ? 'Just me. Not a girl, not a boy.' : null,
    genderAsRegistered: asRegistered,
  }
}

function drawReligion(random: Random, { id }: Origin, asked: number) {
  if (!random.chance(asked)) return { religion: 'not-asked', religionWords: null }
  const religion = random.pickWeighted<Religion>([
    [random.pick(origins[id]?.religions ?? ['none']), 90],
    ['prefers-not-to-say', 10],
  ])
  return { religion, religionWords: religion === 'another' ? 'Rastafari, like my grandad' : null }
}

function drawNationality(random: Random, { id }: Origin, asked: number) {
  if (!random.chance(asked)) return { nationality: 'not-asked', nationalityWords: null }
  const own = origins[id]?.nationality ?? null
  if (own === null || random.chance(0.3)) return { nationality: 'british', nationalityWords: null }
  if (own === 'Irish') return { nationality: 'irish', nationalityWords: null }
  return { nationality: 'another', nationalityWords: own }
}

function drawDisability(random: Random, asked: number) {
  if (!random.chance(asked)) return { disability: 'not-asked', disabilityWords: null }
  const disability = random.pickWeighted([
    ['no', 88],
    ['yes', 8],
    ['prefers-not-to-say', 4],
  ] as const)
  return {
    disability,
    disabilityWords: disability === 'yes' ? 'My asthma is bad when I run.' : null,
  }
}

/** What is known of a child's needs once the service works with them, by the need that makes things harder. */
export function identityOfNeed(
  need: string,
): Partial<
  Pick<Identity, 'disability' | 'disabilityWords' | 'speechLanguageNeeds' | 'speechLanguageWords'>
> {
  switch (need) {
    case 'adhd':
      return { disability: 'yes', disabilityWords: 'ADHD. My head is on the next thing already.' }
    case 'autism':
      return { disability: 'yes', disabilityWords: 'I am autistic. Loud rooms are too much.' }
    case 'hearing':
      return { disability: 'yes', disabilityWords: 'I do not hear well on the left.' }
    case 'language':
      return {
        speechLanguageNeeds: 'supported',
        speechLanguageWords:
          'Developmental language disorder. Long sentences get lost; pictures and time to answer help.',
      }
    case 'dyslexia':
      return {
        speechLanguageNeeds: 'noticed',
        speechLanguageWords: 'Reading is hard. School has asked for an assessment.',
      }
    default:
      return {}
  }
}
