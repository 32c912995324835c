import { describe, expect, it } from 'vitest'
import {
  chooseFields,
  compareForUndo,
  compareIdentities,
  fieldInWords,
  valuesAfterUndo,
  valuesTaken,
  type FieldOfMerge,
} from './identity-fields.ts'
import { restrictionOfBoth, type NamedOnly } from './restriction-of-both.ts'
import { groupWorkSince } from './work-since-merge.ts'

const kept = { given_name: 'Catherine', ethnicity: 'not-asked', needs_interpreter: false }
const merged = {
  given_name: 'Kathryn',
  ethnicity: 'white-irish',
  ethnicity_asked_on: '2026-01-05',
  needs_interpreter: true,
}

describe('the fields of two records', () => {
  it('are the kept record’s unless it says nothing; who was asked goes with the day', () => {
    const usual = compareIdentities(kept, merged).map(({ field, usual: side }) => [field.key, side])
    expect(Object.fromEntries(usual)).toMatchObject({
      given_name: 'kept',
      ethnicity: 'merged',
      needs_interpreter: 'merged',
      family_name: 'kept',
    })
    expect(valuesTaken(chooseFields(compareIdentities(kept, merged), {}))).toEqual({
      ethnicity: 'white-irish',
      ethnicity_asked_on: '2026-01-05',
      needs_interpreter: true,
      interpreter_language: null,
    })
  })

  it('are taken as somebody chose', () => {
    const fields = chooseFields(compareIdentities(kept, merged), {
      given_name: 'merged',
      ethnicity: 'kept',
      needs_interpreter: 'kept',
    })
    expect(valuesTaken(fields)).toEqual({ given_name: 'Kathryn' })
  })
})

describe('a code with the child’s own words', () => {
  it('is read as one, and taken as one', () => {
    const [own, other] = [
      { gender: 'not-asked', gender_words: null },
      { gender: 'own-words', gender_words: 'Enby' },
    ]
    const found = compareIdentities(own, other).find(({ field }) => field.key === 'gender')
    if (found === undefined) throw new Error('There is no such field')
    expect(found.usual).toBe('merged')
    expect(fieldInWords(found.field, other)).toContain(': Enby')
    expect(fieldInWords(found.field, own)).toBe('Not asked yet')
    expect(valuesTaken(chooseFields(compareIdentities(own, other), {}))).toEqual(other)
  })
})

const called = (chosen: 'kept' | 'merged', was: string | null, brought: string | null) =>
  [
    { field: 'known_as', kept: { known_as: was }, merged: { known_as: brought }, chosen },
  ] satisfies FieldOfMerge[]
const none = { undoneSince: [], standing: [] }

describe('a field when a merge is undone', () => {
  it.each([
    ['stays where it was the record’s own', called('kept', 'Cat', 'Kath'), 'Cat', none, 'same'],
    ['goes back where it was taken', called('merged', 'Cat', 'Kath'), 'Kath', none, 'back'],
    [
      'is asked about when it was changed since',
      called('merged', 'Cat', 'Kath'),
      'Kit',
      none,
      'asked',
    ],
    ['stays when it has gone back already', called('merged', 'Cat', 'Kath'), 'Cat', none, 'same'],
    [
      'stays while another merge stands that brought it',
      called('merged', 'Cat', 'Kath'),
      'Kit',
      { undoneSince: [], standing: [called('merged', 'Kath', 'Kit')] },
      'same',
    ],
  ] as const)('%s', (_, fields, now, others, expected) => {
    const [compared] = compareForUndo(fields, { known_as: now }, others)
    expect(compared?.becomes).toBe(expected)
  })

  it('goes back to the record’s own value, not to what an undone merge had brought', () => {
    const others = { undoneSince: [called('merged', null, 'Kath')], standing: [] }
    const fields = compareForUndo(called('merged', 'Kath', 'Kit'), { known_as: 'Kit' }, others)
    expect(valuesAfterUndo(fields, {}).kept).toEqual({ known_as: null })
  })

  it.each([
    ['kept', {}, {}],
    ['merged', { known_as: 'Cat' }, { known_as: 'Kit' }],
    ['both', {}, { known_as: 'Kit' }],
  ] as const)('changed since, is of: %s', (whose, inKept, inMerged) => {
    const fields = compareForUndo(called('kept', 'Cat', 'Kath'), { known_as: 'Kit' }, none)
    expect(valuesAfterUndo(fields, { known_as: whose })).toEqual({
      kept: inKept,
      merged: inMerged,
    })
  })
})

describe('what was recorded after a merge', () => {
  const before = [
    { id: 'work-kept', hangsOn: [], wasOf: 'kept' },
    { id: 'work-merged', hangsOn: [], wasOf: 'merged' },
    { id: 'request', hangsOn: ['agreement'], wasOf: 'merged' },
  ] as const

  it.each([
    ['on the merged child’s work', [{ id: 'a', hangsOn: ['work-merged'] }], [['a', 'merged']]],
    ['on the kept child’s work', [{ id: 'a', hangsOn: ['work-kept'] }], [['a', 'kept']]],
    ['on nothing', [{ id: 'a', hangsOn: [] }], [['a', null]]],
    ['on both', [{ id: 'a', hangsOn: ['work-kept', 'work-merged'] }], [['a', null]]],
    ['named by a row of before', [{ id: 'agreement', hangsOn: [] }], [['agreement', 'merged']]],
    [
      'on other new rows',
      [
        { id: 'plan', hangsOn: ['work'] },
        { id: 'signature', hangsOn: ['plan'] },
        { id: 'work', hangsOn: ['work-merged'] },
      ],
      [['plan', 'merged']],
    ],
  ] as const)('%s', (_, since, expected) => {
    const groups = groupWorkSince(since, before)
    expect(groups.map(({ id, goesTo }) => [id, goesTo])).toEqual(expected)
    expect(groups.flatMap(({ rowIds }) => rowIds).toSorted()).toEqual(
      since.map(({ id }) => id).toSorted(),
    )
  })
})

const person = (id: string, role: 'team-manager' | 'case-manager' = 'team-manager') => ({
  id,
  role,
})
const only = (...named: NamedOnly['named'][number][]): NamedOnly => ({
  why: 'family-wish',
  contactId: named[0]?.id ?? '',
  named,
})

describe('who may open the record of both', () => {
  it.each([
    ['neither restricted', undefined, undefined, 'as-kept'],
    ['the kept one restricted', only(person('me')), undefined, 'as-kept'],
    ['the other one restricted', undefined, only(person('me')), 'new'],
    ['both, to the same', only(person('me')), only(person('me')), 'as-kept'],
    [
      'both, to others too',
      only(person('me'), person('x')),
      only(person('me'), person('y')),
      'new',
    ],
    ['both, to different people', only(person('x')), only(person('y')), 'refused'],
    ['one, and not to me', undefined, only(person('x')), 'refused'],
    [
      'both, and no manager to both',
      only(person('x'), person('me', 'case-manager')),
      only(person('y'), person('me', 'case-manager')),
      'refused',
    ],
  ])('%s', (_, one, other, expected) => {
    expect(restrictionOfBoth(one, other, 'me').kind).toBe(expected)
  })

  it('are those named in both, with a contact person among them', () => {
    const both = restrictionOfBoth(
      only(person('x'), person('me')),
      only(person('me'), person('y')),
      'me',
    )
    expect(both).toMatchObject({ restriction: { contactId: 'me', named: [{ id: 'me' }] } })
  })
})
