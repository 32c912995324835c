import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { testDatabase } from '#test/database.ts'
import { aChildLine, type WrittenChild } from '../testing/a-child-line.ts'
import {
  aHeader,
  aPanelLine,
  aPersonLine,
  writeServiceFile,
  type WrittenHeader,
} from '../testing/a-service-file.ts'
import { idOf, manager, police, worker } from '../testing/ids.ts'
import { exportService } from '../writing/export-service.ts'
import { importService } from './import-service.ts'

const today = plainDate('2026-03-11')
const { connection } = await testDatabase()
const db = connect<Database>(connection)
const folder = await mkdtemp(path.join(tmpdir(), 'alongside-import-'))
const file = path.join(folder, 'service.jsonl')
afterAll(async () => {
  await Promise.all([db.destroy(), rm(folder, { recursive: true })])
})

let base = 1000
let header: WrittenHeader
/** Each test has a service of its own: records are never deleted. */
beforeEach(() => {
  base += 1000
  header = aHeader()
  header.service.id = idOf(base + 999)
})

async function importLines(
  lines: Parameters<typeof writeServiceFile>[1],
  options: { keepGood?: boolean } = {},
) {
  const added = await writeServiceFile(file, [header, aPanelLine(), ...lines])
  const report = await importService(db, file, { today, ...options })
  // Counted as if only the lines given were there.
  const asGiven = ({ line }: { readonly line: number }) => (line > 2 ? line - added : line)
  return { ...report, refused: report.refused.map(one => ({ ...one, line: asGiven(one) })) }
}

async function exported(): Promise<string> {
  const lines: string[] = []
  await exportService(db, header.service.id, line => void lines.push(line))
  return lines.join('')
}

/** Looks at what is there, in the service of the test. */
async function within<Result>(look: (trx: Kysely<Database>) => Promise<Result>): Promise<Result> {
  const who = { serviceId: header.service.id, staffId: null }
  return await inService(db, who, scope => look(scope.db))
}

async function childrenThere(): Promise<string[]> {
  const rows = await within(trx =>
    trx
      .selectFrom('children')
      .select('id')
      .where('serviceId', '=', header.service.id)
      .orderBy('id')
      .execute(),
  )
  return rows.map(row => row.id)
}

/** A copy that may be changed in any place. */
function changed(child: WrittenChild, change: (child: WrittenChild) => void): WrittenChild {
  const copy = structuredClone(child)
  change(copy)
  return copy
}

function first<Item>(list: readonly Item[] | undefined): Item {
  const item = list?.[0]
  if (item === undefined) throw new Error('The list is empty')
  return item
}

