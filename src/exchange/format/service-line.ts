import { z } from 'zod'
import { ownQuestionTypes } from '#domain/assessment/own-questions.ts'
import { roles } from '#domain/access/permissions.ts'
import { outcomeKinds } from '#domain/vocabulary/outcomes.ts'
import { grades } from '#domain/vocabulary/staff.ts'
import { code, date, id, instant, text, whole, yesOrNo } from './fields.ts'

/** Which format this is. A change that an older version could not read has the next number. */
export const formatName = 'alongside-exchange'
export const formatVersion = 2

export const population = z.strictObject({
  measuredOn: date,
  childrenCount: whole.min(1),
  source: text,
})

export const outcomeName = z.strictObject({
  id: text,
  kind: code(outcomeKinds),
  name: text,
  explanation: text,
  sortOrder: whole,
})

export const team = z.strictObject({ id, name: text })

export const staffMember = z.strictObject({
  id,
  teamId: id.optional(),
  name: text,
  role: code(roles),
  agency: text,
  jobTitle: text,
  isActive: yesOrNo,
  grade: code(grades).default('practitioner'),
  hoursPerWeek: whole.min(0).max(60).default(37),
  isTrainedInHarmfulSexualBehaviour: yesOrNo.default(false),
})

/** A change of a rule's number, or of whether a rule holds: one of the two. */
export const policyChange = z
  .strictObject({
    id,
    ruleId: text,
    parameter: text.optional(),
    value: whole.optional(),
    isOn: yesOrNo.optional(),
    holdsFrom: date,
    reason: text,
    changedBy: id,
    recordedAt: instant,
  })
  .refine(
    one =>
      (one.parameter === undefined) === (one.value === undefined) &&
      (one.parameter === undefined) === (one.isOn !== undefined),
    'has a number for a parameter, or says whether the rule holds',
  )

export const closedDay = z.strictObject({
  id,
  closedOn: date,
  reason: text,
  recordedBy: id,
  recordedAt: instant,
})

/** A question that the service has added to a section of the forms of assessment. */
export const ownQuestion = z
  .strictObject({
    id,
    section: text,
    title: text,
    help: text.optional(),
    type: code(ownQuestionTypes),
    choices: text.optional().meta({ description: 'For `one`: what can be chosen, one a line.' }),
    startsOn: date,
    endsOn: date.optional(),
    recordedBy: id,
    recordedAt: instant,
  })
  .refine(
    one => (one.type === 'one') === (one.choices !== undefined),
    'has choices where there is nothing to choose, or none where there is',
  )

export const service = z.strictObject({
  id,
  name: text,
  areaName: text,
  nation: code({ England: null, Wales: null }),
  policeForce: text,
  isDemonstration: yesOrNo,
  createdAt: instant,
  populations: z.array(population).default([]),
  outcomeNames: z.array(outcomeName).default([]),
  teams: z.array(team).default([]),
  staff: z.array(staffMember).default([]),
  policyChanges: z.array(policyChange).default([]),
  closedDays: z.array(closedDay).default([]),
  ownQuestions: z.array(ownQuestion).default([]),
})

/** The first line: what the file is, whose it is, and who the people are whom its records name. */
export const headerLine = z
  .strictObject({
    record: z.literal('service'),
    format: z.literal(formatName),
    version: z.literal(formatVersion),
    historyUntil: date.optional().meta({
      description:
        'The last day of history: a decision out of court up to it that names no panel may come without its evidence, and so may allocations and assessments that began up to it.',
    }),
    service,
  })
  .meta({ id: 'header' })

/** The last line: a file that was cut short has none. */
export const endLine = z
  .strictObject({
    record: z.literal('end'),
    panels: whole,
    people: whole,
    familyLinks: whole,
    children: whole,
  })
  .meta({ id: 'end' })

export type Header = z.output<typeof headerLine>
export type Service = z.output<typeof service>
