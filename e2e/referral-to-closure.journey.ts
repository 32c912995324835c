import { describe, expect, it } from 'vitest'
import { journeyDay, startJourney } from './journey.ts'
import { writeSections } from './write-sections.ts'

const journey = await startJourney()

const place = { referral: '', child: '', panel: '', work: '' }

const newReferral = {
  givenName: 'Tomos',
  familyName: 'Ŵyn-Pryderi',
  bornOn: '2011-05-14',
  sex: 'male',
  addressLine: '4 Tannery Row, Amberford',
  carerName: "Siân O'Neill-Ó Súilleabháin",
  carerKind: 'mother',
  receivedOn: journeyDay,
  whatHappened: 'Took a bike from outside the library and rode it home. <b>Said sorry</b> 🚲',
  policeContact: 'voluntary-interview',
  admission: 'admitted',
  victimKnown: 'yes',
  'offences-0-title': 'Theft of a bike',
  'offences-0-group': 'THEFT_AND_HANDLING_STOLEN_GOODS',
  'offences-0-occurredOn': '2026-11-03',
}

const weighed = {
  rationale: 'He has said sorry and wants to put it right. Nothing like it happened before.',
  weighedDiversity: 'He speaks Welsh at home and was asked in Welsh.',
  weighedSafety: 'He is safe at home; Mum knows where he is.',
  weighedWellbeing: 'He worries about school; the plan starts there.',
  weighedRisk: 'Nobody was hurt or threatened.',
}

