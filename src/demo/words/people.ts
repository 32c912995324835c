import { z } from 'zod'
import caseworkFile from './casework.json' with { type: 'json' }
import educationFile from './education.json' with { type: 'json' }
import generalFile from './general.json' with { type: 'json' }
import interestsFile from './interests.json' with { type: 'json' }
import needsFile from './needs.json' with { type: 'json' }

const sentence = z.string().min(1)
const sentences = z.array(sentence).min(1)
const facts = z.record(sentence, z.union([sentence, z.number()])).default({})
const step = z.tuple([sentence, sentence])

const interestSchema = z.strictObject({
  id: sentence,
  matters: sentence,
  strength: sentences,
  plan: sentence,
  child: sentence,
  notes: sentences,
  step,
  achieved: sentence,
})

const needSchema = z.strictObject({
  id: sentence,
  weight: z.number().positive(),
  kind: z.enum(['health', 'special-need']),
  /** Empty where the child has no such need. */
  value: z.string(),
  facts,
  detail: z.string(),
  communication: sentence,
  easier: sentence,
  notes: sentences,
  diversity: sentence,
})

const educationSchema = z.strictObject({
  id: sentence,
  weight: z.number().positive(),
  minAge: z.number().default(0),
  value: sentence,
  facts,
  notes: sentences,
  about: sentence,
  /** A strength, said to the child. */
  plan: sentence,
  wellbeing: sentence,
  step,
})

export type Interest = z.infer<typeof interestSchema>
export type Need = z.infer<typeof needSchema>
export type Education = z.infer<typeof educationSchema>

/** What a child loves: the thread on which strengths, steps and many notes hang. */
export const interests = z.array(interestSchema).parse(interestsFile)

/** What makes things harder, and how the service makes them easier. */
export const needs = z.array(needSchema).parse(needsFile)

/** Where a child learns or works. */
export const educations = z.array(educationSchema).parse(educationFile)

const contactKind = z.enum([
  'home-visit',
  'office',
  'school',
  'community',
  'phone',
  'restorative',
  'group',
])
const absence = z.enum(['acceptable-absence', 'unacceptable-absence', 'service-cancelled'])

/** Sentences that fit any child. */
export const general = z
  .strictObject({
    openings: z.record(contactKind, sentences),
    closings: sentences,
    general: sentences,
    family: sentences,
    familyFemale: sentences,
    familyMale: sentences,
    absent: z.record(absence, sentences),
    firstVisit: sentences,
    firstVisitMiddle: sentences,
    quote: sentences,
    absentPhone: sentences,
    agreement: sentence,
    how: sentences,
    childUnderstood: sentences,
    explainedUnsure: sentences,
    safety: sentences,
    helped: sentences,
    change: sentences,
    parentHelped: sentences,
    parentChange: sentences,
  })
  .parse(generalFile)

const checkNotes = z.strictObject({
  'childrens-social-care': sentences,
  education: sentences,
  'police-intelligence': sentences,
  'own-records': sentences,
  health: sentences,
  'victim-views': sentences,
  probation: sentences,
  'other-professionals': sentences,
  specialists: sentences,
  'placement-plan': sentences,
})

/** Sentences of the work itself: checks, judgements, plans, agreements. */
export const casework = z
  .strictObject({
    checks: checkNotes,
    checkUnanswered: sentences,
    noSpecialist: sentence,
    grid: sentences,
    genogramDrawn: sentences,
    genogramNotDrawn: sentences,
    withoutGrid: sentences,
    preference: sentences,
    qualityMeeting: sentences,
    phone: sentences,
    keepingSafe: sentences,
    noStorySafety: sentences,
    exit: sentences,
    likelihood: z.strictObject({ low: sentences, medium: sentences, high: sentences }),
    wellbeingLow: sentences,
    wants: sentences,
    hopes: sentences,
    reviewView: sentences,
    reviewProgress: sentences,
    reviewFamily: sentences,
    reviewSafety: sentences,
    reviewNeeds: sentences,
    reviewReasons: z.strictObject({ likelihood: sentences, harm: sentences, safety: sentences }),
    closedBecause: z.strictObject({
      'no-further-action': sentence,
      charge: sentence,
      safeguarding: sentence,
    }),
    nfaReasons: sentences,
    chargeReasons: sentences,
    agreedToWait: sentences,
    agreedLonger: sentences,
    asksToWait: sentences,
    asksLonger: sentences,
    declinesToWait: sentences,
    restorativeChoices: sentences,
    reparationReasons: sentences,
    shared: sentences,
    notShared: sentences,
    countersigned: sentences,
    absentReasons: sentences,
  })
  .parse(caseworkFile)
