import { z } from 'zod'
import { offenceGroups, type OffenceGroup } from '#domain/vocabulary/work.ts'
import peopleFile from './stories-people.json' with { type: 'json' }
import thingsFile from './stories-things.json' with { type: 'json' }

const sentences = z.array(z.string().min(1)).min(1)
const group = z.enum(Object.keys(offenceGroups) as [OffenceGroup, ...OffenceGroup[]])

const storySchema = z.strictObject({
  id: z.string(),
  /** The offence; empty where a child under ten was met and there is none. */
  title: z.string(),
  group,
  code: z.string().nullable(),
  /** How often it happens beside the others; 0: never drawn by chance. */
  weight: z.number().min(0),
  risk: z.enum(['low', 'medium', 'high']),
  victim: z.enum(['person', 'business', 'public', 'none']),
  /** It happens in a children's home. */
  home: z.boolean().default(false),
  /** It happens between the child and the parent at home. */
  family_harm: z.boolean().default(false),
  underTen: z.boolean().default(false),
  /** Only told of children of these origins. */
  origins: z.array(z.string()).optional(),
  /** What the police or others write. */
  police: sentences,
  child: sentences,
  family: sentences,
  danger: sentences,
  /** Notes of sessions about it, written to the child. */
  sessions: sentences,
  /** Goals of a plan with a step towards each. */
  steps: z.array(z.tuple([z.string(), z.string()])).min(1),
  contingency: sentences,
  restorative: sentences,
  /** Why the panel decided as it did. */
  why: sentences,
  achieved: sentences,
})

export type Story = z.infer<typeof storySchema>

/** What can have happened: each with all that is said of it, so that a note is always about the right thing. */
export const stories: readonly Story[] = z.array(storySchema).parse([...thingsFile, ...peopleFile])

/** The sentence that belongs to one way of telling a story; a story with fewer ways begins again. */
export function toldAs(sentences: readonly string[], variant: number): string {
  return sentences[variant % sentences.length] ?? ''
}