describe('an import', () => {
  it('writes a service, its panels and its children, and writes down that it did', async () => {
    const report = await importLines([aChildLine(base), aChildLine(base + 100)])
    expect(report).toEqual({
      imported: 2,
      alreadyThere: 0,
      waiting: 0,
      history: 0,
      refusedLines: 0,
      refused: [],
    })
    expect(await childrenThere()).toEqual([idOf(base), idOf(base + 100)])
    const audit = await within(trx =>
      trx
        .selectFrom('auditEntries')
        .select('action')
        .where('serviceId', '=', header.service.id)
        .orderBy('id')
        .execute(),
    )
    expect(audit.map(entry => entry.action)).toEqual([
      'child.imported',
      'child.imported',
      'service.imported',
    ])
  })

  it('finds a child by name and number afterwards, as one recorded on a page', async () => {
    await importLines([aChildLine(base)])
    const child = await within(trx =>
      trx
        .selectFrom('children')
        .select('matchKeys')
        .where('serviceId', '=', header.service.id)
        .executeTakeFirstOrThrow(),
    )
    const number = await within(trx =>
      trx
        .selectFrom('childIdentifiers')
        .select('valueKey')
        .where('serviceId', '=', header.service.id)
        .executeTakeFirstOrThrow(),
    )
    expect(child.matchKeys.length).toBeGreaterThan(0)
    expect(number.valueKey).toBe('pnc:20250001234W')
  })

  it('brings back who a child is, with every answer, word for word', async () => {
    const child = aChildLine(base, {
      middleNames: 'Sparrow Ó',
      knownAs: 'Bobby 🦊',
      pronouns: 'they/them',
      gender: 'own-words',
      genderWords: 'Just me',
      genderAsRegistered: 'prefers-not-to-say',
      ethnicity: 'white-roma',
      ethnicityAskedOn: '2026-02-20',
      religion: 'another',
      religionWords: 'Rastafari',
      nationality: 'another',
      nationalityWords: 'Romanian and British',
      firstLanguage: 'Romanian',
      otherLanguages: 'English, Romani',
      needsInterpreter: true,
      interpreterLanguage: 'Romanian',
      communication: 'Pictures help.',
      disability: 'yes',
      disabilityWords: 'I do not hear well on the left.',
      speechLanguageNeeds: 'supported',
      speechLanguageWords: 'Time to answer.',
      whatMatters: 'My nan.',
      bestWayToReach: 'Text first.',
      alerts: [{ ...anAlertOf(base), endedOn: '2026-03-01', endedBecause: 'Written twice.' }],
    })
    // One that was wrong was taken back for it, and comes along as it stands.
    child.identifiers?.push({
      id: idOf(base + 71),
      kind: 'nhs',
      value: '943 476 5918',
      recordedAt: '2026-02-10T10:00:00Z',
      recordedBy: worker,
      withdrawnOn: '2026-02-11',
      withdrawnBecause: 'Its last digit was wrong.',
    })
    expect(await importLines([child])).toMatchObject({ imported: 1, refused: [] })
    const line = (await exported()).split('\n').find(text => text.includes('"child"'))
    const { record, ...written } = JSON.parse(line ?? '{}') as WrittenChild
    expect(record).toBe('child')
    for (const key of Object.keys(written)) {
      if (Array.isArray(child[key as keyof WrittenChild]) && key !== 'alerts') continue
      expect([key, written[key as keyof typeof written]]).toEqual([
        key,
        child[key as keyof WrittenChild],
      ])
    }
    expect(written.identifiers).toEqual(child.identifiers)
    expect(Object.keys(child).filter(key => !Object.hasOwn(written, key))).toEqual(['record'])
  })

  it('adds what is new of a child who is there, and leaves the rest as it is', async () => {
    const child = aChildLine(base)
    await importLines([child])
    const note = { ...first(child.contacts), id: idOf(base + 60), plannedOn: '2026-03-09' }
    const more = changed(child, one => one.contacts?.push(note))
    expect(await importLines([more, aChildLine(base + 100)])).toMatchObject({
      imported: 2,
      refused: [],
    })
    expect(await importLines([child, more].slice(1))).toMatchObject({
      imported: 0,
      alreadyThere: 1,
    })
    const contacts = await within(trx =>
      trx
        .selectFrom('contacts')
        .select('id')
        .where('serviceId', '=', header.service.id)
        .where('childId', '=', idOf(base))
        .execute(),
    )
    expect(contacts).toHaveLength(2)
  })

  it('refuses a record that is there and says something else, and changes nothing', async () => {
    const child = aChildLine(base)
    await importLines([child])
    const before = await exported()
    const other = changed(child, one => (first(one.contacts).note = 'Something else.'))
    expect(await importLines([other])).toMatchObject({
      imported: 0,
      refused: [{ line: 3, child: idOf(base), path: 'contacts[0]', rule: 'already-there' }],
    })
    expect(await exported()).toBe(before)
  })

  it('says which line the database itself refuses, and takes the others when asked to', async () => {
    const child = aChildLine(base)
    await importLines([child])
    const other = changed(child, one => {
      const judgement = first(first(one.assessments).judgements)
      first(one.assessments).judgements = [{ ...judgement, id: idOf(base + 61) }]
      one.outcomes = []
      one.interventions = []
      one.contacts = []
    })
    const lines = [other, aChildLine(base + 100)]
    const refused = [{ line: 3, child: idOf(base), path: '', rule: 'database' }]
    expect(await importLines(lines)).toMatchObject({ imported: 0, waiting: 1, refused })
    expect(await childrenThere()).toEqual([idOf(base)])
    expect(await importLines(lines, { keepGood: true })).toMatchObject({ imported: 1, refused })
    expect(await childrenThere()).toEqual([idOf(base), idOf(base + 100)])
  })

  it('takes brothers and sisters by each other’s person, with their links', async () => {
    const [ash, bo] = [aPersonLine(idOf(base + 70)), aPersonLine(idOf(base + 71))]
    const sibling = (from: number, own: string, other: string): WrittenChild =>
      changed(aChildLine(from), child => {
        child.personId = own
        Object.assign(first(child.relationships), { kind: 'sibling', personId: other })
      })
    const link = {
      record: 'family-link',
      id: idOf(base + 72),
      fromPersonId: idOf(base + 73),
      toPersonId: ash.id,
      kind: 'parent',
      nature: 'adoptive',
      recordedAt: '2026-03-01T10:00:00Z',
    } as const
    const report = await importLines([
      ...[ash, bo, aPersonLine(idOf(base + 73)), link],
      sibling(base, ash.id, bo.id),
      sibling(base + 100, bo.id, ash.id),
    ])
    expect(report).toMatchObject({ imported: 2, refused: [] })
    const written = await exported()
    expect(written).toContain(`"personId":"${bo.id}"`)
    expect(written).toContain('"nature":"adoptive"')
    expect(written).toContain('"people":3,"familyLinks":1,"children":2')
  })

  it('makes a child wait who names a person that was refused, though good ones are kept', async () => {
    const unborn = aPersonLine(idOf(base + 70), { bornOn: '2027-01-01' })
    const child = changed(aChildLine(base), one => (one.personId = unborn.id))
    const report = await importLines([unborn, child, aChildLine(base + 200)], { keepGood: true })
    expect(report).toMatchObject({ imported: 1, refusedLines: 2 })
    expect(report.refused).toContainEqual({
      line: 4,
      child: idOf(base),
      path: 'personId',
      rule: 'reference',
      reason: 'names a person who is neither in the database nor accepted from this file',
    })
    expect(await childrenThere()).toEqual([idOf(base + 200)])
  })

  it('says of a file of the first version what to do with it', async () => {
    Object.assign(header, { version: 1 })
    const { refused } = await importLines([aChildLine(base)])
    expect(refused).toMatchObject([{ line: 1, path: 'version' }])
    expect(refused[0]?.reason).toContain('Export the file afresh')
  })
})

