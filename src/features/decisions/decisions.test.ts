import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '#domain/calendar/months.ts'
import { insertAgreement } from '#records/agreements.ts'
import type { Scope } from '#records/scope.ts'
import { aChild, anAllocation, anOffence, aReferral } from '#test/builders.ts'
import { sendForged } from '#test/forged-form.ts'
import { startApp, type TestForm } from '#test/start-app.ts'
import { completeAssessment } from '#test/write-assessment.ts'
import { askAgreementUrl, grantAgreementUrl } from '../agreements/urls.ts'
import { assessmentQualityUrl, assessmentStartUrl } from '../assessments/urls.ts'
import { decisionUrl, explanationUrl, outcomeUrl } from './urls.ts'

const app = await startApp()
afterAll(app.close)

let childId = ''
let otherChildId = ''

beforeAll(async () => {
  await app.inService(async scope => {
    const { serviceId } = scope
    childId = await aChild(scope, { givenName: "O'Neill-Ó 🌱", familyName: '<script>x</script>' })
    otherChildId = await aChild(scope)
    await scope.db
      .insertInto('outcomeNames')
      .values({
        serviceId,
        id: 'divert',
        kind: 'community-resolution',
        name: 'Divert',
        explanation: 'A short piece of help.',
        sortOrder: 1,
      })
      .execute()
    await scope.db
      .insertInto('circumstances')
      .values({
        serviceId,
        childId,
        kind: 'care-status',
        value: 'care-order',
        startedOn: app.today.subtract({ months: 3 }),
        source: 'Social worker',
      })
      .execute()
  })
})

type Piece =
  | 'panel'
  | 'attendance'
  | 'social-care'
  | 'victim'
  | 'assessment'
  | 'judgement'
  | 'qa'
  | 'explained'

/** Everything that has to be there before a decision about a child looked after, without the piece that is named. */
async function aReadyReferral(without?: Piece): Promise<string> {
  return await app.inService(async scope => {
    const referralId = await aReferral(scope, { childId, victimKnown: true })
    await anOffence(scope, { childId, referralId })
    if (without !== 'social-care') await aCheck(scope, referralId, 'childrens-social-care')
    if (without !== 'victim') await aCheck(scope, referralId, 'victim-views')
    if (without !== 'panel') await aPanelFor(scope, referralId, without === 'attendance')
    if (without !== 'assessment') await anAssessmentOf(scope, referralId, without)
    if (without !== 'explained') await anExplanationOf(scope, referralId)
    return referralId
  })
}

async function aCheck({ db, serviceId }: Scope, referralId: string, kind: string) {
  const check = { result: 'done', checkedOn: app.today, note: 'Spoke with them.' }
  await db
    .insertInto('referralChecks')
    .values({ serviceId, referralId, kind, ...check })
    .execute()
}

