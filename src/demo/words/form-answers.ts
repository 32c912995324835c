import { z } from 'zod'
import file from './assessment-forms.json' with { type: 'json' }

const sentences = z.array(z.string().min(1)).min(1)

/** What is written in the deeper forms of assessment: by question, and by the topic of a concern. */
export const formAnswers = z
  .strictObject({
    texts: z.record(z.string(), sentences),
    concerns: z.record(z.string(), sentences),
  })
  .parse(file)
