import { describe, expect, it } from 'vitest'
import { lacksOf } from './complete-assessment.ts'
import type { FormDefinition, Question } from './form-definition.ts'
import { answersForReview } from './review-answers.ts'

const fact: Question = { type: 'long-text', key: 'fact', title: 'Fact' }
const thought: Question = {
  type: 'long-text',
  key: 'thought',
  title: 'Thought',
  missing: 'Write the thought',
  afresh: true,
}

function formOf(...questions: Question[]): FormDefinition {
  const sections = [{ key: 'one', title: 'One', questions }]
  return { form: 'trial', version: 1, depth: 1, title: 'Trial', description: 'A trial.', sections }
}

const form = formOf(fact, thought)
const last = { fact: 'Lives by the sea.', thought: 'It will go well.', gone: 'Not asked now.' }

describe('what a review opens with', () => {
  it('keeps facts, and leaves empty what is written afresh or not asked any more', () => {
    expect(answersForReview(form, form, last)).toEqual({ fact: 'Lives by the sea.' })
  })

  it('keeps nothing that the form before asked in another way', () => {
    const before = formOf({ type: 'concern', key: 'fact', title: 'Fact?' }, thought)
    expect(answersForReview(form, before, { fact: 'yes' })).toEqual({})
  })
})

describe('what is written afresh', () => {
  const lacking = (thoughtNow: string, before: string | null) =>
    lacksOf({
      form,
      content: { answers: { fact: last.fact, thought: thoughtNow }, judgements: [] },
      last: before === null ? null : { answers: { ...last, thought: before }, judgements: [] },
    }).map(({ message }) => message)
  const copied = ['Write it afresh, not in last time’s words: Thought']

  it.each([
    ['the same words', 'It will go well.', copied],
    ['the same words with other spaces and capitals', ' it  will\nGO well', copied],
    ['other words', 'It has gone well.', []],
    ['no words', '  ', ['Write the thought']],
  ])('%s', (_name, now, expected) => {
    expect(lacking(now, last.thought)).toEqual(expected)
  })

  it('may be anything where nothing is reviewed', () => {
    expect(lacking(last.thought, null)).toEqual([])
  })
})