async function aPanelFor({ db, serviceId }: Scope, referralId: string, isSilent: boolean) {
  const { id: panelId } = await db
    .insertInto('panels')
    .values({ serviceId, heldOn: app.today, startsAt: '10:00', place: 'Town hall' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('panelListings').values({ serviceId, panelId, referralId }).execute()
  const agencies = ['youth-justice-service', 'police', 'childrens-social-care']
  const all = isSilent ? agencies : [...agencies, 'restorative-service']
  await db
    .insertInto('panelAttendances')
    .values(all.map(agency => ({ serviceId, panelId, agency, attended: true })))
    .execute()
}

async function anAssessmentOf({ db, serviceId }: Scope, referralId: string, without?: Piece) {
  const countersigned = {
    countersignedOn: app.today,
    countersignedBy: app.staff['team-manager'],
  }
  const { id: assessmentId } = await db
    .insertInto('assessments')
    .values({
      serviceId,
      childId,
      referralId,
      form: 'short',
      formVersion: 1,
      answers: '{}',
      startedOn: app.today,
      completedOn: app.today,
      authorId: app.staff['case-manager'],
      ...(without !== 'qa' && countersigned),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kinds = ['likelihood-of-reoffending', 'safety-and-wellbeing']
  const judged = without === 'judgement' ? kinds : [...kinds, 'risk-of-serious-harm']
  await db
    .insertInto('judgements')
    .values(judged.map(kind => ({ serviceId, assessmentId, kind, level: 'low', reasons: 'r' })))
    .execute()
}

async function anExplanationOf({ db, serviceId }: Scope, referralId: string) {
  await db
    .insertInto('explanations')
    .values({
      serviceId,
      referralId,
      explainedOn: app.today,
      explainedBy: app.staff['case-manager'],
      how: 'In simple words',
      childUnderstood: true,
      childWords: 'It stops here if I do it. <em>OK</em>',
      parentName: 'Gran',
      parentUnderstood: true,
    })
    .execute()
}

function typed(change: TestForm = {}): TestForm {
  return {
    decision: 'community-resolution/divert',
    'decidedOn-day': '2',
    'decidedOn-month': '3',
    'decidedOn-year': '2026',
    decidedByService: app.staff['case-manager'],
    decidedByPolice: app.staff['police-colleague'],
    rationale: 'First time, sorry. <script>alert(1)</script>',
    weighedDiversity: 'Stopped often.',
    weighedSafety: 'Safe at home.',
    weighedWellbeing: 'Back at school.',
    weighedRisk: 'None now.',
    ...change,
  }
}

const endOn = (date: string): TestForm => {
  const [year = '', month = '', day = ''] = date.split('-')
  return {
    'conditionsEndOn-day': day,
    'conditionsEndOn-month': month,
    'conditionsEndOn-year': year,
  }
}

const decide = (referralId: string, change: TestForm = {}) =>
  app.send(decisionUrl(childId, referralId), typed(change), 'case-manager')

async function outcomesOf(referralId: string) {
  return await app.db
    .selectFrom('outcomes')
    .selectAll()
    .where('serviceId', '=', app.serviceId)
    .where('referralId', '=', referralId)
    .execute()
}

describe('what stands in front of a decision', () => {
  it.each<[Piece, string, string]>([
    ['panel', 'OM-6.1-panel', 'List the referral for a youth justice panel.'],
    ['attendance', 'OM-6.1-panel', 'Record that the restorative service came to the panel'],
    ['social-care', 'OM-6.1-panel', "Record the check with children's social care."],
    ['victim', 'OM-6.1-panel', "Record that the victim's views were sought"],
    ['assessment', 'OM-6.1-panel', 'Complete the assessment before the panel.'],
    ['judgement', 'OM-6.2-eha', 'Answer in the assessment: Could someone else be seriously hurt?'],
    ['qa', 'OM-6.4-care-qa', 'Ask a manager to quality-assure and countersign'],
    ['explained', 'HMIP-3.4-implications', 'Record that what it means was explained'],
  ])('without the %s, %s stops it and says so', async (piece, ruleId, words) => {
    const referralId = await aReadyReferral(piece)
    const before = await app.get(decisionUrl(childId, referralId), 'case-manager')
    const entry = before.$(`[id="guard-${ruleId}"]`)
    expect(entry.text()).toContain('Missing')
    expect(entry.find('li a').text()).toContain(words)
    expect(entry.find(`a[href="/rules/${ruleId}"]`).length).toBe(1)

    const page = await decide(referralId)
    expect(page.status).toBe(422)
    expect(page.errors.join(' ')).toContain(`${ruleId}: ${words}`)
    expect(page.$(`.govuk-error-summary a[href="#guard-${ruleId}"]`).length).toBeGreaterThan(0)
    expect(page.$('#rationale').val()).toBe(typed()['rationale'])
    expect(page.$('input[name=decision]:checked').val()).toBe('community-resolution/divert')
    expect(await outcomesOf(referralId)).toEqual([])
  })

  it.each([
    ['decidedByService', 'Name who decided for the youth justice service.'],
    ['decidedByPolice', 'Name who decided for the police.'],
    ['rationale', 'Say why this was decided.'],
    ['weighedDiversity', 'Say how who the child is (diversity) was weighed.'],
    ['weighedSafety', "Say how the child's safety was weighed."],
    ['weighedWellbeing', "Say how the child's well-being was weighed."],
    ['weighedRisk', 'Say how risk to others was weighed.'],
  ])('without %s, HMIP-3.4-joint stops it', async (field, words) => {
    const referralId = await aReadyReferral()
    const page = await decide(referralId, { [field]: '' })
    expect(page.status).toBe(422)
    expect(page.errors).toEqual([`HMIP-3.4-joint: ${words}`])
    expect(page.$('[id="guard-HMIP-3.4-joint"]').text()).toContain(words)
    expect(await outcomesOf(referralId)).toEqual([])
  })

  it('takes nobody as the police who is not, and no day to come', async () => {
    const referralId = await aReadyReferral()
    const other = await decide(referralId, { decidedByPolice: app.staff['team-manager'] })
    expect(other.status).toBe(422)
    const late = await decide(referralId, { 'decidedOn-year': '2027' })
    expect(late.errors).toContain('The day of the decision must be today or in the past.')
    expect(await outcomesOf(referralId)).toEqual([])
  })

  it('lets through a decision without an explanation where nothing is accepted', async () => {
    const referralId = await aReadyReferral('explained')
    const page = await decide(referralId, { decision: 'no-further-action' })
    expect(page.status).toBe(303)
  })
})

describe('putting right what is missing', () => {
  const links = async (
    referralId: string,
    as: 'case-manager' | 'team-manager' | 'head-of-service',
  ) => {
    const page = await app.get(decisionUrl(childId, referralId), as)
    return page
      .$('.app-owed a')
      .map((_, link) => page.$(link).attr('href'))
      .get()
      .join(' ')
  }

  it('leads a manager to quality assurance and anyone else to the assessment', async () => {
    const referralId = await aReadyReferral('qa')
    expect(await links(referralId, 'team-manager')).toContain('/quality-assurance')
    expect(await links(referralId, 'case-manager')).not.toContain('/quality-assurance')
    expect(await links(referralId, 'case-manager')).toContain('/assessments/')
  })

  it('offers the agreement to managers alone, and to the others to ask for it', async () => {
    const referralId = await aReadyReferral()
    const about = [childId, 'OM-6.3-ycc-length', referralId] as const
    const offered = async (as: 'case-manager' | 'team-manager') => {
      const page = await app.get(decisionUrl(childId, referralId), as)
      const links = page.$('#guard-OM-6\\.3-ycc-length a').toArray()
      return links.map(link => page.$(link).attr('href'))
    }
    expect(await offered('team-manager')).toContain(grantAgreementUrl(...about))
    expect(await offered('team-manager')).not.toContain(askAgreementUrl(...about))
    expect(await offered('case-manager')).toContain(askAgreementUrl(...about))
    expect(await offered('case-manager')).not.toContain(grantAgreementUrl(...about))
  })

  it('leaves what the two do not agree on to the head of service', async () => {
    const referralId = await aReadyReferral()
    const [ask, grant] = [askAgreementUrl, grantAgreementUrl].map(url =>
      url(childId, 'HMIP-3.4-joint', referralId),
    )
    expect((await links(referralId, 'team-manager')).split(' ')).toContain(ask)
    expect((await links(referralId, 'head-of-service')).split(' ')).toContain(grant)
    expect((await decide(referralId, { decidedByPolice: '' })).status).toBe(422)
    await app.inService(scope =>
      insertAgreement(scope, {
        childId,
        ruleId: 'HMIP-3.4-joint',
        subjectId: referralId,
        grantedBy: app.staff['head-of-service'],
        grantedByRole: 'head-of-service',
        grantedOn: app.today,
        untilOn: null,
        reason: 'Settled with the inspector',
        childAgrees: null,
      }),
    )
    const { location } = await decide(referralId, { decidedByPolice: '' })
    const page = await app.get(location ?? '', 'case-manager')
    expect(page.$('main').text()).toContain('settled it: Settled with the inspector')
  })
})

describe('advice at the decision', () => {
  it('asks for the checklist where the child lived in a children’s home', async () => {
    const referralId = await aReadyReferral()
    const url = decisionUrl(childId, referralId)
    expect((await app.get(url, 'case-manager')).$('main').text()).not.toContain('ten-point')
    await app.inService(({ db, serviceId }) =>
      db
        .insertInto('circumstances')
        .values({
          serviceId,
          childId,
          kind: 'address',
          value: '4 Mill Lane',
          detail: 'Children’s home',
          startedOn: app.today.subtract({ months: 2 }),
          source: 'Social worker',
        })
        .execute(),
    )
    const advice = (await app.get(url, 'case-manager')).$('main .govuk-inset-text')
    expect(advice.text()).toContain('ten-point checklist')
    expect(advice.find('a').attr('href')).toBe('/rules/DP-home-offence')
  })
})

describe('the decision', () => {
  it('is kept with who decided, why, the panel and the offences', async () => {
    const referralId = await aReadyReferral()
    const page = await app.get(decisionUrl(childId, referralId), 'case-manager')
    expect(page.h1).toBe('Record the decision')
    expect(page.$('.app-owed__item--overdue').length).toBe(0)
    expect(page.$('label').text()).toContain('Divert')
    expect(page.$('label').text()).not.toContain('Community resolution')

    const sent = await decide(referralId)
    const [outcome] = await outcomesOf(referralId)
    expect(sent.location).toBe(outcomeUrl(childId, outcome?.id ?? ''))
    expect(outcome).toMatchObject({
      kind: 'community-resolution',
      localName: 'divert',
      decidedByService: app.staff['case-manager'],
      decidedByPolice: app.staff['police-colleague'],
      weighedRisk: 'None now.',
      residence: 'local',
      conditionsEndOn: null,
      recordedBy: app.staff['case-manager'],
    })
    expect(outcome?.panelId).not.toBeNull()
    const links = await app.db
      .selectFrom('outcomeOffences')
      .select('offenceId')
      .where('outcomeId', '=', outcome?.id ?? '')
      .execute()
    expect(links).toHaveLength(1)
    const audit = await app.db
      .selectFrom('auditEntries')
      .select(['action', 'childId', 'staffId'])
      .where('subjectId', '=', outcome?.id ?? '')
      .execute()
    expect(audit).toEqual([
      { action: 'outcome.recorded', childId, staffId: app.staff['case-manager'] },
    ])
  })

  it('shows itself as recorded, with what it rests on, as text', async () => {
    const referralId = await aReadyReferral()
    const { location } = await decide(referralId)
    const page = await app.get(location ?? '', 'business-support')
    const text = page.$('main').text()
    expect(page.h1).toBe('Divert')
    expect(text).toContain('<script>alert(1)</script>')
    expect(text).toContain('It stops here if I do it. <em>OK</em>')
    expect(text).toContain('Person of role police-colleague')
    expect(text).toContain('Theft of a bike, 10 February 2026')
    expect(text).not.toContain('Not on the record')
    expect(text).toContain('A manager countersigned it, 2 March 2026')
    expect((await app.get(location ?? '', 'performance-officer')).status).toBe(403)
    const elsewhere = (location ?? '').replace(childId, otherChildId)
    expect((await app.get(elsewhere, 'case-manager')).status).toBe(404)
  })

  it('is made once', async () => {
    const referralId = await aReadyReferral()
    const other = await app.get(decisionUrl(childId, await aReadyReferral()), 'case-manager')
    const hidden = Object.fromEntries(
      other
        .$('main form input[type=hidden]')
        .toArray()
        .map(field => [other.$(field).attr('name') ?? '', other.$(field).attr('value') ?? '']),
    )
    await decide(referralId)
    const again = await app.get(decisionUrl(childId, referralId), 'case-manager')
    expect(again.$('main').text()).toContain('already recorded')
    expect(again.$('main form').length).toBe(0)
    const second = await decide(referralId, hidden)
    expect(second.errors).toEqual(['A decision is already recorded for this referral.'])
    expect(await outcomesOf(referralId)).toHaveLength(1)
  })

  it.each([
    ['no-further-action', 'No further action'],
    ['charge', 'Back to charge'],
    ['community-resolution/divert', null],
    ['outcome-22', null],
    ['deferred-prosecution', null],
    ['youth-caution', null],
  ])('after %s the referral closes because of: %s', async (decision, because) => {
    const referralId = await aReadyReferral()
    expect((await decide(referralId, { decision })).status).toBe(303)
    const referral = await app.db
      .selectFrom('referrals')
      .select(['closedOn', 'closedBecause'])
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow()
    expect(referral.closedBecause).toBe(because)
    expect(referral.closedOn?.toString() ?? null).toBe(because === null ? null : '2026-03-02')
  })

  it('is for practitioners, about this child and out of court', async () => {
    const referralId = await aReadyReferral()
    const url = decisionUrl(childId, referralId)
    expect((await app.get(url, 'police-colleague')).status).toBe(403)
    expect((await app.get(url, 'business-support')).status).toBe(403)
    const elsewhere = decisionUrl(otherChildId, referralId)
    expect((await app.get(elsewhere, 'case-manager')).status).toBe(404)
    const young = await app.inService(scope => aReferral(scope, { childId, kind: 'safeguarding' }))
    expect((await app.get(decisionUrl(childId, young), 'case-manager')).status).toBe(404)
  })
})

describe('conditions of a conditional caution', () => {
  const caution = { decision: 'youth-conditional-caution' }
  const until = (end: string, change: TestForm = {}) => ({ ...caution, ...endOn(end), ...change })

  it('end within three months: the last day is allowed, the day after is not', async () => {
    const referralId = await aReadyReferral()
    const missing = await decide(referralId, caution)
    expect(missing.errors).toEqual(['OM-6.3-ycc-length: Say on which day the conditions end.'])
    const over = await decide(referralId, until('2026-06-03'))
    expect(over.errors[0]).toContain('by 2 June 2026, or ask a manager')
    expect((await decide(referralId, until('2026-06-02'))).status).toBe(303)
    const [outcome] = await outcomesOf(referralId)
    expect(outcome?.conditionsEndOn?.toString()).toBe('2026-06-02')
  })

  it('run longer when a manager and the child agree, and somebody else decides', async () => {
    const referralId = await aReadyReferral()
    const url = grantAgreementUrl(childId, 'OM-6.3-ycc-length', referralId)
    const last = addMonths(app.today, 4)
    const form = {
      'untilOn-day': String(last.day),
      'untilOn-month': String(last.month),
      'untilOn-year': String(last.year),
      childAgrees: 'yes',
      reason: 'The course runs until July.',
    }
    expect((await app.get(url, 'case-manager')).status).toBe(403)
    const unasked = await app.send(url, { ...form, childAgrees: 'no' }, 'team-manager')
    expect(unasked.errors).toEqual(['The child has to agree too. Talk with them first.'])
    expect((await app.send(url, form, 'team-manager')).location).toBe(
      decisionUrl(childId, referralId),
    )

    const tooLong = await decide(referralId, until('2026-07-03'))
    expect(tooLong.errors[0]).toContain('agreed until 2 July 2026')
    const own = { decidedByService: app.staff['team-manager'] }
    const self = await decide(referralId, until('2026-07-02', own))
    expect(self.errors[0]).toContain('cannot also decide')
    expect(self.$('main').text()).toContain('agreed to longer: until 2 July 2026')
    expect((await decide(referralId, until('2026-07-02'))).status).toBe(303)
    const granted = await app.db
      .selectFrom('auditEntries')
      .select('action')
      .where('detail', '=', 'OM-6.3-ycc-length')
      .execute()
    expect(granted).toEqual([{ action: 'agreement.granted' }])
  })

  it('are not agreed to by the manager who holds the referral, nor under another rule', async () => {
    const referralId = await aReadyReferral()
    const staffId = app.staff['team-manager']
    await app.inService(scope => anAllocation(scope, { childId, referralId, staffId }))
    const url = grantAgreementUrl(childId, 'OM-6.3-ycc-length', referralId)
    const form = {
      'untilOn-day': '1',
      'untilOn-month': '7',
      'untilOn-year': '2026',
      childAgrees: 'yes',
      reason: 'Because.',
    }
    const youHold = 'You hold this work, so somebody else has to agree.'
    expect((await app.get(url, 'team-manager')).$('main').text()).toContain(youHold)
    const own = await sendForged(app, url, form, 'team-manager')
    expect(own.errors).toEqual([youHold])
    expect((await app.send(url, form, 'head-of-service')).status).toBe(303)
    const other = grantAgreementUrl(childId, 'OM-6.1-panel', referralId)
    expect((await app.get(other, 'team-manager')).status).toBe(404)
  })
})

describe('explaining what an outcome means', () => {
  const form = {
    'explainedOn-day': '2',
    'explainedOn-month': '3',
    'explainedOn-year': '2026',
    how: ['words', 'said-back'],
    childWords: 'I get help and it stops here 🌱',
    childUnderstood: 'yes',
    parentName: "Mo O'Neill",
    parentUnderstood: 'no',
  }

  it('offers words to read out and keeps what the child took from it', async () => {
    const referralId = await aReadyReferral('explained')
    const url = explanationUrl(childId, referralId)
    const page = await app.get(url, 'case-manager')
    expect(page.h1).toBe('What accepting an outcome means')
    expect(page.$('details').text()).toContain('Divert')
    const empty = await app.send(url, { ...form, childWords: '' }, 'case-manager')
    expect(empty.status).toBe(422)
    expect(empty.$('#parentName').val()).toBe("Mo O'Neill")

    await app.send(url, form, 'case-manager')
    const stopped = await decide(referralId)
    expect(stopped.errors[0]).toContain('The parent or carer did not understand yet')
    await app.send(url, { ...form, parentUnderstood: 'yes' }, 'case-manager')
    expect((await decide(referralId)).status).toBe(303)
    const rows = await app.db
      .selectFrom('explanations')
      .select(['how', 'explainedBy'])
      .where('referralId', '=', referralId)
      .execute()
    expect(rows[0]).toEqual({
      how: 'In simple words; the child said it back in their own words',
      explainedBy: app.staff['case-manager'],
    })
  })

  it('is not earlier than the referral, and for practitioners', async () => {
    const referralId = await aReadyReferral()
    const url = explanationUrl(childId, referralId)
    const early = await app.send(url, { ...form, 'explainedOn-month': '1' }, 'case-manager')
    expect(early.errors).toEqual(['The day cannot be earlier than the referral'])
    expect((await app.get(url, 'police-colleague')).status).toBe(403)
    const elsewhere = explanationUrl(otherChildId, referralId)
    expect((await app.get(elsewhere, 'case-manager')).status).toBe(404)
  })
})

describe('from nothing to a decision', () => {
  it('meets each rule in turn until nothing is missing', async () => {
    const referralId = await app.inService(scope =>
      aReferral(scope, { childId, victimKnown: true }),
    )
    const missing = async () => {
      const page = await app.get(decisionUrl(childId, referralId), 'case-manager')
      return page
        .$('.app-owed__item--overdue')
        .map((_, item) => page.$(item).attr('id'))
        .get()
    }
    const all = ['OM-6.1-panel', 'HMIP-3.4-implications', 'OM-6.2-eha', 'OM-6.4-care-qa']
    expect(await missing()).toEqual(all.map(id => `guard-${id}`))

    const start = assessmentStartUrl(childId, referralId)
    const { location } = await app.send(start, {}, 'case-manager')
    const assessmentId = location?.split('/').at(-2) ?? ''
    await completeAssessment(app, { childId, assessmentId, as: 'case-manager' })
    expect(await missing()).toEqual(all.filter(id => id !== 'OM-6.2-eha').map(id => `guard-${id}`))

    const quality = { strengths: 'Clear.', toDevelop: 'Nothing.', step: 'countersign' }
    await app.send(assessmentQualityUrl(childId, assessmentId), quality, 'team-manager')
    expect(await missing()).toEqual(['guard-OM-6.1-panel', 'guard-HMIP-3.4-implications'])

    await app.inService(async scope => {
      await aCheck(scope, referralId, 'childrens-social-care')
      await aCheck(scope, referralId, 'victim-views')
      await aPanelFor(scope, referralId, false)
      await anExplanationOf(scope, referralId)
    })
    expect(await missing()).toEqual([])
    expect((await decide(referralId)).status).toBe(303)
    expect(await outcomesOf(referralId)).toHaveLength(1)
  })
})
