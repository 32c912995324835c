import { beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  aCircumstance,
  anAllocation,
  anIntervention,
  aReferral,
  somebodyAround,
} from '#test/builders.ts'
import { startJourney, type Answers, type Person } from './journey.ts'

const journey = await startJourney()
const most = 12

const kinds = {
  address: '4 Larch Road, Testford, QZ2 2BB',
  accommodation: 'at-home',
  'care-status': 'child-in-need',
} as const
const known = ['Welsh', 'Fernhill School', kinds.address]
let place = { childId: '', referralId: '' }
let assessment = ''

/** Somebody whose pages and saves are counted: a page opened by an address or a link, and a button pressed. */
function counting(person: Person) {
  let steps = 0
  return {
    steps: () => steps,
    goTo: async (path: string) => {
      steps += 1
      await person.goTo(path)
    },
    press: async (text: string) => {
      steps += 1
      await person.press(text)
    },
  }
}

/** Ticks yes at everything that is asked again on the page, as the child said it. */
async function sayStillTrue({ page }: Person): Promise<number> {
  const yes = page.locator('input[name^=still][value=yes]')
  const count = await yes.count()
  for (let at = 0; at < count; at += 1) await yes.nth(at).check()
  if (count > 0) await page.locator('[name=knownSource][value=child]').check()
  return count
}

/** No input of the page is there to type what the record has: the facts stand as text. */
async function typedFacts({ page }: Person): Promise<string[]> {
  const inputs = await page.locator('main input[type=text], main textarea').all()
  const values = await Promise.all(inputs.map(input => input.inputValue()))
  return known.filter(fact => values.some(value => value.includes(fact)))
}

/** Writes the sections one after the other, each saved once, and completes. */
async function write(person: Person, sections: readonly Answers[]) {
  const counted = counting(person)
  let confirmed = 0
  for (const answers of sections) {
    confirmed += await sayStillTrue(person)
    await person.fill(answers)
    expect(await typedFacts(person)).toEqual([])
    await counted.press('Save and go on')
    expect(await person.errors()).toEqual([])
  }
  await counted.press('Complete')
  expect(await person.errors()).toEqual([])
  return { steps: counted.steps(), confirmed }
}

beforeAll(async () => {
  place = await journey.inService(async scope => {
    const worker = await scope.db
      .selectFrom('staff')
      .select('id')
      .where('role', '=', 'case-manager')
      .orderBy('name')
      .executeTakeFirstOrThrow()
    const childId = await aChild(scope, { firstLanguage: 'Welsh' })
    const startedOn = plainDate('2026-02-01')
    for (const [kind, value] of Object.entries(kinds)) {
      await aCircumstance(scope, { childId, kind, value, startedOn })
    }
    const education = { kind: 'education', value: 'Fernhill School', startedOn }
    await aCircumstance(scope, { childId, ...education })
    const relationship = { livesWithChild: true }
    await somebodyAround(scope, { childId, kind: 'mother', relationship })
    const referralId = await aReferral(scope, { childId })
    await anAllocation(scope, { childId, referralId, staffId: worker.id })
    return { childId, referralId }
  })
})

describe('a known child, nothing changed', () => {
  it('has a short assessment in few pages, with no known fact typed', async () => {
    const worker = await journey.as('Case manager', { javaScript: false })
    const counted = counting(worker)
    await counted.goTo(`/children/${place.childId}/referrals/${place.referralId}/assessment`)
    await counted.press('Start the assessment')
    assessment = new URL(worker.page.url()).pathname.replace('/edit', '')
    await counted.goTo(`${assessment}/edit/voices`)
    const written = await write(worker, [
      { childWords: 'I only went along.', familyWords: 'He is out too late.' },
      { strengths: 'He mends bikes.', identity: 'The language of his gran comes first for him.' },
      { whatHappened: 'Older boys asked him to carry a bag.' },
      {
        concernSafetyWellbeing: 'no',
        concernExploitation: 'no',
        concernRiskToOthers: 'no',
        safety: 'His mother waits up for him.',
      },
      { needs: 'Somewhere to be on Fridays.' },
      {
        likelihoodLevel: 'low',
        likelihoodReasons: 'He has told them no since.',
        harmLevel: 'low',
        harmReasons: 'Nobody was hurt or meant to be.',
        safetyLevel: 'low',
        safetyReasons: 'He is at home by nine.',
      },
    ])
    expect(written.confirmed).toBe(3)
    expect(counted.steps() + written.steps, 'pages and saves').toBeLessThan(most)
    expect(await worker.text()).toContain('completed on 18 November 2026')
  })

  it('has a review in few pages, written afresh where it analyses', async () => {
    await journey.inService(scope => anIntervention(scope, place))
    journey.moveTo('2027-04-14')
    const worker = await journey.as('Case manager')
    const counted = counting(worker)
    await counted.goTo(`${assessment}/review`)
    await counted.press('Start the review')
    await worker.check('known-1-review')
    const review = new URL(worker.page.url()).pathname
    await counted.goTo(`${review}/voices`)
    await worker.check('known-2-review-voices')
    const written = await write(worker, [
      { childWords: 'I go to the workshop now.', familyWords: 'We talk again.' },
      {},
      {},
      { safety: 'His mother knows where he is.' },
      { needs: 'The workshop, until summer.' },
      {
        likelihoodLevel: 'low',
        likelihoodReasons: 'Five months without, and new friends.',
        harmLevel: 'low',
        harmReasons: 'Still nothing that points to it.',
        safetyLevel: 'low',
        safetyReasons: 'He sleeps and eats, and is home early.',
      },
    ])
    expect(written.confirmed).toBe(3)
    expect(counted.steps() + written.steps, 'pages and saves').toBeLessThan(most)
  })

  it('is shown beside the questions, also on a phone', async () => {
    const childId = place.childId
    const started = await journey.inService(async scope => {
      const { authorId } = await scope.db
        .selectFrom('assessments')
        .select('authorId')
        .where('childId', '=', childId)
        .executeTakeFirstOrThrow()
      return await scope.db
        .insertInto('assessments')
        .values({
          serviceId: scope.serviceId,
          childId,
          authorId,
          form: 'short',
          formVersion: 2,
          answers: '{}',
          startedOn: plainDate('2027-04-20'),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    })
    journey.moveTo('2027-04-20')
    const worker = await journey.as('Case manager', { phone: true })
    await worker.goTo(`/children/${childId}/assessments/${started.id}/edit/safety`)
    await worker.check('known-3-safety-phone')
  })
})
