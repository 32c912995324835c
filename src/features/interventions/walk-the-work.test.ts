import { afterAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { aChild, anAllocation, anOutcome, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { contactUrl, newContactUrl } from '../contacts/urls.ts'
import { newPlanUrl, planUrl, reviewPlanUrl, signPlanUrl } from '../plans/urls.ts'
import { referralUrl } from '../referrals/urls.ts'
import {
  allocationUrl,
  closeInterventionUrl,
  interventionUrl,
  newInterventionUrl,
  serviceAgreementNewUrl,
  signServiceAgreementUrl,
} from './urls.ts'

const app = await startApp({ today: '2026-03-02' })
afterAll(app.close)

const { childId, referralId, outcomeId } = await app.inService(async scope => {
  const childId = await aChild(scope, { givenName: 'Robin', familyName: 'O’Neill-Ó Súilleabháin' })
  const referralId = await aReferral(scope, { childId })
  const decidedOn = plainDate('2026-02-25')
  const outcomeId = await anOutcome(scope, { childId, referralId, decidedOn })
  const staffId = app.staff['case-manager']
  await anAllocation(scope, { childId, referralId, staffId, startedOn: plainDate('2026-02-17') })
  return { childId, referralId, outcomeId }
})

const today = (name: string) => ({
  [`${name}-day`]: '2',
  [`${name}-month`]: '3',
  [`${name}-year`]: '2026',
})

const idAtEnd = (url: string | null) => url?.split('/').at(-1) ?? ''

const audited = async (action: string) =>
  await app.db
    .selectFrom('auditEntries')
    .select(['childId', 'subjectId', 'staffId'])
    .where('action', '=', action)
    .execute()

describe('work with a child, from the first day to the close', () => {
  let interventionId = ''
  let planId = ''

  it('opens from the referral, which gives it its kind, its outcome and its worker', async () => {
    const url = newInterventionUrl(childId, referralId)
    const form = await app.get(url, 'case-manager')
    expect(form.h1).toBe('Open work with a child')
    expect(form.$('input[name=kind]:checked').val()).toBe('diversion')
    expect(form.$('input[name=serves]:checked').val()).toBe(outcomeId)
    const sent = { kind: 'diversion', serves: outcomeId, ...today('startedOn') }
    const opened = await app.send(url, sent, 'case-manager')
    expect(opened.status).toBe(303)
    interventionId = idAtEnd(opened.location)
    expect(opened.location).toBe(interventionUrl(childId, interventionId))

    const page = await app.get(interventionUrl(childId, interventionId), 'case-manager')
    expect(page.h1).toBe('Diversion')
    expect(page.$('main').text()).toContain('Person of role case-manager')
    expect(page.$('.app-owed').text()).toContain('Visit the child and family at home')
    expect(page.$('.app-owed a[href="/rules/OM-2.1-visit"]').length).toBe(1)

    const referral = await app.db
      .selectFrom('referrals')
      .selectAll()
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow()
    expect(referral.closedOn?.toString()).toBe('2026-03-02')
    const held = await app.db.selectFrom('allocations').selectAll().orderBy('startedOn').execute()
    expect(held.map(row => [row.referralId, row.interventionId, row.endedOn?.toString()])).toEqual([
      [referralId, null, '2026-03-02'],
      [null, interventionId, undefined],
    ])
    expect(await audited('intervention.opened')).toEqual([
      { childId, subjectId: interventionId, staffId: app.staff['case-manager'] },
    ])
  })

  it('leaves on the closed referral who held the assessment', async () => {
    const page = await app.get(referralUrl(childId, referralId), 'case-manager')
    const step = page.$('.govuk-task-list__item:contains("Worker for the assessment")')
    expect(step.text()).toContain('Person of role case-manager')
    expect(step.text()).not.toContain('To do')
  })

  it('is not opened twice for one outcome', async () => {
    const sent = { kind: 'diversion', serves: outcomeId, ...today('startedOn') }
    const again = await app.send(newInterventionUrl(childId), sent, 'case-manager')
    expect(again.status).toBe(422)
    expect(again.errors[0]).toContain('Work is open for this outcome already')
  })

  it('is given to another worker by a manager, who sees what each holds', async () => {
    const url = allocationUrl(childId, interventionId)
    expect((await app.get(url, 'case-manager')).status).toBe(403)
    const form = await app.get(url, 'team-manager')
    expect(form.$('main').text()).toContain('holds 0 open cases')
    const same = { staffId: app.staff['case-manager'], ...today('startedOn') }
    expect((await app.send(url, same, 'team-manager')).errors).toEqual([
      'This person holds the work already',
    ])
    const staffId = app.staff['team-manager']
    const sent = await app.send(url, { staffId, ...today('startedOn') }, 'team-manager')
    expect(sent.location).toBe(interventionUrl(childId, interventionId))
    const open = await app.db
      .selectFrom('allocations')
      .select('staffId')
      .where('endedOn', 'is', null)
      .execute()
    expect(open).toEqual([{ staffId }])
  })

  it('has a service agreement that child and parent sign one after the other', async () => {
    const url = serviceAgreementNewUrl(childId, interventionId)
    const whatWePromise = 'We listen. <script>alert(1)</script>'
    const answers = { whatWePromise, ...today('madeOn'), child: 'typed', childName: 'Robin 😀' }
    const made = await app.send(url, { ...answers, parent: 'later' }, 'case-manager')
    const agreementId = idAtEnd(made.location)
    const page = await app.get(made.location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('<script>alert(1)</script>')
    expect(page.$('main').text()).toContain('Not signed yet: parent or carer')

    const signing = { signatory: 'parent-or-carer', signedName: 'Kim', method: 'paper' }
    const signUrl = signServiceAgreementUrl(childId, agreementId)
    await app.send(signUrl, { ...signing, ...today('signedOn') }, 'case-manager')
    const rows = await app.db
      .selectFrom('signatures')
      .select(['signatory', 'signedName', 'contentHash'])
      .where('serviceAgreementId', '=', agreementId)
      .orderBy('signatory')
      .execute()
    expect(rows.map(row => row.signedName)).toEqual(['Robin 😀', 'Kim'])
    expect(rows[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[1]?.contentHash).toBe(rows[0]?.contentHash)
  })

  it('has a home visit, recorded with a note to the child', async () => {
    const url = newContactUrl(childId, { interventionId, kind: 'home-visit' })
    const form = await app.get(url, 'case-manager')
    expect(form.$('input[name=kind]:checked').val()).toBe('home-visit')
    const visit = { kind: 'home-visit', ...today('plannedOn'), happened: 'happened' }
    const present = ['child', 'parent-or-carer']
    const empty = await app.send(url, { ...visit, attendance: 'attended', present }, 'case-manager')
    expect(empty.errors).toEqual(['Write a note to the child: what you talked about'])
    const note = 'You told me about the workshop.'
    const sent = { ...visit, attendance: 'attended', present, note }
    const saved = await app.send(url, sent, 'case-manager')
    expect(saved.location).toBe(interventionUrl(childId, interventionId))
    const page = await app.get(interventionUrl(childId, interventionId), 'case-manager')
    expect(page.$('.moj-timeline').text()).toContain(note)
    expect(page.$('.app-owed').text()).not.toContain('Visit the child')
    const [entry] = await audited('contact.recorded')
    const contact = await app.get(contactUrl(childId, entry?.subjectId ?? ''), 'case-manager')
    expect(contact.$('main').text()).toContain('Child and parent or carer')
  })

  it('has a plan, whose steps are added without losing what is written', async () => {
    const url = newPlanUrl(childId, interventionId)
    const sections = {
      strengths: 'You mend bikes.',
      easierForYou: 'We meet at the workshop at four.',
      keepingSafe: 'Mum knows where you are.',
      restorative: 'You mend the bike.',
      restorativeKind: 'made-for-child',
      restorativeChoices: 'The bike, or a letter.',
      exitPlan: 'The workshop stays open to you.',
      ...today('writtenOn'),
    }
    const step = {
      'steps-0-goal': 'Ride with my friends',
      'steps-0-step': 'Mend two bikes',
      'steps-0-who': 'Me and Sam',
    }
    const longer = await app.send(url, { ...sections, ...step, 'add-steps': '1' }, 'case-manager')
    expect(longer.status).toBe(200)
    expect(longer.$('#strengths').val()).toBe('You mend bikes.')
    expect(longer.$('#steps-1-goal').length).toBe(1)

    const without = await app.send(url, { ...sections, ...step }, 'case-manager')
    expect(without.status).toBe(422)
    expect(without.errors).toEqual([
      'Write at least one “if this happens”, and who does what at once',
    ])
    expect(without.$('#exitPlan').val()).toBe('The workshop stays open to you.')

    const contingency = 'If you are followed, ring Mum.'
    const sent = await app.send(url, { ...sections, ...step, contingency }, 'case-manager')
    planId = idAtEnd(sent.location)
    const plan = await app.get(planUrl(childId, planId), 'case-manager')
    expect(plan.h1).toBe('Robin’s plan')
    expect(plan.$('main').text()).toContain('Not signed yet: child, parent or carer, manager')
    const second = await app.send(url, { ...sections, ...step, contingency }, 'case-manager')
    expect(second.errors[0]).toContain('There is a plan already')
  })

  it('has three signatures under the plan, the manager’s given by a manager in person', async () => {
    const url = signPlanUrl(childId, planId)
    const how = { method: 'typed', ...today('signedOn') }
    const asWorker = { ...how, signatory: 'manager', signedName: 'A manager' }
    const refused = await app.send(url, asWorker, 'case-manager')
    expect(refused.errors[0]).toContain('Ask a manager to sign')
    await app.send(url, { ...how, signatory: 'child', signedName: 'Robin' }, 'case-manager')
    const parent = { ...how, signatory: 'parent-or-carer', signedName: 'Kim' }
    await app.send(url, parent, 'case-manager')
    await app.send(url, { ...how, signatory: 'manager' }, 'team-manager')
    const rows = await app.db
      .selectFrom('signatures')
      .select(['signatory', 'signedName', 'contentHash'])
      .where('planId', '=', planId)
      .orderBy('signatory')
      .execute()
    expect(rows.map(row => [row.signatory, row.signedName])).toEqual([
      ['child', 'Robin'],
      ['manager', 'Person of role team-manager'],
      ['parent-or-carer', 'Kim'],
    ])
    expect(new Set(rows.map(row => row.contentHash)).size).toBe(1)
    const page = await app.get(interventionUrl(childId, interventionId), 'case-manager')
    expect(page.$('main').text()).toContain('Signed by all three')
  })

  it('has its plan reviewed with the child, and the next one starts from it', async () => {
    const url = reviewPlanUrl(childId, planId)
    const form = await app.get(url, 'case-manager')
    const stepId = String(form.$('input[name="steps-0-id"]').val())
    const sent = await app.send(
      url,
      {
        'steps-0-id': stepId,
        'steps-0-progress': 'Both bikes run',
        progress: 'It went well.',
        childView: 'I liked it.',
        ...today('reviewedOn'),
      },
      'case-manager',
    )
    expect(sent.location).toBe(newPlanUrl(childId, interventionId))
    const next = await app.get(newPlanUrl(childId, interventionId), 'case-manager')
    expect(next.$('#steps-0-goal').val()).toBe('Ride with my friends')
    const plan = await app.get(planUrl(childId, planId), 'case-manager')
    expect(plan.$('main').text()).toContain('Both bikes run')
    expect(plan.$('.app-voice').text()).toContain('I liked it.')
  })

  it('is closed with what was achieved and what child and family say', async () => {
    const url = closeInterventionUrl(childId, interventionId)
    await app.send(
      newContactUrl(childId, { interventionId }),
      {
        kind: 'phone',
        'plannedOn-day': '9',
        'plannedOn-month': '3',
        'plannedOn-year': '2026',
        happened: 'planned',
      },
      'business-support',
    )
    const answers = {
      ...today('endedOn'),
      result: 'completed',
      achieved: 'You mended two bikes.',
      childGave: 'yes',
      childHelped: 'The workshop',
      childChange: 'Nothing',
      parentGave: 'no',
      parentWhyNot: 'Could not be reached.',
    }
    const refused = await app.send(url, answers, 'case-manager')
    expect(refused.errors[0]).toContain('Contacts are still planned (9 March 2026)')
    expect(refused.$('#achieved').val()).toBe('You mended two bikes.')
    const closed = await app.send(url, { ...answers, cancelPlanned: 'yes' }, 'case-manager')
    expect(closed.location).toBe(interventionUrl(childId, interventionId))

    const page = await app.get(interventionUrl(childId, interventionId), 'case-manager')
    expect(page.$('main').text()).toContain('What helped: The workshop')
    expect(page.$('main').text()).toContain('Parent or carer: no feedback. Could not be reached.')
    const open = await app.db
      .selectFrom('allocations')
      .select('id')
      .where('endedOn', 'is', null)
      .execute()
    expect(open).toEqual([])
    const cancelled = await app.db
      .selectFrom('contacts')
      .select(['kind', 'staffId'])
      .where('attendance', '=', 'service-cancelled')
      .execute()
    expect(cancelled).toEqual([{ kind: 'phone', staffId: app.staff['team-manager'] }])
    expect((await audited('intervention.closed')).length).toBe(1)
  })
})