/** The steps follow each other: a child comes in at the first and work ends at the last. */
describe('one child, from police referral to closure', () => {
  it('the police colleague records the referral, and what was mistyped stays', async () => {
    const police = await journey.as('Police colleague')
    await police.check('01-referrals-police')
    await police.press('Record a referral')
    await police.fill({ ...newReferral, bornOn: '2011-02-30' })
    await police.press('Record the referral')
    expect(await police.errors()).toEqual([
      expect.stringMatching(/Date of birth must be a real date/),
    ])
    expect(await police.page.locator('[name=familyName]').inputValue()).toBe('Ŵyn-Pryderi')
    await police.check('02-referral-with-an-error')
    await police.fill({ bornOn: newReferral.bornOn })
    await police.press('Record the referral')
    expect(await police.text()).toContain('<b>Said sorry</b> 🚲')
    await police.check('03-referral')
    place.referral = new URL(police.page.url()).pathname
    place.child = place.referral.replace(/\/referrals.*/u, '')
  })

  it('business support finds the child known already, by a misspelt name, and joins a second referral', async () => {
    const support = await journey.as('Business support')
    await support.goTo('/referrals/new')
    await support.fill({
      ...newReferral,
      givenName: 'Tomas',
      familyName: 'Wyn Pryderi',
      'offences-0-title': 'Criminal damage',
      'offences-0-group': 'CRIMINAL_DAMAGE',
    })
    await support.press('Record the referral')
    await support.check('04-is-it-one-of-these')
    expect(await support.text()).toContain('Tomos Ŵyn-Pryderi, born 14 May 2011')
    await support.page.getByLabel(/Tomos Ŵyn-Pryderi/).check()
    await support.press('Record the referral')
    expect(new URL(support.page.url()).pathname.startsWith(place.child)).toBe(true)
  })

  it('business support records the checks and lists the referral on a panel', async () => {
    const support = await journey.as('Business support')
    for (const kind of ['childrens-social-care', 'victim-views', 'education']) {
      await support.goTo(`${place.referral}/checks`)
      await support.fill({
        kind,
        result: 'done',
        checkedOn: journeyDay,
        note: 'They know the family well.',
      })
      await support.press('Record the check')
    }
    await support.goTo(`${place.referral}/checks`)
    await support.check('05-checks')
    await support.goTo('/panels/new')
    await support.fill({ heldOn: journeyDay, startsAt: '15:45', place: 'Tannery House, room 2' })
    await support.press('Set the panel')
    place.panel = new URL(support.page.url()).pathname
    await support.goTo(`${place.referral}/panel`)
    await support.fill({ panelId: place.panel.split('/').at(-1) ?? '' })
    await support.press(/panel$/)
    await support.check('06-listed')
    await support.goTo(`${place.panel}/attendance`)
    for (const row of [0, 1, 2, 3]) {
      await support.fill({ [`agencies-${row}-came`]: 'yes', [`agencies-${row}-person`]: 'Someone' })
    }
    await support.press('Record who came')
    await support.check('07-panel')
  })

  it('the decision cannot be recorded before the evidence is there, and the page says which rule wants what', async () => {
    const worker = await journey.as('Case manager')
    await worker.goTo(`${place.referral}/decision`)
    await worker.fill({
      decision: 'community-resolution/divert',
      decidedOn: journeyDay,
      ...weighed,
    })
    await worker.press('Record the decision')
    const errors = (await worker.errors()).join('\n')
    for (const rule of ['OM-6.1-panel', 'HMIP-3.4-joint', 'HMIP-3.4-implications', 'OM-6.2-eha']) {
      expect(errors).toContain(rule)
    }
    expect(await worker.page.locator('[name=rationale]').inputValue()).toBe(weighed.rationale)
    await worker.check('08-decision-stopped')
  })

  it('the case manager writes the assessment, explains, and the two decide together', async () => {
    const worker = await journey.as('Case manager')
    await worker.goTo(`${place.referral}/assessment`)
    await worker.press('Start the assessment')
    await worker.press('Complete')
    expect((await worker.errors()).length).toBeGreaterThan(0)
    await worker.check('09-assessment-with-errors')
    await writeSections(worker, {
      'In their own words': {
        childWords: 'I took it because I was late and scared to be late again.',
        familyWords: 'He is a good lad. Mornings are hard since his brother left.',
      },
      'Strengths, and who this child is': {
        strengths: 'Kind to his sister; loves drawing; comes when he says he will.',
        identity: 'His family speaks Welsh at home. He draws what he cannot say.',
      },
      'What happened': { whatHappened: 'He saw an unlocked bike and took it to get home.' },
      'Risk and safety': {
        concernSafetyWellbeing: 'yes',
        concernSafetyWellbeingMore: 'Walks home after dark on Tuesdays.',
        concernExploitation: 'no',
        concernRiskToOthers: 'no',
        safety: 'Safe at home. Walks home after dark on Tuesdays.',
      },
      'What would help': { needs: 'Help with mornings and with school.' },
      Judgements: {
        likelihoodLevel: 'low',
        likelihoodReasons: 'First time, and he told the truth at once.',
        harmLevel: 'low',
        harmReasons: 'Nobody was hurt; he has never hurt anyone.',
        safetyLevel: 'medium',
        safetyReasons: 'Out after dark alone on Tuesdays until the plan changes it.',
      },
    })
    await worker.press('Complete')
    expect(await worker.errors()).toEqual([])
    expect(await worker.text()).toContain('I was late and scared')
    await worker.check('10-assessment')
    await worker.goTo(`${place.referral}/explanation`)
    await worker.fill({
      explainedOn: journeyDay,
      childWords: 'It is not a conviction. If I do not do it they can look at it again.',
      childUnderstood: 'yes',
      parentName: "Siân O'Neill-Ó Súilleabháin",
      parentUnderstood: 'yes',
    })
    await worker.page.locator('[name=how]').first().check()
    await worker.press('Record the explanation')
    await worker.goTo(`${place.referral}/decision`)
    await worker.fill({
      decision: 'community-resolution/divert',
      decidedOn: journeyDay,
      ...weighed,
    })
    await worker.page.locator('[name=decidedByService]').selectOption({ index: 1 })
    await worker.page.locator('[name=decidedByPolice]').selectOption({ index: 1 })
    await worker.press('Record the decision')
    expect(await worker.errors()).toEqual([])
    expect(await worker.text()).toContain('Divert')
    await worker.check('11-decided')
  })

  it('the work is opened and allocated', async () => {
    const manager = await journey.as('Team manager')
    await manager.goTo(place.referral)
    await manager.goTo(
      `${place.child}/interventions/new?referral=${place.referral.split('/').at(-1) ?? ''}`,
    )
    await manager.check('12-open-work')
    await manager.fill({ startedOn: journeyDay })
    await manager.press('Open the work')
    expect(await manager.errors()).toEqual([])
    place.work = new URL(manager.page.url()).pathname.replace('/allocation', '')
    await manager.page.getByLabel(/Bronwen Treharne/).check()
    await manager.press('Give them the work')
    expect(await manager.text()).toContain('Bronwen Treharne')
    await manager.check('13-work')
  })

  it('the worker signs the agreement, makes a plan, records a visit, on a phone', async () => {
    const worker = await journey.as('Bronwen Treharne', { phone: true })
    await worker.check('14-my-work-phone')
    await worker.goTo(
      `${place.child}/contacts/new?intervention=${place.work.split('/').at(-1) ?? ''}`,
    )
    await worker.fill({
      kind: 'home-visit',
      plannedOn: journeyDay,
      happened: 'happened',
      attendance: 'attended',
      present: ['child', 'parent-or-carer'],
      note: 'You told me that mornings are the hardest. We drew a map of your way to school.',
    })
    await worker.check('15-record-visit-phone')
    await worker.press('Save')
    await worker.goTo(`${place.work}/service-agreement`)
    await worker.fill({
      madeOn: journeyDay,
      child: 'typed',
      childName: 'Tomos',
      parent: 'paper',
      parentName: 'Siân',
    })
    await worker.press('Save the agreement')
    await worker.goTo(`${place.work}/plans/new`)
    await worker.fill({
      writtenOn: journeyDay,
      strengths: 'You draw, and you look after your sister.',
      easierForYou: 'We meet after school and I text you first.',
      'steps-0-goal': 'I want mornings to be calm',
      'steps-0-step': 'Alarm by the door, bag packed at night',
      'steps-0-who': 'Tomos and Mum',
      keepingSafe: 'A lift home on Tuesdays.',
      contingency: 'If you are late again: ring me, I talk to school the same day.',
      restorative: 'A drawing for the wall of the library.',
      restorativeKind: 'made-for-child',
      restorativeChoices: 'A drawing for the library, or helping in the bike shed.',
      exitPlan: 'We stop when mornings have worked for a month; your art club goes on.',
    })
    await worker.press('Save the plan')
    await worker.check('16-plan-phone')
    const plan = new URL(worker.page.url()).pathname
    for (const [signatory, signedName] of [
      ['child', 'Tomos'],
      ['parent-or-carer', 'Siân'],
    ] as const) {
      await worker.goTo(`${plan}/sign`)
      await worker.fill({ signatory, signedName, method: 'typed', signedOn: journeyDay })
      await worker.press('Save the signature')
    }
    const manager = await journey.as('Team manager')
    await manager.goTo(`${plan}/sign`)
    await manager.fill({ signatory: 'manager', method: 'typed', signedOn: journeyDay })
    await manager.press('Save the signature')
    await manager.check('17-plan-signed')
  })

  it('nothing is owed any more but the review in six months, and the child page says so', async () => {
    const worker = await journey.as('Bronwen Treharne')
    await worker.goTo(`${place.child}/work`)
    const owed = await worker.page.locator('.app-owed__item').allInnerTexts()
    expect(owed.some(text => text.includes('Review the whole assessment'))).toBe(true)
    expect(owed.some(text => text.includes('Plan signed'))).toBe(false)
    await worker.goTo(place.child)
    await worker.check('18-child')
  })

  it('the plan is reviewed and the work closes with what was achieved and what the child says', async () => {
    const worker = await journey.as('Bronwen Treharne')
    await worker.goTo(place.work)
    await worker.check('19-work-in-full')
    await worker.goTo(`${place.work}/close`)
    await worker.fill({
      endedOn: journeyDay,
      result: 'completed',
      achieved: 'Three calm weeks of mornings, and a drawing that hangs in the library.',
      childGave: 'yes',
      childHelped: 'You listened and did not shout.',
      childChange: 'Meet outside more.',
      parentGave: 'no',
      parentWhyNot: 'Working nights this week; will ring.',
    })
    await worker.press('Close the work')
    expect(await worker.errors()).toEqual([])
    await worker.check('20-closed')
    expect(await worker.text()).toContain('Three calm weeks')
  })

  it('is counted: the performance page shows the disposal and opens into the child', async () => {
    const officer = await journey.as('Performance officer')
    await officer.goTo(`/performance/out-of-court/all?from=${journeyDay}&to=${journeyDay}`)
    expect(await officer.text()).toContain('Tomos')
    await officer.goTo(`/performance?from=2026-10-01&to=${journeyDay}`)
    await officer.check('21-performance')
  })
})
