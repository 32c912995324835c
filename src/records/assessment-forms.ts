import { z } from 'zod'
import { formProblems, sharedKeyProblems } from '#domain/assessment/check-form.ts'
import type { AnswerRow, Answers } from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import fullV1 from '#domain/assessment/forms/full/v1.json' with { type: 'json' }
import preventionV1 from '#domain/assessment/forms/prevention-and-diversion/v1.json' with { type: 'json' }
import shortV1 from '#domain/assessment/forms/short/v1.json' with { type: 'json' }
import shortV2 from '#domain/assessment/forms/short/v2.json' with { type: 'json' }
import { recordFacts, recordParts } from '#domain/assessment/record-facts.ts'
import { judgementKinds, judgementLevels } from '#domain/vocabulary/work.ts'

/** One code of a list of the vocabulary. */
function codeOf<const List extends Readonly<Record<string, unknown>>>(list: List) {
  return z.enum(Object.keys(list) as (keyof List & string)[])
}

const condition = z.strictObject({ question: z.string(), is: z.array(z.string()) })
const options = z.record(z.string(), z.string())

const asked = z.strictObject({
  key: z.string(),
  title: z.string().min(1),
  help: z.string().optional(),
  prompts: z.array(z.string()).optional(),
  missing: z.string().optional(),
  when: condition.optional(),
  exportKey: z.string().optional(),
  fact: codeOf({ ...recordFacts, 'only-here': '' }).optional(),
})

const column = z.strictObject({
  key: z.string(),
  title: z.string().min(1),
  options: options.optional(),
  isLong: z.boolean().optional(),
  exportKey: z.string().optional(),
})

const question = z.discriminatedUnion('type', [
  asked.extend({
    type: z.enum(['text', 'long-text']),
    voice: z.enum(['child', 'family']).optional(),
    afresh: z.boolean().optional(),
  }),
  asked.extend({ type: z.literal('date') }),
  asked.extend({ type: z.enum(['one', 'several']), options }),
  asked.extend({ type: z.literal('concern') }),
  asked.extend({ type: z.literal('rows'), row: z.string(), columns: z.array(column).min(1) }),
  asked.extend({
    type: z.literal('known-facts'),
    circumstances: z.array(z.string()),
    record: z.array(codeOf(recordParts)).optional(),
  }),
  asked.extend({
    type: z.literal('judgement'),
    kind: codeOf(judgementKinds),
    levelKey: z.string(),
    reasonsKey: z.string(),
    levels: z.array(codeOf(judgementLevels)).min(2),
  }),
])

const formDefinition: z.ZodType<FormDefinition> = z.strictObject({
  form: z.string(),
  version: z.int().min(1),
  depth: z.int().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        key: z.string(),
        title: z.string().min(1),
        help: z.string().optional(),
        when: condition.optional(),
        questions: z.array(question),
      }),
    )
    .min(1),
})

/** The form in which an assessment is written, with its version. */
export interface FormName {
  readonly form: string
  readonly formVersion: number
}

/** Every version of every form, read and checked when the application starts. */
export const assessmentForms: readonly FormDefinition[] = readForms([
  shortV1,
  shortV2,
  preventionV1,
  fullV1,
])

/** The newest version of each form, the shortest form first: what a new assessment is written in. */
export const currentForms: readonly FormDefinition[] = newestOf(assessmentForms)

/**
 * Reads definitions of forms.
 *
 * @throws Error naming everything that is wrong, so that an application with a wrong form does not start
 */
export function readForms(files: readonly unknown[]): FormDefinition[] {
  const forms = files.map(file => formDefinition.parse(file))
  const names = forms.map(({ form, version }) => `${form} ${version}`)
  const problems = [
    ...names.filter((name, at) => names.indexOf(name) !== at).map(name => `${name} is there twice`),
    ...forms.flatMap(form =>
      formProblems(form).map(problem => `${form.form} ${form.version}: ${problem}`),
    ),
    ...sharedKeyProblems(newestOf(forms)),
  ]
  if (problems.length > 0) throw new Error(`Forms of assessment: ${problems.join('; ')}`)
  return forms
}

function newestOf(forms: readonly FormDefinition[]): FormDefinition[] {
  return forms
    .filter(one => forms.every(other => other.form !== one.form || other.version <= one.version))
    .toSorted((one, other) => one.depth - other.depth)
}

/** The newest version of a form with this code; undefined for a form of another system. */
export function currentForm(code: string): FormDefinition | undefined {
  return currentForms.find(({ form }) => form === code)
}

/** The form in which a new assessment begins: the shortest. */
export function firstForm(): FormDefinition {
  const [first] = currentForms
  if (first === undefined) throw new Error('There is no form of assessment')
  return first
}

/** The version of a form in which an assessment is written; undefined for a form of another system. */
export function findForm({ form, formVersion }: FormName): FormDefinition | undefined {
  return assessmentForms.find(one => one.form === form && one.version === formVersion)
}

/**
 * The form to read an assessment by: its own version, whatever came after. An assessment on a form that only another system had is read by
 * the names that its answers came with.
 */
export function formToRead(name: FormName, answers: Answers): FormDefinition {
  return findForm(name) ?? unknownForm(name, answers)
}

function unknownForm({ form, formVersion }: FormName, answers: Answers): FormDefinition {
  const questions = Object.keys(answers).map(
    key => ({ key, title: key, type: 'long-text' }) as const,
  )
  return {
    form,
    version: formVersion,
    depth: 1,
    title: 'Assessment from another system',
    description: `Form ${form}, version ${formVersion}.`,
    sections: [{ key: 'answers', title: 'What was written', questions }],
  }
}

const row: z.ZodType<AnswerRow> = z.record(z.string(), z.string())

/** Answers as they are stored. */
export const storedAnswers: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()), z.array(row)]),
)
