import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { knownFactsAsked } from '#domain/assessment/check-form.ts'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import {
  answerKeysOf,
  optionsOf,
  questionsOf,
  type FormDefinition,
  type Question,
} from '#domain/assessment/form-definition.ts'
import {
  assessmentForms,
  currentForms,
  findForm,
  formToRead,
  readForms,
} from './assessment-forms.ts'
import { readContent } from './assessments.ts'

const plain = {
  form: 'trial',
  version: 1,
  depth: 1,
  title: 'Trial',
  description: 'A trial.',
  sections: [
    {
      key: 'one',
      title: 'One',
      questions: [
        { type: 'concern', key: 'worry', title: 'A worry?' },
        {
          type: 'long-text',
          key: 'more',
          title: 'More',
          when: { question: 'worry', is: ['yes'] },
        },
      ],
    },
    { key: 'two', title: 'Two', questions: [{ type: 'text', key: 'last', title: 'Last' }] },
  ],
}

/** The trial form with its first section's questions changed. */
const withQuestions = (...questions: object[]) => ({
  ...plain,
  sections: [{ ...plain.sections[0], questions }, plain.sections[1]],
})
const [worry = {}, more = {}] = plain.sections[0]?.questions ?? []

describe('reading the definitions of forms', () => {
  it('reads what is right', () => {
    expect(readForms([plain]).map(({ form }) => form)).toEqual(['trial'])
  })

  it.each<[string, object[], RegExp]>([
    ['a key twice', [withQuestions(worry, worry)], /key worry is there twice/u],
    [
      'a key of the service’s own kind',
      [withQuestions({ ...worry, key: 'own:1' })],
      /own:1 is no key/u,
    ],
    ['an unknown type', [withQuestions({ ...worry, type: 'slider' })], /type/u],
    [
      'an export key twice',
      [withQuestions({ ...worry, exportKey: 'a' }, { ...more, exportKey: 'a' })],
      /export key a is there twice/u,
    ],
    [
      'a condition on a question that is not there',
      [withQuestions(worry, { ...more, when: { question: 'gone', is: ['yes'] } })],
      /more waits for gone/u,
    ],
    ['a condition on a question that comes later', [withQuestions(more, worry)], /not before it/u],
    [
      'a condition on an answer that does not exist',
      [withQuestions(worry, { ...more, when: { question: 'worry', is: ['perhaps'] } })],
      /cannot be/u,
    ],
    [
      'a section that nothing opens',
      [
        {
          ...plain,
          sections: [{ ...plain.sections[1], when: { question: 'worry', is: ['yes'] } }],
        },
      ],
      /the section two waits for worry, which is not before it/u,
    ],
    [
      'circumstances of no kind',
      [withQuestions({ type: 'known-facts', key: 'k', title: 'K', circumstances: ['weather'] })],
      /shows weather/u,
    ],
    ['a version twice', [plain, plain], /trial 1 is there twice/u],
    [
      'a deeper form without a question of the shorter one',
      [plain, { ...withQuestions(worry), form: 'deep', depth: 2 }],
      /deep does not ask more/u,
    ],
    [
      'a key that is another question in the deeper form',
      [plain, { ...withQuestions({ ...worry, type: 'text' }), form: 'deep', depth: 2 }],
      /worry is another in deep/u,
    ],
  ])('stops for %s', (_name, files, message) => {
    expect(() => readForms(files)).toThrow(message)
  })
})

describe('the forms', () => {
  it('are three, from short to full', () => {
    expect(currentForms.map(({ form, depth }) => `${form} ${depth}`)).toEqual([
      'short 1',
      'prevention-and-diversion 2',
      'full 3',
    ])
  })

  it('keep the first version of the short form as it was', () => {
    const first = findForm({ form: 'short', formVersion: 1 })
    expect(first === undefined ? [] : questionsOf(first).map(({ title }) => title)).toEqual([
      'What the child says',
      'What the family says',
      'Strengths, and what works already',
      'What happened, and why',
      'Keeping safe and well',
      'What help is needed',
      'How likely is it to happen again?',
      'Could someone else be seriously hurt?',
      'Is the child safe and well?',
    ])
  })

  it('ask in the full form for each of the nineteen concern topics of the exports', () => {
    const full = currentForms.at(-1)
    const topics = (full === undefined ? [] : questionsOf(full)).flatMap(({ type, exportKey }) =>
      type === 'concern' && exportKey?.startsWith('concerns') === true ? [exportKey] : [],
    )
    expect(topics.toSorted()).toEqual(
      (
        'Accommodation CareHistory FamilyBehaviour LearningAndETE Lifestyle LocalIssues MentalHealth OffenceJustification ' +
        'OffencesAttitudes OtherBehaviour Parenting PhysicalHealth RelationsToOthers RiskToOthers SafetyWellbeing ' +
        'SignificantRelationships SpeechLanguageCommunication SubstanceMisuse YPAsParent'
      )
        .split(' ')
        .map(topic => `concerns${topic}`),
    )
  })

  it('ask first for what the child says, or for what the assessment is for', () => {
    for (const form of assessmentForms) {
      const texts = questionsOf(form).filter(({ type }) => type === 'long-text')
      expect(texts[0]?.key).toBe('childWords')
    }
  })

  it('read an assessment of another system by the names that its answers came with', () => {
    const form = formToRead({ form: 'asset-plus', formVersion: 3 }, { Narrative: 'Text' })
    expect(questionsOf(form).map(({ title }) => title)).toEqual(['Narrative'])
  })
})

