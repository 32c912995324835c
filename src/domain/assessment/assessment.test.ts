import { describe, expect, it } from 'vitest'
import { findForm } from '#records/assessment-forms.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { AssessmentContent } from './assessment.ts'
import { assessmentState } from './assessment.ts'
import { whyNotChange, whyNotReview } from './change-assessment.ts'
import { completeAssessment, isSameWording, lacksOf } from './complete-assessment.ts'
import { qualityLacks, qualityNote, whyNotAssure } from './quality-assurance.ts'
import { questionsOf } from './form-definition.ts'

const today = plainDate('2026-03-02')

const form = firstVersion()
const answerKeys = questionsOf(form)
  .filter(({ type }) => type !== 'judgement')
  .map(({ key }) => key)

function firstVersion() {
  const found = findForm({ form: 'short', formVersion: 1 })
  if (found === undefined) throw new Error('The first version of the short form is gone')
  return found
}

const whole: AssessmentContent = {
  answers: {
    childWords: 'I want to go back to football.',
    familyWords: 'He is kind with his sister.',
    strengths: 'Football, his gran.',
    whatHappened: 'Older boys dared him.',
    safety: 'Walks home alone past them.',
    needs: 'A lift home and a mentor.',
  },
  judgements: [
    { kind: 'likelihood-of-reoffending', level: 'low', reasons: 'He told the boys no since.' },
    { kind: 'risk-of-serious-harm', level: 'low', reasons: 'No harm was done or meant.' },
    { kind: 'safety-and-wellbeing', level: 'medium', reasons: 'The boys wait for him on Fridays.' },
  ],
}

describe('completing an assessment', () => {
  it('completes on the day when every section and judgement is there', () => {
    expect(completeAssessment({ form, content: whole, last: null }, today)).toEqual({
      kind: 'completed',
      completedOn: today,
    })
  })

  it('names everything that an empty one lacks, in the order of the form', () => {
    const lacks = lacksOf({ form, content: { answers: {}, judgements: [] }, last: null })
    expect(lacks.map(lack => lack.field)).toEqual([
      ...answerKeys,
      'likelihoodLevel',
      'likelihoodReasons',
      'harmLevel',
      'harmReasons',
      'safetyLevel',
      'safetyReasons',
    ])
  })

  it.each(answerKeys)('is not complete without %s, however many spaces stand there', key => {
    const content = { ...whole, answers: { ...whole.answers, [key]: ' \n ' } }
    expect(lacksOf({ form, content, last: null }).map(lack => lack.field)).toEqual([key])
  })

  it('wants reasons for each level', () => {
    const judgements = whole.judgements.map(one => ({ ...one, reasons: '' }))
    expect(
      lacksOf({ form, content: { ...whole, judgements }, last: null }).map(lack => lack.field),
    ).toEqual(['likelihoodReasons', 'harmReasons', 'safetyReasons'])
  })

  it('does not take a level that the judgement does not have', () => {
    const judgements = whole.judgements.map(one => ({ ...one, level: 'very-high' as const }))
    expect(
      lacksOf({ form, content: { ...whole, judgements }, last: null }).map(lack => lack.field),
    ).toEqual(['likelihoodLevel'])
  })
})

describe('a review', () => {
  it('does not take last time’s reasons word for word', () => {
    const lacks = lacksOf({ form, content: whole, last: whole })
    expect(lacks.map(lack => lack.field)).toEqual([
      'likelihoodReasons',
      'harmReasons',
      'safetyReasons',
    ])
    expect(lacks[0]?.message).toContain('Write afresh')
  })

  it('takes the same level with new reasons', () => {
    const judgements = whole.judgements.map(one => ({ ...one, reasons: `Since then: ${one.kind}` }))
    expect(lacksOf({ form, content: { ...whole, judgements }, last: whole })).toEqual([])
  })

  it('sees through capitals, spaces and full stops', () => {
    expect(isSameWording('No harm was done.', ' no  HARM was done')).toBe(true)
    expect(isSameWording('No harm was done.', 'Some harm was done.')).toBe(false)
  })

  it.each([
    ['a draft', { completedOn: null, isLatest: true }, true, 'still being written'],
    ['an older one', { completedOn: today, isLatest: false }, true, 'later assessment'],
    ['one without open work', { completedOn: today, isLatest: true }, false, 'nothing to review'],
  ])('cannot start from %s', (_name, assessment, isOpen, words) => {
    expect(whyNotReview({ countersignedOn: null, ...assessment }, isOpen)).toContain(words)
  })

  it('starts from the latest complete assessment while work goes on', () => {
    const assessment = { completedOn: today, countersignedOn: null, isLatest: true }
    expect(whyNotReview(assessment, true)).toBeNull()
  })
})

describe('where an assessment stands', () => {
  it.each([
    [null, null, 'draft'],
    [today, null, 'completed'],
    [today, today, 'countersigned'],
  ] as const)('is read from its days', (completedOn, countersignedOn, state) => {
    expect(assessmentState({ completedOn, countersignedOn })).toBe(state)
  })

  it('changes while it is a draft and not after', () => {
    expect(whyNotChange({ completedOn: null, countersignedOn: null })).toBeNull()
    expect(whyNotChange({ completedOn: today, countersignedOn: null })).toContain('review')
  })
})

describe('quality assurance', () => {
  const done = { authorId: 'a', completedOn: today, countersignedOn: null, isDecidedOn: false }

  it.each([
    ['by its author', done, 'a', 'another manager'],
    ['of a draft', { ...done, completedOn: null }, 'b', 'still being written'],
    ['twice', { ...done, countersignedOn: today }, 'b', 'already countersigned'],
  ])('does not happen %s', (_name, assessment, by, words) => {
    expect(whyNotAssure(assessment, by, 'countersign')).toContain(words)
    expect(whyNotAssure(assessment, by, 'return')).toContain(words)
  })

  it('countersigns or returns another person’s complete assessment', () => {
    expect(whyNotAssure(done, 'b', 'countersign')).toBeNull()
    expect(whyNotAssure(done, 'b', 'return')).toBeNull()
  })

  it('does not return what a decision rests on', () => {
    const decided = { ...done, isDecidedOn: true }
    expect(whyNotAssure(decided, 'b', 'return')).toContain('decision rests on')
    expect(whyNotAssure(decided, 'b', 'countersign')).toBeNull()
  })

  it('wants strengths and points to develop for a countersignature, what to do for a return', () => {
    const nothing = { strengths: '', toDevelop: ' ' }
    expect(qualityLacks(nothing, 'countersign').map(lack => lack.field)).toEqual([
      'strengths',
      'toDevelop',
    ])
    expect(qualityLacks(nothing, 'return').map(lack => lack.field)).toEqual(['toDevelop'])
  })

  it('keeps both halves in the note', () => {
    expect(qualityNote({ strengths: ' Clear ', toDevelop: 'Nothing' })).toBe(
      'Strengths: Clear\n\nTo develop: Nothing',
    )
    expect(qualityNote({ strengths: '', toDevelop: 'See her again' })).toBe(
      'To develop: See her again',
    )
  })
})