type BadRecord = readonly [
  name: string,
  change: (child: WrittenChild) => void,
  path: string,
  rule: string,
  reason: RegExp,
]

const anAlertOf = (base: number) => ({
  id: idOf(base + 70),
  kind: 'medical' as const,
  what: 'Allergic to nuts.',
  whatToDo: 'No nuts in the room.',
  ownerId: worker,
  startedOn: '2026-02-10',
  reviewOn: '2026-05-10',
  recordedAt: '2026-02-10T10:00:00Z',
})

const badRecords: readonly BadRecord[] = [
  [
    'a number with a wrong digit',
    c => Object.assign(first(c.identifiers), { value: '25/1235W' }),
    'identifiers[0].value',
    'identifier',
    /last letter does not fit/,
  ],
  [
    'a number that was taken back without a reason',
    c => Object.assign(first(c.identifiers), { withdrawnOn: '2026-03-02' }),
    'identifiers[0].value',
    'identifier',
    /says when and why/,
  ],
  [
    'an alert that ended for no reason',
    c => (c.alerts = [{ ...anAlertOf(base), endedOn: '2026-03-02' }]),
    'alerts[0].endedBecause',
    'alert',
    /ended says why/,
  ],
  [
    'an alert that is looked at again on its first day',
    c => (c.alerts = [{ ...anAlertOf(base), reviewOn: '2026-02-10' }]),
    'alerts[0].reviewOn',
    'alert',
    /after the day it began/,
  ],
  [
    'an alert that nobody looks after',
    c => (c.alerts = [{ ...anAlertOf(base), ownerId: idOf(999) }]),
    'alerts[0].ownerId',
    'reference',
    /not there/,
  ],
  [
    'a code that is in no list',
    c => Object.assign(c, { sex: 'x' }),
    'sex',
    'format',
    /is not one of/,
  ],
  [
    'a field that there is not',
    c => Object.assign(first(c.contacts), { mood: 1 }),
    'contacts[0].mood',
    'format',
    /not in the format/,
  ],
  [
    'a care status that there is not',
    c => (first(c.circumstances).value = 'fine'),
    'circumstances[0].value',
    'format',
    /is not one of/,
  ],
  [
    'a fact that is none of the kind’s list',
    c => {
      first(c.circumstances).facts = { legalBasis: 'the-judge-said' }
    },
    'circumstances[0].facts.legalBasis',
    'format',
    /is not one of: section-20/,
  ],
  [
    'a fact of another kind',
    c => {
      first(c.circumstances).facts = { hoursOffered: 12 }
    },
    'circumstances[0].facts.hoursOffered',
    'format',
    /is nothing that care-status says/,
  ],
  [
    'a circumstance withdrawn without a reason',
    c => {
      first(c.circumstances).withdrawnOn = '2026-03-01'
    },
    'circumstances[0]',
    'format',
    /withdrawn without a reason/,
  ],
  [
    'an allocation to nothing',
    c => delete first(c.allocations).referralId,
    'allocations[0]',
    'format',
    /one of the two/,
  ],
  [
    'an assessment countersigned by its author',
    c =>
      Object.assign(first(c.assessments), {
        countersignedBy: worker,
        countersignedOn: '2026-02-21',
      }),
    'assessments[0]',
    'format',
    /person who wrote it/,
  ],
  [
    'a worker who is not there',
    c => (first(c.contacts).staffId = idOf(99)),
    'contacts[0].staffId',
    'reference',
    /staff that is not there/,
  ],
  [
    'work of another child',
    c => (first(c.contacts).interventionId = idOf(99)),
    'contacts[0].interventionId',
    'reference',
    /interventions that is not there/,
  ],
  [
    'an offence of another child',
    c => (first(c.outcomes).offenceIds = [idOf(99)]),
    'outcomes[0].offenceIds[0]',
    'reference',
    /offences that is not there/,
  ],
  [
    'a panel that is not there',
    c => (first(c.outcomes).panelId = idOf(99)),
    'outcomes[0].panelId',
    'reference',
    /panels that is not there/,
  ],
  [
    'a name of an outcome that the service has not',
    c => (first(c.outcomes).localName = 'x'),
    'outcomes[0].localName',
    'reference',
    /outcome names that is not there/,
  ],
  [
    'a spell that ends before it starts',
    c => (first(c.circumstances).endedOn = '2025-01-01'),
    'circumstances[0].endedOn',
    'dates',
    /before startedOn/,
  ],
  [
    'a release before the arrival',
    c => (first(first(c.referrals).detentions).releasedAt = '2026-02-01T09:00:00Z'),
    'referrals[0].detentions[0].releasedAt',
    'dates',
    /not after arrivedAt/,
  ],
  [
    'a referral still to come',
    c => Object.assign(first(c.referrals), { receivedOn: '2026-04-01', closedOn: undefined }),
    'referrals[0].receivedOn',
    'dates',
    /still to come/,
  ],
  [
    'an offence before birth',
    c => (c.bornOn = '2026-02-05'),
    'referrals[0].offences[0].occurredOn',
    'dates',
    /before the date of birth/,
  ],
  [
    'two judgements of a kind',
    c =>
      first(c.assessments).judgements?.push({
        ...first(first(c.assessments).judgements),
        id: idOf(98),
      }),
    'assessments[0].judgements[3]',
    'once',
    /twice/,
  ],
  [
    'an offence by a child of 9',
    c => (c.bornOn = '2016-06-15'),
    'referrals[0].offences[0].occurredOn',
    'CYPA-1933',
    /under 10/,
  ],
  [
    'an offence by an adult',
    c => (c.bornOn = '2007-06-15'),
    'referrals[0].offences[0].occurredOn',
    'CYPA-1933',
    /adult system/,
  ],
  [
    'a decision before the check with social care',
    c => (first(c.referrals).checks = []),
    'outcomes[0]',
    'OM-6.1-panel',
    /children's social care/,
  ],
  [
    'a decision that the police did not share',
    c => delete first(c.outcomes).decidedByPolice,
    'outcomes[0]',
    'HMIP-3.4-joint',
    /police/,
  ],
  [
    'a decision by two people of the service',
    c => (first(c.outcomes).decidedByPolice = manager),
    'outcomes[0]',
    'HMIP-3.4-joint',
    /police/,
  ],
  [
    'a decision that was never explained',
    c => (first(c.referrals).explanations = []),
    'outcomes[0]',
    'HMIP-3.4-implications',
    /explained/,
  ],
  [
    'a decision explained too late',
    c => (first(first(c.referrals).explanations).explainedOn = '2026-03-01'),
    'outcomes[0]',
    'HMIP-3.4-implications',
    /after the decision/,
  ],
  [
    'a child looked after whose assessment nobody countersigned',
    c => (first(c.circumstances).value = 'care-order'),
    'outcomes[0]',
    'OM-6.4-care-qa',
    /quality-assure/,
  ],
  [
    'conditions that run too long',
    c => (first(c.outcomes).conditionsEndOn = '2026-06-30'),
    'outcomes[0]',
    'OM-6.3-ycc-length',
    /ask a manager/,
  ],
  [
    'a decision of a panel under the name of a court',
    c => {
      first(c.outcomes).court = 'Testford Youth Court'
      first(c.referrals).explanations = []
    },
    'outcomes[0]',
    'HMIP-3.4-implications',
    /explained/,
  ],
  [
    'a decision without its panel',
    c => delete first(c.outcomes).panelId,
    'outcomes[0]',
    'OM-6.1-panel',
    /List the referral/,
  ],
  [
    'a decision without its referral',
    c => delete first(c.outcomes).referralId,
    'outcomes[0].referralId',
    'decision',
    /names no referral/,
  ],
  [
    'work before its outcome',
    c => (first(c.interventions).startedOn = '2026-02-20'),
    'interventions[0].startedOn',
    'work',
    /day of the outcome/,
  ],
  [
    'work that serves nothing',
    c => (first(c.interventions).outcomeIds = []),
    'interventions[0].outcomeIds',
    'work',
    /always has one/,
  ],
  [
    'a visit to nobody',
    c => Object.assign(first(c.contacts), { sawChild: false, sawParent: false }),
    'contacts[0].sawChild',
    'contact',
    /who was there/,
  ],
  [
    'a visit without a note',
    c => delete first(c.contacts).note,
    'contacts[0].note',
    'contact',
    /Write a note/,
  ],
  [
    'a plan without a way out',
    c => (first(first(c.interventions).plans).exitPlan = ' '),
    'interventions[0].plans[0]',
    'HMIP-2.2-contingency',
    /how the work will end/,
  ],
  [
    'a plan that does not say what kind of activity it has',
    c => delete first(first(c.interventions).plans).restorativeKind,
    'interventions[0].plans[0]',
    'OM-16-restorative',
    /what kind of restorative activity/,
  ],
  [
    'a plan with standard reparation for a child looked after',
    c => Object.assign(first(c.circumstances), { value: 'care-order', startedOn: '2026-03-03' }),
    'interventions[0].plans[0]',
    'OM-16-restorative',
    /the exception for a child who is looked after/,
  ],
  [
    'a plan signed before it was written',
    c => (first(first(first(c.interventions).plans).signatures).signedOn = '2026-03-01'),
    'interventions[0].plans[0].signatures[0].signedOn',
    'OM-4.1-signed',
    /before it was written/,
  ],
  [
    'a sexual offence that one worker holds alone',
    c => (first(first(c.referrals).offences).offenceGroup = 'SEXUAL_OFFENCES'),
    'allocations[0]',
    'HMIP-1.2-allocation',
    /second worker/,
  ],
  [
    'a second assessment that begins from nothing while the first case is open',
    c => {
      const work = { id: idOf(base + 90), kind: 'voluntary', startedOn: '2026-03-02' } as const
      c.interventions?.push({ ...work, recordedAt: c.recordedAt })
      const second = { id: idOf(base + 91), startedOn: '2026-03-03', interventionId: work.id }
      const draft = { ...first(c.assessments), ...second, judgements: [] }
      delete draft.referralId
      delete draft.completedOn
      c.assessments?.push(draft)
    },
    'assessments[1]',
    'HMIP-3.4-single',
    /Start a review/,
  ],
  [
    'an assessment completed without an answer',
    c => delete first(c.assessments).answers['needs'],
    'assessments[0].answers.needs',
    'assessment',
    /help is needed/,
  ],
  [
    'an exploitation concern lowered without a review',
    c => (c.events = [anEventOf(c, { kind: 'exploitation-lowered', topic: 'criminal' })]),
    'events[0]',
    'OM-9.2-reduce',
    /full review/,
  ],
  [
    'a youth MAPPA referral without a meeting',
    c => (c.events = [anEventOf(c, { kind: 'mappa-referral', topic: 'category-3' })]),
    'events[0]',
    'OM-5.5-mappa-3',
    /Hold a risk strategy meeting first/,
  ],
  [
    'a meeting that sets no day for its review',
    c => (c.events = [anEventOf(c, { kind: 'risk-strategy-meeting', topic: 'held' })]),
    'events[0].reviewOn',
    'event',
    /looked at again/,
  ],
  [
    'an event before the child was known',
    c => (c.events = [anEventOf(c, { kind: 'safety-grid', happenedOn: '2026-02-08' })]),
    'events[0].happenedOn',
    'event',
    /began on 9 February 2026/,
  ],
  [
    'a stage of a disagreement that leaves out the one before',
    c => (c.events = [anEventOf(c, { kind: 'escalation', topic: 'worker-to-team-manager' })]),
    'events[0].topic',
    'OM-9.5-escalate',
    /Worker to worker/,
  ],
  [
    'an event with a topic of another kind',
    c => (c.events = [anEventOf(c, { kind: 'safety-grid', topic: 'drawn' })]),
    'events[0]',
    'format',
    /no such topic/,
  ],
  [
    'an event about a record of another child',
    c => (c.events = [anEventOf(c, { kind: 'amends-offered', aboutId: idOf(99) })]),
    'events[0].aboutId',
    'reference',
    /not in this line/,
  ],
]

