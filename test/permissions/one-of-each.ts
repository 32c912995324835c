import { Temporal } from 'temporal-polyfill'
import { clockFixedOn } from '#platform/clock.ts'
import { insertSearch } from '#records/searches.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  aChild,
  anAlert,
  anIdentifier,
  aCircumstance,
  aContact,
  anAllocation,
  anEvent,
  anIntervention,
  anOffence,
  anOutcome,
  anOwnQuestion,
  aPanel,
  aPanelListing,
  aPlan,
  aReferral,
  somebodyAround,
} from '#test/builders.ts'
import type { TestApp } from '#test/start-app.ts'

/** An id for each parameter that the addresses have, by the parameter's name. */
export type Ids = Readonly<Record<string, string>>

interface Place extends Pick<TestApp, 'inService' | 'today'> {
  /** Who holds the work. */
  readonly worker: string
}

/** Makes a child with one of everything, so that every address leads to something. */
export async function oneOfEach({ inService, today, worker }: Place): Promise<Ids> {
  return await inService(async scope => {
    const { serviceId } = scope
    const childId = await aChild(scope)
    const referralId = await aReferral(scope, { childId })
    await anOffence(scope, { childId, referralId })
    await anAllocation(scope, { childId, referralId, staffId: worker })
    const panelId = await aPanel(scope, { heldOn: today })
    await aPanelListing(scope, { panelId, referralId })
    const interventionId = await anIntervention(scope, { childId })
    await anAllocation(scope, { childId, interventionId, staffId: worker })
    const ofWork = { childId, interventionId }
    const assessment = {
      serviceId,
      childId,
      form: 'short',
      formVersion: 1,
      answers: '{}',
      startedOn: plainDate('2026-02-17'),
      authorId: worker,
    }
    const { id: assessmentId } = await scope.db
      .insertInto('assessments')
      .values({ ...assessment, referralId })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: agreementId } = await scope.db
      .insertInto('serviceAgreements')
      .values({
        serviceId,
        childId,
        madeOn: plainDate('2026-02-16'),
        whatWePromise: 'We listen.',
        recordedBy: worker,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: chronologyId } = await scope.db
      .insertInto('chronologies')
      .values({
        serviceId,
        childId,
        title: 'For the conference',
        startedOn: today,
        authorId: worker,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await scope.db
      .insertInto('agreementRequests')
      .values({
        serviceId,
        childId,
        ruleId: 'OM-6.3-ycc-length',
        subjectId: referralId,
        askedBy: worker,
        askedOn: today,
        why: 'The course is longer.',
      })
      .execute()
    const nan = await somebodyAround(scope, { childId, kind: 'grandparent' })
    const mother = await somebodyAround(scope, { childId, kind: 'mother' })
    const { id: linkId } = await scope.db
      .insertInto('familyLinks')
      .values({
        ...{ serviceId, kind: 'parent', nature: 'birth' },
        fromPersonId: nan.personId,
        toPersonId: mother.personId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const otherChildId = await aChild(scope, { givenName: 'Robyn' })
    const { id: mergeId } = await scope.db
      .insertInto('childMerges')
      .values({
        serviceId,
        keptChildId: childId,
        mergedChildId: await aChild(scope),
        reason: 'Recorded twice.',
        fields: '[]',
        mergedAt: Temporal.Instant.from('2026-02-16T10:00:00Z'),
        mergedBy: worker,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id: resultId } = await scope.db
      .insertInto('toolResults')
      .values({
        ...{ serviceId, childId, tool: 'safety-grid', toolVersion: 1 },
        ...{ doneOn: today, answers: '{}', recordedBy: worker },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const searchId = await insertSearch(scope, {
      staffId: worker,
      text: 'robin',
      searchedAt: clockFixedOn(today).now(),
    })
    return {
      childId,
      searchId,
      relationshipId: nan.relationshipId,
      linkId,
      otherChildId,
      mergeId,
      subjectId: referralId,
      referralId,
      panelId,
      interventionId,
      assessmentId,
      agreementId,
      chronologyId,
      resultId,
      tool: 'safety-grid',
      safeguardingReferralId: await aReferral(scope, {
        childId,
        kind: 'safeguarding',
        policeContact: null,
        admission: null,
      }),
      alertId: await anAlert(scope, { childId, ownerId: worker }),
      identifierId: await anIdentifier(scope, { childId }),
      outcomeId: await anOutcome(scope, { childId, referralId }),
      contactId: await aContact(scope, { ...ofWork, staffId: worker }),
      circumstanceId: await aCircumstance(scope, { childId }),
      circumstanceKind: 'education',
      eventId: await anEvent(scope, ofWork),
      planId: await aPlan(scope, { ...ofWork, authorId: worker }),
      staffId: worker,
      personId: (await somebodyAround(scope, { childId, kind: 'mother' })).personId,
      section: 'answers',
      questionId: await anOwnQuestion(scope, { recordedBy: worker }),
      measureId: 'kpi-6',
      figureId: 'headline',
      parameter: 'longest',
    }
  })
}

/** Lets the child be known to a social worker. */
export async function shareWithSocialWorker(app: TestApp, childId: string): Promise<void> {
  await app.inService(async scope => {
    await scope.db
      .insertInto('childShares')
      .values({
        serviceId: scope.serviceId,
        childId,
        staffId: app.staff['social-worker-read-only'],
        startedOn: app.today,
        reason: 'They work with the family.',
      })
      .execute()
  })
}