/** An answer of each type, whatever it says. */
function answerTo(question: Question): fc.Arbitrary<Answer> {
  const codes = Object.keys(optionsOf(question) ?? {})
  if (question.type === 'several') return fc.subarray(codes)
  if (question.type === 'rows') {
    const row = Object.fromEntries(question.columns.map(({ key }) => [key, fc.string()]))
    return fc.array(fc.record(row), { maxLength: 3 })
  }
  return codes.length > 0 ? fc.constantFrom(...codes, '') : fc.string({ unit: 'grapheme' })
}

function contentOf(form: FormDefinition): fc.Arbitrary<AssessmentContent> {
  const questions = questionsOf(form)
  const asked = questions.filter(({ type }) => type !== 'known-facts' && type !== 'judgement')
  const judged = questions.filter(question => question.type === 'judgement')
  return fc.record({
    answers: fc.record(Object.fromEntries(asked.map(one => [one.key, answerTo(one)]))),
    judgements: fc.tuple(
      ...judged.map(({ kind, levels }) =>
        fc.record({
          kind: fc.constant(kind),
          level: fc.constantFrom(...levels),
          reasons: fc.string({ minLength: 1 }),
        }),
      ),
    ),
  })
}

const ways = currentForms.flatMap(from =>
  currentForms
    .filter(to => to.depth > from.depth)
    .map(to => ({ name: `${from.form} to ${to.form}`, from, to })),
)

describe('going deeper', () => {
  it.each(ways)('from $name keeps every answer, and asks nothing again', ({ from, to }) => {
    fc.assert(
      fc.property(contentOf(from), content => {
        const stored: unknown = JSON.parse(JSON.stringify(content.answers))
        const name = { form: to.form, formVersion: to.version }
        const rows = content.judgements.map(one => ({ ...one, level: one.level ?? '' }))
        const read = readContent(name, stored, rows)
        expect(read).toEqual(content)
        const answered = new Set(
          questionsOf(from)
            .filter(one => isNeeded(one, content.answers))
            .flatMap(answerKeysOf),
        )
        const askedAgain = lacksOf({ form: to, content: read, last: null }).filter(({ field }) =>
          answered.has(field),
        )
        expect(askedAgain).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** True for a question that has an answer which counts: text with more than spaces in it. */
function isNeeded(question: Question, answers: Answers): boolean {
  const answer = answers[question.key]
  return typeof answer === 'string'
    ? answer.trim() !== ''
    : answer !== undefined && answer.length > 0
}

describe('the facts that a form asks for', () => {
  it.each(currentForms.map(form => [form.form, form] as const))(
    '%s: none of them is known to the record',
    (_name, form) => {
      expect(knownFactsAsked(form)).toHaveLength(0)
    },
  )

  it.each(currentForms.map(form => [form.form, form] as const))(
    '%s: each question that a short answer closes says which fact it asks for',
    (_name, form) => {
      const isShort = ({ type }: Question) =>
        ['text', 'date', 'one', 'several', 'rows'].includes(type)
      const silent = questionsOf(form).filter(one => isShort(one) && one.fact === undefined)
      expect(silent.map(({ key }) => key)).toEqual([])
    },
  )

  it('stops a form that asks for one', () => {
    const school = { type: 'text', key: 'school', title: 'Which school?', fact: 'school' }
    expect(() => readForms([withQuestions(school)])).toThrow(
      /school asks for school, college or training, which the record holds/u,
    )
  })

  it('takes for a fact only what it knows', () => {
    const shoes = { type: 'text', key: 'shoes', title: 'Size of shoes?', fact: 'shoe-size' }
    expect(() => readForms([withQuestions(shoes)])).toThrow(/fact/u)
  })

  it('stops a section that would ask twice whether the same is still true', () => {
    const home = { type: 'known-facts', key: 'home', title: 'Home', circumstances: ['address'] }
    expect(() => readForms([withQuestions(home, { ...home, key: 'again' })])).toThrow(
      /shows address twice/u,
    )
  })
})