/** An event in the child's work, on 9 March 2026. */
function anEventOf(
  child: WrittenChild,
  values: Partial<WrittenEvent> & Pick<WrittenEvent, 'kind'>,
): WrittenEvent {
  return {
    id: idOf(base + 65),
    interventionId: first(child.interventions).id,
    happenedOn: '2026-03-09',
    note: 'We talked about it.',
    recordedAt: '2026-03-09T16:00:00Z',
    ...values,
  }
}
type WrittenEvent = NonNullable<WrittenChild['events']>[number]

describe('a bad record', () => {
  it.each(badRecords)(
    'is refused for %s, with its place, and all wait',
    async (_name, change, at, rule, reason) => {
      const bad = changed(aChildLine(base), change)
      const report = await importLines([aChildLine(base + 100), bad])
      expect(report).toMatchObject({ imported: 0, waiting: 1, refusedLines: 1 })
      expect(report.refused).toContainEqual({
        line: 4,
        child: idOf(base),
        path: at,
        rule,
        reason: expect.stringMatching(reason) as string,
      })
      expect(await childrenThere()).toEqual([])
    },
  )

  it('lets the good ones in when they are asked for', async () => {
    const bad = changed(aChildLine(base), child => (child.bornOn = '2016-06-15'))
    const report = await importLines([bad, aChildLine(base + 100)], { keepGood: true })
    expect(report).toMatchObject({ imported: 1, waiting: 0, refusedLines: 1 })
    expect(await childrenThere()).toEqual([idOf(base + 100)])
  })

  it('is refused when an id is used in two lines', async () => {
    const report = await importLines([aChildLine(base), aChildLine(base)])
    expect(report.refused).toContainEqual(
      expect.objectContaining({ line: 4, path: 'contacts[0]', rule: 'once' }),
    )
  })

  it('is never quoted in the report', async () => {
    const bad = changed(aChildLine(base), child => (child.bornOn = '2007-06-15'))
    const report = JSON.stringify(await importLines([bad]))
    expect(report).not.toMatch(/Robin|Example|bike/u)
  })
})

