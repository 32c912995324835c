import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Scope } from '#records/scope.ts'
import {
  aChild,
  aPlan,
  aReferral,
  anAllocation,
  anAssessment,
  anIntervention,
  anOutcome,
} from '#test/builders.ts'
import { journeyDay, startJourney, type Person } from './journey.ts'
import { writeSections } from './write-sections.ts'

const journey = await startJourney()

const worker = 'Bronwen Treharne'
const manager = 'Ruth Kettleborough'

async function idOf(scope: Scope, name: string): Promise<string> {
  const { id } = await scope.db
    .selectFrom('staff')
    .select('id')
    .where('serviceId', '=', scope.serviceId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return id
}

/** Work with a child of this name that the worker holds since 2 November 2026. */
async function workWith(scope: Scope, givenName: string, kind = 'diversion') {
  const staffId = await idOf(scope, worker)
  const startedOn = plainDate('2026-11-02')
  const childId = await aChild(scope, {
    givenName,
    familyName: 'Monthly',
    bornOn: plainDate('2011-06-15'),
  })
  const interventionId = await anIntervention(scope, { childId, kind, startedOn })
  await anAllocation(scope, { childId, interventionId, staffId, startedOn })
  return { childId, interventionId, staffId }
}

/** What my work says of the child, all duties together. */
async function owedFor(person: Person, name: string): Promise<string> {
  await person.goTo('/my-work')
  const heading = person.page.locator('h3', { hasText: name })
  if ((await heading.count()) === 0) return ''
  return await heading.locator('xpath=following-sibling::ul[1]').innerText()
}

/** Asks for an agreement where "why?" offers it, and lets a manager give it. */
async function agree(
  childId: string,
  about: { ruleId: string; subjectId: string; until: string | null },
) {
  const url = `/children/${childId}/agreements/${about.ruleId}/${about.subjectId}`
  const asking = await journey.as(worker)
  await asking.goTo(`${url}/ask`)
  await asking.fill({ reason: 'The family asked for more time.' })
  await asking.press(/^Ask/)
  const answering = await journey.as(manager)
  await answering.goTo('/my-team')
  expect(await answering.text()).toContain('The family asked for more time.')
  await answering.goTo(url)
  await answering.check(`month-agree-${about.ruleId}`)
  await answering.fill({
    ...(about.until !== null && { untilOn: about.until }),
    reason: 'Right for this child.',
  })
  return answering
}

/** The clock goes through a month of the invented service; each thing ends as its rule says. */
describe('a month under the rules', () => {
  it('a plan that is not signed in time becomes overdue on the day after the tenth working day', async () => {
    await journey.inService(async scope => {
      const { childId, interventionId, staffId } = await workWith(scope, 'Ada')
      await aPlan(scope, {
        childId,
        interventionId,
        authorId: staffId,
        writtenOn: plainDate(journeyDay),
      })
    })
    journey.moveTo('2026-12-02')
    expect(await owedFor(await journey.as(worker), 'Ada Monthly')).toContain('By 2 December 2026')
    journey.moveTo('2026-12-03')
    const late = await journey.as(worker)
    expect(await owedFor(late, 'Ada Monthly')).toContain('Overdue: was due 2 December 2026')
    await late.check('month-plan-overdue')
  })

  it('a late assessment with a manager’s justification is agreed, not overdue, until the new day', async () => {
    const { childId, outcomeId } = await journey.inService(async scope => {
      const made = await workWith(scope, 'Bilal', 'court-order')
      const outcome = await anOutcome(scope, {
        childId: made.childId,
        kind: 'referral-order',
        decidedOn: plainDate(journeyDay),
        court: 'Amberford youth court',
      })
      const link = {
        serviceId: scope.serviceId,
        interventionId: made.interventionId,
        outcomeId: outcome,
      }
      await scope.db.insertInto('interventionOutcomes').values(link).execute()
      return { childId: made.childId, outcomeId: outcome }
    })
    journey.moveTo('2026-12-10')
    const title = 'Overdue: was due 9 December 2026'
    expect(await owedFor(await journey.as(worker), 'Bilal Monthly')).toContain(title)
    const answering = await agree(childId, {
      ruleId: 'OM-2.1-assessment',
      subjectId: outcomeId,
      until: '2026-12-18',
    })
    await answering.press('Agree')
    expect(await answering.errors()).toEqual([])
    expect(await owedFor(await journey.as(worker), 'Bilal Monthly')).not.toContain(
      '9 December 2026',
    )
    journey.moveTo('2026-12-21')
    expect(await owedFor(await journey.as(worker), 'Bilal Monthly')).toContain('Overdue')
  })

  it('a conditional caution beyond three months is overdue until a manager and the child agree', async () => {
    const { childId, outcomeId } = await journey.inService(async scope => {
      const made = await workWith(scope, 'Cerys', 'conditional-caution')
      const outcome = await anOutcome(scope, {
        childId: made.childId,
        kind: 'youth-conditional-caution',
        decidedOn: plainDate('2026-09-10'),
        conditionsEndOn: plainDate('2026-12-10'),
      })
      const link = {
        serviceId: scope.serviceId,
        interventionId: made.interventionId,
        outcomeId: outcome,
      }
      await scope.db.insertInto('interventionOutcomes').values(link).execute()
      return { childId: made.childId, outcomeId: outcome }
    })
    journey.moveTo('2026-12-11')
    const late = await owedFor(await journey.as(worker), 'Cerys Monthly')
    expect(late).toContain('Overdue: was due 10 December 2026')
    const answering = await agree(childId, {
      ruleId: 'OM-6.3-ycc-length',
      subjectId: outcomeId,
      until: '2027-01-15',
    })
    await answering.press('Agree')
    expect((await answering.errors()).join()).toMatch(/child/i)
    await answering.fill({ childAgrees: 'yes' })
    await answering.press('Agree')
    expect(await answering.errors()).toEqual([])
    expect(await owedFor(await journey.as(worker), 'Cerys Monthly')).not.toContain(
      '10 December 2026',
    )
  })

  it('nothing is decided about a child looked after before a manager has countersigned', async () => {
    journey.moveTo('2026-12-14')
    const { childId, referralId, assessmentId } = await journey.inService(async scope => {
      const child = await aChild(scope, { givenName: 'Dafydd', familyName: 'Monthly' })
      await scope.db
        .insertInto('circumstances')
        .values({
          serviceId: scope.serviceId,
          childId: child,
          kind: 'care-status',
          value: 'care-order',
          startedOn: plainDate('2025-01-01'),
          source: 'Social worker',
        })
        .execute()
      const referral = await aReferral(scope, {
        childId: child,
        receivedOn: plainDate('2026-12-01'),
      })
      const authorId = await idOf(scope, worker)
      const dates = { startedOn: plainDate('2026-12-07'), completedOn: plainDate('2026-12-09') }
      const assessment = await anAssessment(scope, {
        childId: child,
        referralId: referral,
        authorId,
        ...dates,
      })
      return { childId: child, referralId: referral, assessmentId: assessment }
    })
    const url = `/children/${childId}/referrals/${referralId}/decision`
    const deciding = await journey.as(worker)
    await deciding.goTo(url)
    await deciding.fill({ decision: 'community-resolution/divert', decidedOn: '2026-12-14' })
    await deciding.press('Record the decision')
    expect((await deciding.errors()).join('\n')).toContain('OM-6.4-care-qa')
    const signing = await journey.as(manager)
    await signing.goTo(`/children/${childId}/assessments/${assessmentId}/quality-assurance`)
    await signing.fill({
      strengths: 'His own words are in it.',
      toDevelop: 'Say more of school.',
      step: 'countersign',
    })
    await signing.press('Record')
    expect(await signing.errors()).toEqual([])
    await deciding.goTo(url)
    await deciding.fill({ decision: 'community-resolution/divert', decidedOn: '2026-12-14' })
    await deciding.press('Record the decision')
    expect((await deciding.errors()).join('\n')).not.toContain('OM-6.4-care-qa')
  })

  it('a high-risk case is not given to a support worker, and is to another', async () => {
    const url = await journey.inService(async scope => {
      const authorId = await idOf(scope, worker)
      const childId = await aChild(scope, { givenName: 'Esme', familyName: 'Monthly' })
      const startedOn = plainDate('2026-12-01')
      const interventionId = await anIntervention(scope, { childId, startedOn })
      const dates = { startedOn, completedOn: plainDate('2026-12-09') }
      await anAssessment(scope, { childId, interventionId, authorId, riskOfHarm: 'high', ...dates })
      return `/children/${childId}/interventions/${interventionId}/allocation`
    })
    const choosing = await journey.as(manager)
    await choosing.goTo(url)
    await choosing.page
      .getByLabel(/Gosia Lewandowicz/)
      .first()
      .check()
    await choosing.press('Give them the work')
    expect((await choosing.errors()).join()).toContain('support role')
    expect(await choosing.text()).toContain('HMIP-1.2-allocation')
    expect(await choosing.text()).toContain('head of service')
    await choosing.check('month-support-worker-stopped')
    await choosing.page
      .getByLabel(/Marcus Ellery/)
      .first()
      .check()
    await choosing.press('Give them the work')
    expect(await choosing.errors()).toEqual([])
  })

  it('a significant change is answered by a manager’s view, or by a review', async () => {
    const [covered, reviewed] = await journey.inService(async scope => {
      const made = []
      for (const name of ['Farah', 'Gwen']) {
        const work = await workWith(scope, name)
        const { childId, interventionId, staffId: authorId } = work
        const dates = { startedOn: plainDate('2026-11-09'), completedOn: plainDate('2026-11-12') }
        const assessmentId = await anAssessment(scope, {
          childId,
          interventionId,
          authorId,
          ...dates,
        })
        made.push({ ...work, assessmentId })
      }
      return made
    })
    if (covered === undefined || reviewed === undefined) throw new Error('two are made')
    const visiting = await journey.as(worker, { phone: true })
    for (const { childId, interventionId } of [covered, reviewed]) {
      await visiting.goTo(`/children/${childId}/contacts/new?intervention=${interventionId}`)
      await visiting.fill({
        kind: 'home-visit',
        plannedOn: '2026-12-14',
        happened: 'happened',
        attendance: 'attended',
        present: ['child', 'parent-or-carer'],
        note: 'You told me that your gran died on Friday.',
        changed: ['yes'],
        change: 'bereavement',
      })
      await visiting.press(/Save|Record/)
      expect(await visiting.errors()).toEqual([])
    }
    await visiting.goTo('/my-work')
    await visiting.check('month-significant-change')
    expect(await owedFor(visiting, 'Farah Monthly')).toContain('significant change')
    const eventId = await journey.inService(async scope => {
      const { id } = await scope.db
        .selectFrom('caseEvents')
        .select('id')
        .where('childId', '=', covered.childId)
        .executeTakeFirstOrThrow()
      return id
    })
    const answering = await agree(covered.childId, {
      ruleId: 'OM-4.4-change',
      subjectId: eventId,
      until: null,
    })
    await answering.press('Agree')
    expect(await answering.errors()).toEqual([])
    const writing = await journey.as(worker)
    expect(await owedFor(writing, 'Farah Monthly')).not.toContain('significant change')
    expect(await owedFor(writing, 'Gwen Monthly')).toContain('significant change')
    await writing.goTo(`/children/${reviewed.childId}/assessments/${reviewed.assessmentId}/review`)
    await writing.press(/Start|review/i)
    await writeSections(writing, {
      'In their own words': {
        childWords: 'I miss my gran. I do not sleep.',
        familyWords: 'She cries at night; we sit with her.',
      },
      'Strengths, and who this child is': {
        strengths: 'Her dad is home more. She draws.',
        identity: 'She spoke her gran’s language with her, and misses that.',
      },
      'What happened': { whatHappened: 'Her gran, whom she saw each day, has died.' },
      'Risk and safety': {
        concernSafetyWellbeing: 'no',
        concernExploitation: 'no',
        concernRiskToOthers: 'no',
        safety: 'Safe at home. Not alone in the evenings.',
      },
      'What would help': { needs: 'Somebody to talk to about her gran.' },
      Judgements: {
        likelihoodLevel: 'low',
        likelihoodReasons: 'Nothing has happened since.',
        harmLevel: 'low',
        harmReasons: 'She has never hurt anyone.',
        safetyLevel: 'medium',
        safetyReasons: 'Grief, and little sleep.',
      },
    })
    await writing.press('Complete')
    expect(await writing.errors()).toEqual([])
    expect(await owedFor(writing, 'Gwen Monthly')).not.toContain('significant change')
  })

  it('a number of the policy pack is changed after a look at what it would do', async () => {
    journey.moveTo('2026-12-16')
    const head = await journey.as('Head of service')
    await head.goTo('/policy/rules/OM-4.1-signed/numbers/signWithin')
    await head.fill({ value: '5', from: '2026-12-16', reason: 'Our inspectors asked for it.' })
    await head.press('See what would change')
    expect(await head.text()).toContain('Tasks that become overdue')
    await head.check('month-what-if')
    await head.press('Save this change')
    expect(await head.errors()).toEqual([])
    expect(await head.text()).toContain('5 working days')
  })
})
