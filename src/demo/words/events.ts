import { z } from 'zod'
import eventsFile from './events.json' with { type: 'json' }

const notes = z.array(z.string().min(1)).min(1)

/** What is written about events, by what happened or was done. */
export const eventWords = z
  .strictObject({
    'home-moved': notes,
    'family-incident': notes,
    bereavement: notes,
    'emotional-wellbeing': notes,
    'new-offence-alleged': notes,
    concern: notes,
    discussion: notes,
    toolkit: notes,
    referral: notes,
    accepted: notes,
    'not-accepted': notes,
    disputed: notes,
    'worker-to-worker': notes,
    'worker-to-team-manager': notes,
    meeting: notes,
    amends: notes,
    covers: notes,
  })
  .parse(eventsFile)

export type EventWords = keyof typeof eventWords