describe('what a guard wants', () => {
  it('is a full review before an exploitation concern is lowered, known when it was lowered', async () => {
    const lowered = changed(aChildLine(base), child => {
      const review = { kind: 'exploitation-toolkit', topic: 'review' } as const
      const withdrawn = { withdrawnOn: '2026-03-10', withdrawnBecause: 'Another child.' }
      child.events = [
        { ...anEventOf(child, review), ...withdrawn, id: idOf(base + 66) },
        anEventOf(child, { kind: 'exploitation-lowered', topic: 'criminal' }),
      ]
    })
    expect(await importLines([lowered])).toMatchObject({ imported: 1, refused: [] })
    expect(await exported()).toContain('"kind":"exploitation-lowered"')
  })

  const longer = (child: WrittenChild) => {
    first(child.outcomes).conditionsEndOn = '2026-06-30'
    child.ruleAgreements = [
      {
        id: idOf(base + 70),
        ruleId: 'OM-6.3-ycc-length',
        subjectId: first(child.referrals).id,
        grantedBy: manager,
        grantedByRole: 'team-manager',
        grantedOn: '2026-02-25',
        untilOn: '2026-07-01',
        reason: 'The course is longer.',
        childAgrees: true,
        recordedAt: '2026-02-25T10:00:00Z',
      },
    ]
    const [one] = child.outcomes ?? []
    if (one !== undefined) one.decidedByService = worker
  }

  it('may be an agreement that the line carries', async () => {
    const report = await importLines([changed(aChildLine(base), longer)])
    expect(report).toMatchObject({ imported: 1, refused: [] })
  })

  it.each([
    ['by somebody who manages nobody', { grantedByRole: 'case-manager' }, /cannot agree/],
    ['without the child', { childAgrees: false }, /child has to agree/],
    ['for longer than six months', { untilOn: '2026-12-01' }, /within 6 months/],
    ['by who holds the referral', { grantedBy: worker }, /You hold this work/],
    ['without a last day', { untilOn: undefined }, /until which day/],
    ['without a reason', { reason: ' ' }, /Write the reason/],
  ])('is not an agreement given %s', async (_name, values, reason) => {
    const child = changed(aChildLine(base), longer)
    Object.assign(first(child.ruleAgreements), values)
    if (first(child.ruleAgreements).grantedBy === worker) {
      first(child.outcomes).decidedByService = manager
    }
    expect((await importLines([child])).refused).toContainEqual({
      line: 3,
      child: idOf(base),
      path: 'ruleAgreements[0]',
      rule: 'OM-6.3-ycc-length',
      reason: expect.stringMatching(reason) as string,
    })
  })
})

