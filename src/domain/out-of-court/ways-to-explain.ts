/** Ways to explain something so that this child understands it. */
export const waysToExplain = {
  words: 'In simple words',
  pictures: 'With pictures or drawings',
  'easy-read': 'With an easy-read sheet',
  interpreter: 'With an interpreter',
  'own-language': 'In the child’s first language',
  'speech-therapist': 'With a speech and language therapist',
  'said-back': 'The child said it back in their own words',
} as const
export type WayToExplain = keyof typeof waysToExplain

/** The ways as one line: "In simple words; with pictures or drawings". */
export function waysInWords(ways: readonly WayToExplain[]): string {
  const names = ways.map(way => waysToExplain[way])
  return names
    .map((name, index) => (index === 0 ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`))
    .join('; ')
}
