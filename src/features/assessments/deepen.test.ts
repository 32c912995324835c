import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { currentForm } from '#records/assessment-forms.ts'
import { aChild, anIntervention, anOwnQuestion, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { completeAssessment, wholeAnswers, writeSections } from '#test/write-assessment.ts'
import {
  assessmentDeepenUrl,
  assessmentEarlierUrl,
  assessmentEditUrl,
  assessmentQualityUrl,
  assessmentReviewUrl,
  assessmentSectionUrl,
  assessmentStartUrl,
  assessmentUrl,
} from './urls.ts'

const app = await startApp()
afterAll(app.close)
const words = (text: string) => text.replaceAll(/\s+/gu, ' ')

async function started(form = 'short') {
  const { childId, referralId } = await app.inService(async scope => {
    const child = await aChild(scope)
    return { childId: child, referralId: await aReferral(scope, { childId: child }) }
  })
  const sent = await app.send(assessmentStartUrl(childId, referralId), { form }, 'case-manager')
  return { childId, referralId, assessmentId: sent.location?.split('/').at(-2) ?? '' }
}

async function rowOf(id: string) {
  return await app.db
    .selectFrom('assessments')
    .selectAll()
    .where('serviceId', '=', app.serviceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function deepen(childId: string, id: string, form: string) {
  return await app.send(assessmentDeepenUrl(childId, id), { form }, 'case-manager')
}

describe('a draft that goes deeper', () => {
  it('stays the same record, keeps every answer and judgement, and can be read as it was', async () => {
    const { childId, assessmentId } = await started()
    await writeSections(app, { childId, assessmentId, as: 'case-manager' }, wholeAnswers)
    const judging = assessmentSectionUrl(childId, assessmentId, 'judgements')
    const sent = await deepen(childId, assessmentId, 'full')
    expect(sent.location).toBe(assessmentEditUrl(childId, assessmentId))
    const row = await rowOf(assessmentId)
    expect(row).toMatchObject({ form: 'full', formVersion: 1, deepens: null })
    expect(row.answers).toMatchObject({ needs: wholeAnswers['needs'], concernExploitation: 'no' })
    expect(row.answers).not.toHaveProperty('harmReasons')
    const judged = await app.get(judging, 'case-manager')
    expect(judged.$('#harmReasons').val()).toBe(wholeAnswers['harmReasons'])
    expect(judged.$('[name=harmLevel]:checked').val()).toBe('low')

    await app.send(judging, { harmLevel: 'high', harmReasons: 'Known now.' }, 'case-manager')
    const earlier = await app.get(assessmentEarlierUrl(childId, assessmentId), 'case-manager')
    const text = words(earlier.$('main').text())
    expect(text).toContain('Short assessment, version 2')
    expect(text).toContain('A lift home and a mentor.')
    expect(text).toContain('Low No harm was done or meant.')
    expect(text).not.toContain('Known now.')
    const now = await app.get(assessmentUrl(childId, assessmentId), 'case-manager')
    expect(now.$(`main a[href="${assessmentEarlierUrl(childId, assessmentId)}"]`).length).toBe(1)
  })

  it('goes to the deepest form and no further', async () => {
    const { childId, assessmentId } = await started('full')
    const page = await app.get(assessmentDeepenUrl(childId, assessmentId), 'case-manager')
    expect(page.$('main').text()).toContain('deepest form')
    expect(page.$('main form').length).toBe(0)
  })
})

describe('a completed assessment that goes deeper', () => {
  it('stays as it was signed; what it says goes on in the work for the court', async () => {
    const { childId, referralId, assessmentId } = await started()
    await completeAssessment(app, { childId, assessmentId, as: 'case-manager' })
    const quality = { strengths: 'Clear.', toDevelop: 'Nothing.', step: 'countersign' }
    await app.send(assessmentQualityUrl(childId, assessmentId), quality, 'team-manager')
    const signed = await rowOf(assessmentId)
    const courtWork = await app.inService(scope =>
      anIntervention(scope, { childId, kind: 'court-order', startedOn: app.today }),
    )
    const sent = await deepen(childId, assessmentId, 'full')
    const id = sent.location?.split('/').at(-2) ?? ''
    expect(await rowOf(assessmentId)).toEqual(signed)
    expect(await rowOf(id)).toMatchObject({
      form: 'full',
      deepens: assessmentId,
      reviewOf: null,
      referralId: null,
      interventionId: courtWork,
      completedOn: null,
      answers: signed.answers,
    })
    const list = words(
      (await app.get(assessmentEditUrl(childId, id), 'case-manager')).$('main').text(),
    )
    expect(list).toContain('In their own words Everything is there')
    expect(list).toContain('About this assessment Not started')
    const read = await app.get(assessmentUrl(childId, id), 'case-manager')
    expect(read.$(`main a[href="${assessmentUrl(childId, assessmentId)}"]`).length).toBe(1)
    const asked = words(read.$('.govuk-inset-text').text())
    expect(asked).toContain('About this assessment: 3 answers')
    expect(asked).not.toContain('In their own words')

    const again = await app.get(assessmentDeepenUrl(childId, assessmentId), 'case-manager')
    expect(again.$('main').text()).toContain('There is a later assessment. Go on with that one.')
    expect(again.$('main form').length).toBe(0)
    const review = await app.get(assessmentReviewUrl(childId, assessmentId), 'case-manager')
    expect(review.$('main').text()).toContain('There is a later assessment')
    expect(referralId).toBe(signed.referralId)
  })

  it('does not begin a second one where the court work has one', async () => {
    const { childId, assessmentId } = await started()
    await completeAssessment(app, { childId, assessmentId, as: 'case-manager' })
    await app.inService(async scope => {
      const interventionId = await anIntervention(scope, { childId, kind: 'court-order' })
      await scope.db
        .insertInto('assessments')
        .values({
          serviceId: scope.serviceId,
          childId,
          interventionId,
          form: 'full',
          formVersion: 1,
          answers: '{}',
          startedOn: app.today,
          authorId: app.staff['case-manager'],
        })
        .execute()
    })
    const sent = await deepen(childId, assessmentId, 'full')
    expect(sent.status).toBe(422)
    expect(sent.errors[0]).toContain('Another assessment of this child is being written')
  })
})

describe('the full form', () => {
  it('opens what an answer opens: at once where it can be shown, otherwise on saving', async () => {
    const { childId, assessmentId } = await started('full')
    const core = assessmentSectionUrl(childId, assessmentId, 'core')
    const before = await app.get(core, 'case-manager')
    expect(before.$('[name=mappaLevel]').length).toBe(0)
    const list = async () =>
      (await app.get(assessmentEditUrl(childId, assessmentId), 'case-manager')).$('main').text()
    expect(await list()).not.toContain('Custody, and coming home')
    const typed = { mappaCategory: 'category-1', stage: 'pre-release', then: 'next' }
    expect((await app.send(core, typed, 'case-manager')).location).toBe(core)
    expect((await app.get(core, 'case-manager')).$('[name=mappaLevel]').length).toBeGreaterThan(0)
    expect(await list()).toContain('Custody, and coming home')
    const custody = assessmentSectionUrl(childId, assessmentId, 'custody')
    expect((await app.get(custody, 'case-manager')).status).toBe(200)
    await app.send(core, { stage: 'start' }, 'case-manager')
    expect((await app.get(custody, 'case-manager')).status).toBe(404)
  })

  it('keeps rows, and adds one without script', async () => {
    const { childId, assessmentId } = await started('full')
    const url = assessmentSectionUrl(childId, assessmentId, 'strengths')
    const row = {
      'factorsFor-0-category': 'family',
      'factorsFor-0-words': 'An aunt',
      'factorsFor-0-rating': 'strong',
    }
    const added = await app.send(url, { ...row, 'add-factorsFor': '1' }, 'case-manager')
    expect(added.$('[name="factorsFor-1-words"]').length).toBe(1)
    expect(added.$('[name="factorsFor-0-words"]').val()).toBe('An aunt')
    await app.send(url, row, 'case-manager')
    expect((await rowOf(assessmentId)).answers).toMatchObject({
      factorsFor: [{ category: 'family', words: 'An aunt', rating: 'strong' }],
    })
    const read = await app.get(assessmentUrl(childId, assessmentId), 'case-manager')
    expect(words(read.$('main').text())).toContain(
      'What it is: An auntHow much it counts: Very much',
    )
  })

  it('is written and completed section by section', async () => {
    const { childId, assessmentId } = await started('full')
    const form = currentForm('full')
    if (form === undefined) throw new Error('There is no full form')
    const answers = Object.fromEntries(
      form.sections
        .flatMap(({ questions }) => questions)
        .flatMap(question => {
          if (question.type === 'concern') return [[question.key, 'no']]
          if (question.type === 'one') return [[question.key, Object.keys(question.options)[0]]]
          return question.type === 'long-text' ? [[question.key, 'Written.']] : []
        }),
    ) as Record<string, string>
    const judged = { likelihoodLevel: 'low', harmLevel: 'low', safetyLevel: 'low' }
    const reasons = { likelihoodReasons: 'a', harmReasons: 'b', safetyReasons: 'c' }
    const sent = await completeAssessment(
      app,
      { childId, assessmentId, as: 'case-manager', form },
      { ...answers, ...judged, ...reasons },
    )
    expect(sent.errors).toEqual([])
    expect((await rowOf(assessmentId)).completedOn).toEqual(app.today)
  })
})

describe('an assessment of an earlier version', () => {
  it('is read by the version in which it was written, and its draft goes on in it', async () => {
    const { childId, assessmentId } = await app.inService(async scope => {
      const child = await aChild(scope)
      const { id } = await scope.db
        .insertInto('assessments')
        .values({
          serviceId: scope.serviceId,
          childId: child,
          form: 'short',
          formVersion: 1,
          answers: JSON.stringify({ childWords: 'In the old form.', harmReasons: 'Waits.' }),
          startedOn: plainDate('2025-06-02'),
          authorId: app.staff['case-manager'],
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { childId: child, assessmentId: id }
    })
    const page = await app.get(assessmentUrl(childId, assessmentId), 'case-manager')
    const text = words(page.$('main').text())
    expect(text).toContain('Short assessment, version 1')
    expect(text).toContain('In the old form.')
    expect(text).toContain('Not judged yet Waits.')
    expect(text).not.toContain('Is somebody using the child?')
    expect(page.$('.govuk-inset-text li').length).toBe(10)
    const answers = assessmentSectionUrl(childId, assessmentId, 'answers')
    expect((await app.get(answers, 'case-manager')).$('#childWords').val()).toBe('In the old form.')
  })
})

describe('a question of the service’s own', () => {
  it('stands in its section, is kept under its own key, and stays readable after it has ended', async () => {
    const recordedBy = app.staff['head-of-service']
    const questionId = await app.inService(scope =>
      anOwnQuestion(scope, { recordedBy, title: 'Which club?' }),
    )
    const { childId, assessmentId } = await started()
    const url = assessmentSectionUrl(childId, assessmentId, 'voices')
    const page = await app.get(url, 'case-manager')
    const name = `own${questionId.replaceAll('-', '')}`
    expect(words(page.$('main').text())).toContain('Which club? A question of our own service.')
    await app.send(url, { [name]: 'The one on the hill' }, 'case-manager')
    expect((await rowOf(assessmentId)).answers).toMatchObject({
      [`own:${questionId}`]: 'The one on the hill',
    })
    await app.db
      .updateTable('ownQuestions')
      .set({ endsOn: plainDate('2026-01-31') })
      .where('id', '=', questionId)
      .execute()
    const read = await app.get(assessmentUrl(childId, assessmentId), 'case-manager')
    expect(words(read.$('main').text())).toContain('Which club?')
    const other = await started()
    const next = assessmentSectionUrl(other.childId, other.assessmentId, 'voices')
    expect((await app.get(next, 'case-manager')).$('main').text()).not.toContain('Which club?')
    await completeAssessment(app, { childId, assessmentId, as: 'case-manager' })
    expect((await rowOf(assessmentId)).completedOn).toEqual(app.today)
  })
})