describe('history', () => {
  const thin = (child: WrittenChild) => {
    const outcome = first(child.outcomes)
    delete outcome.panelId
    delete outcome.decidedByPolice
    first(child.referrals).explanations = []
    child.assessments = []
  }

  it('comes without its evidence up to the day that the file names', async () => {
    header.historyUntil = '2026-02-26'
    const report = await importLines([changed(aChildLine(base), thin)])
    expect(report).toMatchObject({ imported: 1, history: 1, refused: [] })
    expect(await exported()).toContain('"historyUntil":"2026-02-26"')
  })

  it('ends on that day', async () => {
    header.historyUntil = '2026-02-25'
    const report = await importLines([changed(aChildLine(base), thin)])
    expect(report.refused).toContainEqual(
      expect.objectContaining({ rule: 'HMIP-3.4-implications' }),
    )
  })

  it('has plans and planned contacts that say what was asked then, and not what is asked now', async () => {
    const old = changed(aChildLine(base), child => {
      thin(child)
      delete first(first(child.interventions).plans).restorativeKind
    })
    header.historyUntil = '2026-03-03'
    expect(await importLines([old])).toMatchObject({ imported: 1, refused: [] })
    header.service.id = idOf(base + 998)
    const bare = changed(old, child => (first(first(child.interventions).plans).strengths = ' '))
    const report = await importLines([bare])
    expect(report.refused).toMatchObject([{ rule: 'OM-4.1-strengths' }])
  })

  it('is not what a panel decided, whatever day the file names', async () => {
    header.historyUntil = '2026-03-10'
    const named = changed(aChildLine(base), child => (first(child.referrals).explanations = []))
    const report = await importLines([named])
    expect(report.refused).toContainEqual(
      expect.objectContaining({ rule: 'HMIP-3.4-implications' }),
    )
  })

  it('cannot be brought into a service that decides with panels already', async () => {
    await importLines([aChildLine(base)])
    header.historyUntil = '2026-03-10'
    const report = await importLines([changed(aChildLine(base + 100), thin)])
    expect(report.refused).toContainEqual(
      expect.objectContaining({ line: 3, rule: 'HMIP-3.4-implications' }),
    )
  })

  it('is not still to come', async () => {
    header.historyUntil = '2026-03-12'
    const report = await importLines([aChildLine(base)])
    expect(report.refused).toMatchObject([{ line: 1, path: 'historyUntil' }])
  })
})

