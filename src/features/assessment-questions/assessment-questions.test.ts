import { afterAll, describe, expect, it } from 'vitest'
import { startApp, type TestForm } from '#test/start-app.ts'
import { assessmentQuestionsUrl, endQuestionUrl, newQuestionUrl } from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const firstDay = { 'startsOn-day': '2', 'startsOn-month': '3', 'startsOn-year': '2026' }
const question: TestForm = {
  title: 'Which club <b>now</b>?',
  help: '',
  section: 'safety',
  type: 'one',
  choices: 'Boxing\n Chess \n\n',
  ...firstDay,
}

async function rows() {
  return await app.db
    .selectFrom('ownQuestions')
    .selectAll()
    .where('serviceId', '=', app.serviceId)
    .execute()
}

describe('the service’s own questions', () => {
  it('are added by those who may, with who and when', async () => {
    const sent = await app.send(newQuestionUrl, question, 'performance-officer')
    expect(sent.location).toBe(assessmentQuestionsUrl)
    expect(await rows()).toMatchObject([
      {
        title: 'Which club <b>now</b>?',
        help: null,
        section: 'safety',
        type: 'one',
        choices: 'Boxing\nChess',
        endsOn: null,
        recordedBy: app.staff['performance-officer'],
      },
    ])
    const page = await app.get(assessmentQuestionsUrl, 'head-of-service')
    expect(page.$('main').text()).toContain('Which club <b>now</b>?')
    expect(page.$('main').text()).toContain('Risk and safety')
  })

  it.each<[string, TestForm, string]>([
    ['choices, but one', { ...question, choices: 'Boxing' }, 'Write at least two choices'],
    ['each choice once', { ...question, choices: 'A\nA\nB' }, 'Write each choice once'],
    ['a section', { ...question, section: 'weather' }, 'Select the section in which it is asked'],
    [
      'a day that is not past',
      { ...question, 'startsOn-day': '1' },
      'The first day must be today or in the future',
    ],
  ])('need %s', async (_name, form, message) => {
    const before = await rows()
    const sent = await app.send(newQuestionUrl, form, 'head-of-service')
    expect(sent.errors).toEqual([message])
    expect(await rows()).toEqual(before)
  })

  it('end on a day, once, and are not for practitioners to change', async () => {
    await app.send(newQuestionUrl, { ...question, title: 'To end' }, 'head-of-service')
    const id = (await rows()).find(({ title }) => title === 'To end')?.id ?? ''
    const url = endQuestionUrl(id)
    expect((await app.get(url, 'case-manager')).status).toBe(403)
    const day = (dayOfMonth: string) => ({
      'endsOn-day': dayOfMonth,
      'endsOn-month': '3',
      'endsOn-year': '2026',
    })
    expect((await app.send(url, day('1'), 'head-of-service')).status).toBe(422)
    expect((await app.send(url, day('9'), 'head-of-service')).status).toBe(303)
    const twice = await app.send(url, day('20'), 'head-of-service')
    expect(twice.errors).toEqual(['This question has an end already'])
    const ended = (await rows()).find(row => row.id === id)
    expect(ended?.endsOn?.toString()).toBe('2026-03-09')
    const actions = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('subjectId', '=', id)
      .orderBy('id')
      .execute()
    expect(actions.map(({ action }) => action)).toEqual([
      'assessment-question.added',
      'assessment-question.ended',
    ])
  })
})
