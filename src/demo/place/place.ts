import { z } from 'zod'
import { ethnicities, type Ethnicity } from '#domain/vocabulary/children.ts'
import namesFile from './names.json' with { type: 'json' }
import placesFile from './places.json' with { type: 'json' }

const words = z.array(z.string().min(1)).min(1)
const ethnicity = z.enum(Object.keys(ethnicities) as [Ethnicity, ...Ethnicity[]])

const originSchema = z.strictObject({
  id: z.string(),
  /** How common it is among the children of the area. */
  weight: z.number().positive(),
  ethnicities: z.array(ethnicity).min(1),
  language: z.string(),
  /** The share of families for whom the service asks an interpreter. */
  needsInterpreter: z.number().min(0).max(1),
  girls: words,
  boys: words,
  family: words,
})

const townSchema = z.strictObject({
  name: z.string(),
  streets: words,
  park: z.string(),
  centre: z.string(),
  shop: z.string(),
  store: z.string(),
  cafe: z.string(),
  school: z.string(),
})

export type Origin = z.infer<typeof originSchema>
export type Town = z.infer<typeof townSchema>

/** Names that are common in England, put together at random: none is of a real person. */
export const names = z
  .strictObject({
    origins: z.array(originSchema).min(1),
    knownAs: z.record(z.string(), z.string()),
    adults: z.strictObject({ women: words, men: words }),
  })
  .parse(namesFile)

/** An invented county. */
export const places = z
  .strictObject({
    service: z.strictObject({ name: z.string(), area: z.string(), policeForce: z.string() }),
    towns: z.array(townSchema).min(1),
    offices: words,
    panelRoom: z.string(),
    childrensHomes: words,
    colleges: words,
    alternativeSchools: words,
    stations: words,
    elsewhere: words,
  })
  .parse(placesFile)