describe('a file', () => {
  it.each([
    ['is empty', () => '', 1, /empty/],
    [
      'begins with a child',
      (text: string) => text.split('\n').slice(2).join('\n'),
      1,
      /first line/,
    ],
    ['was cut short', (text: string) => text.split('\n').slice(0, 3).join('\n'), 4, /cut short/],
    [
      'lost a line',
      (text: string) => text.split('\n').toSpliced(4, 1).join('\n'),
      6,
      /does not count/,
    ],
    [
      'has a line too many',
      (text: string) => `${text}${text.split('\n').at(-2) ?? ''}\n`,
      8,
      /after the end/,
    ],
    [
      'has a line that is not JSON',
      (text: string) => text.replace('{"record":"child"', '{"record":"child'),
      5,
      /not JSON/,
    ],
    [
      'is of two services',
      (text: string) =>
        text.replace('{"record":"end"', `${text.split('\n')[0] ?? ''}\n{"record":"end"`),
      7,
      /second service/,
    ],
  ])('is refused when it %s', async (_name, spoil, line, reason) => {
    await writeServiceFile(file, [header, aPanelLine(), aChildLine(base), aChildLine(base + 100)])
    await writeFile(file, spoil(await readFile(file, 'utf8')))
    const report = await importService(db, file, { today })
    expect(report.imported).toBe(0)
    expect(report.refused).toContainEqual(
      expect.objectContaining({ line, reason: expect.stringMatching(reason) as string }),
    )
  })

  it('is refused where people are not what they are in the database', async () => {
    await importLines([aChildLine(base)])
    const [, , officer] = header.service.staff ?? []
    if (officer?.id === police) officer.name = 'Another name'
    expect((await importLines([aChildLine(base + 100)])).refused).toMatchObject([
      { line: 1, path: 'service.staff[2]', rule: 'already-there' },
    ])
  })
})
