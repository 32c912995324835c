import { z } from 'zod'
import chronologiesFile from './chronologies.json' with { type: 'json' }

const sentence = z.string().min(1)

/** What chronologies say: of what they are, of entries from elsewhere, why each matters, and what it tells. */
export const chronologyWords = z
  .strictObject({
    title: sentence,
    audience: sentence,
    draftTitle: sentence,
    elsewhere: z.array(
      z.strictObject({ yearsAgo: z.int(), what: sentence, toldBy: sentence, why: sentence }),
    ),
    offence: sentence,
    workBegan: sentence,
    came: sentence,
    missed: sentence,
    pattern: sentence,
    childView: sentence,
  })
  .parse(chronologiesFile)
