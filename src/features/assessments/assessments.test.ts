import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/permissions.ts'
import { aChild, anIntervention, anOffence, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import {
  completeAssessment,
  shortForm,
  wholeAnswers,
  writeSections,
} from '#test/write-assessment.ts'
import {
  assessmentEditUrl,
  assessmentQualityUrl,
  assessmentReviewUrl,
  assessmentSectionUrl,
  assessmentStartUrl,
  assessmentUrl,
} from './urls.ts'

const app = await startApp()
afterAll(app.close)

const oddName = { givenName: "O'Neill-Ó Súilleabháin", familyName: '<script>alert(1)</script> 🌱' }

const whole = wholeAnswers

let childId = ''
let referralId = ''
let otherChildId = ''

beforeAll(async () => {
  await app.inService(async scope => {
    childId = await aChild(scope, oddName)
    otherChildId = await aChild(scope)
    referralId = await aReferral(scope, { childId, whatHappened: 'Took a <i>bike</i>.' })
    await anOffence(scope, { childId, referralId })
  })
})

/** Another referral of the child, once the ones before it are closed: an assessment of an open one would be reviewed. */
async function newReferral(): Promise<string> {
  return await app.inService(async scope => {
    await scope.db
      .updateTable('referrals')
      .set({ closedOn: app.today, closedBecause: 'Nothing follows' })
      .where('childId', '=', childId)
      .where('closedOn', 'is', null)
      .execute()
    return await aReferral(scope, { childId })
  })
}

/** Starts the assessment of a referral and returns its id. */
async function started(referral: string): Promise<string> {
  const sent = await app.send(assessmentStartUrl(childId, referral), {}, 'case-manager')
  return sent.location?.split('/').at(-2) ?? ''
}

async function completed(referral: string): Promise<string> {
  const id = await started(referral)
  await completeAssessment(app, { childId, assessmentId: id, as: 'case-manager' })
  return id
}

async function hiddenOn(url: string, as: Role): Promise<Record<string, string>> {
  const page = await app.get(url, as)
  const fields = page.$('main form input[type=hidden]').toArray()
  return Object.fromEntries(
    fields.map(field => [page.$(field).attr('name') ?? '', page.$(field).attr('value') ?? '']),
  )
}

async function assessmentRow(id: string) {
  return await app.db
    .selectFrom('assessments')
    .selectAll()
    .where('serviceId', '=', app.serviceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function actionsOn(subjectId: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('serviceId', '=', app.serviceId)
    .where('subjectId', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map(row => row.action)
}

describe('starting an assessment', () => {
  it('shows what the record already says, as text', async () => {
    const page = await app.get(assessmentStartUrl(childId, referralId), 'case-manager')
    expect(page.h1).toBe('Assessment before the panel')
    expect(page.$('main').text()).toContain('Took a <i>bike</i>.')
    expect(page.$('main').text()).toContain('Source: Testshire Police, 16 February 2026')
    expect(page.$('main').text()).toContain('Theft of a bike, 10 February 2026')
    expect(page.$('.app-child-banner').text()).toContain('<script>alert(1)</script> 🌱')
  })

  it('makes one draft for a referral and opens that one ever after', async () => {
    const first = await started(referralId)
    expect(await assessmentRow(first)).toMatchObject({
      form: 'short',
      formVersion: 2,
      referralId,
      authorId: app.staff['case-manager'],
      completedOn: null,
    })
    const again = await app.get(assessmentStartUrl(childId, referralId), 'team-manager')
    expect(again.$('main').text()).toContain('A referral has one assessment')
    expect(again.$(`a[href="${assessmentEditUrl(childId, first)}"]`).length).toBe(1)
    expect(await actionsOn(first)).toEqual(['assessment.started'])
  })

  it('leads to the one that is there when two people start at once', async () => {
    const referral = await newReferral()
    const url = assessmentStartUrl(childId, referral)
    // Both have the form open before either sends it.
    const hidden = [await hiddenOn(url, 'case-manager'), await hiddenOn(url, 'team-manager')]
    const both = await Promise.all([
      app.send(url, hidden[0] ?? {}, 'case-manager'),
      app.send(url, hidden[1] ?? {}, 'team-manager'),
    ])
    expect(both[0].location).toContain('/assessments/')
    expect(both[0].location?.split('/')[4]).toBe(both[1].location?.split('/')[4])
  })

  it('is for those who write assessments, about this child', async () => {
    const url = assessmentStartUrl(childId, referralId)
    expect((await app.get(url, 'police-colleague')).status).toBe(403)
    const elsewhere = assessmentStartUrl(otherChildId, referralId)
    expect((await app.get(elsewhere, 'case-manager')).status).toBe(404)
  })
})

describe('writing an assessment', () => {
  it('lists its sections, asks the child’s words first, and keeps a half-written one', async () => {
    const id = await started(await newReferral())
    const list = await app.get(assessmentEditUrl(childId, id), 'case-manager')
    const titles = list
      .$('.govuk-task-list__link')
      .toArray()
      .map(link => list.$(link).text())
    expect(titles).toEqual(shortForm().sections.map(({ title }) => title))
    const url = assessmentSectionUrl(childId, id, 'voices')
    const page = await app.get(url, 'case-manager')
    expect(page.$('textarea').first().attr('name')).toBe('childWords')

    const sent = await app.send(
      url,
      { childWords: 'I was <i>cold</i>.', then: 'next' },
      'case-manager',
    )
    expect(sent.location).toBe(assessmentSectionUrl(childId, id, 'strengths'))
    const judgements = assessmentSectionUrl(childId, id, 'judgements')
    await app.send(judgements, { harmReasons: 'Not sure yet.', then: 'list' }, 'case-manager')
    expect((await app.get(url, 'case-manager')).$('#childWords').val()).toBe('I was <i>cold</i>.')
    expect((await app.get(judgements, 'case-manager')).$('#harmReasons').val()).toBe(
      'Not sure yet.',
    )
    expect(await actionsOn(id)).toEqual([
      'assessment.started',
      'assessment.saved',
      'assessment.saved',
    ])
    const states = (await app.get(assessmentEditUrl(childId, id), 'case-manager'))
      .$('.govuk-task-list__status')
      .text()
    expect(states).toContain('Being written')
    expect(states).toContain('Not started')
  })

  it('says on the page what a draft lacks, each with the way there', async () => {
    const id = await started(await newReferral())
    const lacks = async () => {
      const page = await app.get(assessmentUrl(childId, id), 'case-manager')
      const items = page.$('.govuk-inset-text li').toArray()
      return items.map(item => ({
        text: page.$(item).text().trim(),
        url: page.$(item).find('a').attr('href'),
      }))
    }
    const voices = assessmentSectionUrl(childId, id, 'voices')
    expect((await lacks())[0]).toEqual({ text: 'In their own words: 2 answers', url: voices })
    const others = { ...whole, concernExploitation: '', harmLevel: '' }
    await writeSections(app, { childId, assessmentId: id, as: 'case-manager' }, others)
    expect(await lacks()).toEqual([
      {
        text: 'Answer: Is somebody using the child?',
        url: `${assessmentSectionUrl(childId, id, 'safety')}#concernExploitation`,
      },
      {
        text: 'Judge: Could someone else be seriously hurt?',
        url: `${assessmentSectionUrl(childId, id, 'judgements')}#harmLevel`,
      },
    ])
  })

  it.each(Object.keys(whole))('does not complete without %s, and says where it is', async key => {
    const id = await started(await newReferral())
    const answers = { ...whole, [key]: ' ' }
    const written = { childId, assessmentId: id, as: 'case-manager' } as const
    await writeSections(app, written, answers)
    const page = await app.send(assessmentEditUrl(childId, id), {}, 'case-manager')
    expect(page.status).toBe(422)
    expect(page.errors).toHaveLength(1)
    const href = page.$('.govuk-error-summary a').attr('href')
    expect(href).toMatch(new RegExp(`/edit/[a-z]+#${key}$`, 'u'))
    expect((await app.get(href ?? '', 'case-manager')).$(`#${key}`).length).toBe(1)
    expect((await assessmentRow(id)).completedOn).toBeNull()
  })

  it('asks for more where there is a worry, and only there', async () => {
    const id = await started(await newReferral())
    const url = assessmentSectionUrl(childId, id, 'safety')
    const page = await app.get(url, 'case-manager')
    const more = page.$('#conditional-concernExploitation #concernExploitationMore')
    expect(more.length).toBe(1)
    const worry = { concernExploitation: 'yes', concernExploitationMore: 'New shoes.' }
    await app.send(url, worry, 'case-manager')
    const lacks = async () =>
      (await app.get(assessmentUrl(childId, id), 'case-manager')).$('main').text()
    expect(await lacks()).toContain('New shoes.')
    await app.send(url, { ...worry, concernExploitation: 'no' }, 'case-manager')
    expect(await lacks()).not.toContain('New shoes.')
    expect((await app.get(url, 'case-manager')).$('#concernExploitationMore').val()).toBe(
      'New shoes.',
    )
  })

  it('completes on the day, shows what was written as text, and changes no more', async () => {
    const id = await completed(await newReferral())
    expect((await assessmentRow(id)).completedOn?.toString()).toBe('2026-03-02')
    const page = await app.get(assessmentUrl(childId, id), 'case-manager')
    expect(page.h1).toBe('Assessment')
    expect(page.$('blockquote').first().text()).toContain('<b>Really</b> 🌱')
    expect(page.$('main').text()).toContain('They wait for her on Fridays.')
    expect((await app.get(assessmentEditUrl(childId, id), 'case-manager')).h1).toBe(
      'This assessment is complete',
    )
    expect((await actionsOn(id)).at(-1)).toBe('assessment.completed')
  })

  it('keeps the text of a page that was still open when the assessment was completed', async () => {
    const id = await completed(await newReferral())
    // The hidden fields come from another page: the form itself is gone by now.
    const url = assessmentStartUrl(childId, await newReferral())
    const hidden = await hiddenOn(url, 'case-manager')
    const help = assessmentSectionUrl(childId, id, 'help')
    const page = await app.send(help, { ...hidden, needs: 'Typed too late' }, 'case-manager')
    expect(page.status).toBe(422)
    expect(page.$('main').text()).toContain('Typed too late')
    expect((await assessmentRow(id)).answers).toMatchObject({ needs: whole['needs'] })
  })

  it('is not read by others while it is being written', async () => {
    const id = await started(await newReferral())
    expect((await app.get(assessmentUrl(childId, id), 'police-colleague')).status).toBe(404)
  })

  it('is read by those who may, and written only by practitioners', async () => {
    const id = await completed(await newReferral())
    expect((await app.get(assessmentUrl(childId, id), 'police-colleague')).status).toBe(200)
    expect((await app.get(assessmentUrl(childId, id), 'business-support')).status).toBe(403)
    expect((await app.get(assessmentEditUrl(childId, id), 'police-colleague')).status).toBe(403)
    expect((await app.get(assessmentUrl(otherChildId, id), 'case-manager')).status).toBe(404)
    expect((await app.get(assessmentEditUrl(otherChildId, id), 'case-manager')).status).toBe(404)
  })
})

describe('quality assurance', () => {
  const good = {
    strengths: 'Her voice is clear.',
    toDevelop: 'Name the school.',
    step: 'countersign',
  }

  it('countersigns with what is good and what to develop', async () => {
    const id = await completed(await newReferral())
    const url = assessmentQualityUrl(childId, id)
    expect((await app.send(url, good, 'team-manager')).location).toBe(assessmentUrl(childId, id))
    const page = await app.get(assessmentUrl(childId, id), 'case-manager')
    expect(page.$('main').text()).toContain('Person of role team-manager, 2 March 2026')
    expect(page.$('main').text()).toContain('Her voice is clear.')
    expect((await actionsOn(id)).at(-1)).toBe('assessment.countersigned')
  })

  it('is never done by the author', async () => {
    const referral = await newReferral()
    const startUrl = assessmentStartUrl(childId, referral)
    const sent = await app.send(startUrl, {}, 'team-manager')
    const id = sent.location?.split('/').at(-2) ?? ''
    await completeAssessment(app, { childId, assessmentId: id, as: 'team-manager' })
    const page = await app.get(assessmentQualityUrl(childId, id), 'team-manager')
    expect(page.$('main').text()).toContain('another manager has to look at it')
    expect(page.$('main form').length).toBe(0)
    const url = assessmentQualityUrl(childId, id)
    expect((await app.send(url, good, 'head-of-service')).status).toBe(303)
  })

  it('sends it back as a draft with what to do; the earlier version is kept', async () => {
    const id = await completed(await newReferral())
    const url = assessmentQualityUrl(childId, id)
    const nothing = await app.send(url, { step: 'return' }, 'team-manager')
    expect(nothing.errors).toEqual(['Write what has to be done before it comes back'])
    await app.send(url, { step: 'return', toDevelop: 'See her at school.' }, 'team-manager')
    expect((await assessmentRow(id)).completedOn).toBeNull()
    const edit = await app.get(assessmentEditUrl(childId, id), 'case-manager')
    expect(edit.$('.govuk-inset-text').text()).toContain('See her at school.')
    const earlier = await app.db
      .selectFrom('rowHistory')
      .select('was')
      .where('serviceId', '=', app.serviceId)
      .where('rowId', '=', id)
      .where('replacedBy', '=', app.staff['team-manager'])
      .execute()
    expect(earlier.map(row => row.was)).toMatchObject([{ completed_on: '2026-03-02' }])
  })

  it('is for managers', async () => {
    const id = await completed(await newReferral())
    expect((await app.get(assessmentQualityUrl(childId, id), 'case-manager')).status).toBe(403)
  })
})

describe('reviewing an assessment', () => {
  it('waits for open work with the child', async () => {
    const id = await completed(await newReferral())
    const page = await app.get(assessmentReviewUrl(childId, id), 'case-manager')
    expect(page.$('main').text()).toContain('nothing to review')
    expect(page.$('main form').length).toBe(0)
  })

  it('opens as last time’s answers and wants afresh what it analyses', async () => {
    const referral = await newReferral()
    const id = await completed(referral)
    const work = await app.inService(scope =>
      anIntervention(scope, { childId, referralId: referral }),
    )
    const sent = await app.send(assessmentReviewUrl(childId, id), {}, 'case-manager')
    const reviewId = sent.location?.split('/').at(-2) ?? ''
    expect(await assessmentRow(reviewId)).toMatchObject({
      reviewOf: id,
      interventionId: work,
      referralId: null,
    })

    const voices = assessmentSectionUrl(childId, reviewId, 'voices')
    const edit = await app.get(voices, 'case-manager')
    expect(edit.$('#childWords').val()).toBe('')
    const strengths = assessmentSectionUrl(childId, reviewId, 'strengths')
    expect((await app.get(strengths, 'case-manager')).$('#strengths').val()).toBe(
      whole['strengths'],
    )
    expect(edit.$('details').text()).toContain('She is kind with her sister.')

    const review = { childId, assessmentId: reviewId, as: 'case-manager' } as const
    const copied = await completeAssessment(app, review, whole)
    expect(copied.status).toBe(422)
    expect(copied.errors).toHaveLength(7)
    expect(copied.errors[0]).toBe('Write it afresh, not in last time’s words: What the child says')
    const fresh = {
      ...whole,
      childWords: 'It is better on Fridays now.',
      familyWords: 'She laughs again.',
      safety: 'She is driven home.',
      needs: 'The mentor, one more term.',
      likelihoodReasons: 'Four months without.',
      harmReasons: 'Still none.',
      safetyReasons: 'A lift on Fridays.',
    }
    expect((await completeAssessment(app, review, fresh)).status).toBe(303)
    const old = await app.get(assessmentReviewUrl(childId, id), 'case-manager')
    expect(old.$('main').text()).toContain('There is a later assessment')
  })
})
