import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { candidateKeys } from './candidate-keys.ts'
import { likelyDuplicates } from './likely-duplicates.ts'
import type { Identifier, Person } from './person.ts'

type Given = {
  born?: string
  ids?: Identifier[]
  others?: string[]
  postcode?: string
  id?: string
}

function person(givenName: string, familyName: string, facts: Given = {}): Person {
  const { born, ids = [], others, postcode, id } = facts
  const bornOn = born === undefined ? undefined : plainDate(born)
  return { id, givenName, familyName, otherNames: others, bornOn, identifiers: ids, postcode }
}

const born = '2010-03-05'
const pnc = (value: string) => ({ kind: 'pnc', value })

const cases: [string, Person, Person, [strength: string, ...reasons: string[]]][] = [
  [
    'same name and date of birth',
    person('Siân', "O'Neill", { born }),
    person('SIAN', 'ONeill', { born }),
    ['certain', 'same name', 'same date of birth'],
  ],
  [
    'same name and date of birth, but PNC identifiers that differ',
    person('Amy', 'Jones', { born, ids: [pnc('2022/1A')] }),
    person('Amy', 'Jones', { born, ids: [pnc('2022/2B')] }),
    ['likely', 'same name', 'same date of birth', 'but another PNC identifier'],
  ],
  [
    'given names that sound alike (Mohammed)',
    person('Mohammed', 'Khan', { born }),
    person('Muhammad', 'Khan', { born }),
    ['likely', '“Mohammed” sounds like “Muhammad”', 'same family name', 'same date of birth'],
  ],
  [
    'given names that sound alike (Catherine)',
    person('Catherine', 'Khan', { born }),
    person('Kathryn', 'Khan', { born }),
    ['likely', '“Catherine” sounds like “Kathryn”', 'same family name', 'same date of birth'],
  ],
  [
    'given names that sound alike (Steven)',
    person('Steven', 'Khan', { born }),
    person('Stephen', 'Khan', { born }),
    ['likely', '“Steven” sounds like “Stephen”', 'same family name', 'same date of birth'],
  ],
  [
    'names swapped',
    person('Thomas', 'James', { born }),
    person('James', 'Thomas', { born }),
    ['likely', 'names swapped', 'same date of birth'],
  ],
  [
    'day and month swapped',
    person('Amy', 'Jones', { born }),
    person('Amy', 'Jones', { born: '2010-05-03' }),
    ['likely', 'same name', 'day and month swapped in the date of birth'],
  ],
  [
    'one wrong letter',
    person('Jamie', 'Harrison', { born }),
    person('Jamie', 'Garrison', { born }),
    [
      'likely',
      'same given name',
      '“Harrison” and “Garrison” differ by one letter',
      'same date of birth',
    ],
  ],
  [
    'two letters changed round',
    person('Brian', 'Cole', { born }),
    person('Brain', 'Cole', { born }),
    [
      'likely',
      '“Brian” and “Brain” differ by one letter',
      'same family name',
      'same date of birth',
    ],
  ],
  [
    'a short form',
    person('Ben', 'Cole', { born }),
    person('Benjamin', 'Cole', { born }),
    [
      'likely',
      '“Ben” and “Benjamin” may be long and short for one name',
      'same family name',
      'same date of birth',
    ],
  ],
  [
    'a name the child is known by',
    person('Billy', 'Cole', { born }),
    person('William', 'Cole', { born, others: ['Billy'] }),
    [
      'likely',
      '“Billy” and “William” are both among the names known',
      'same family name',
      'same date of birth',
    ],
  ],
  [
    'half of a double family name',
    person('Ciara', 'Ó Súilleabháin', { born }),
    person('Ciara', "O'Neill-Ó Súilleabháin", { born }),
    [
      'likely',
      'same given name',
      "“Ó Súilleabháin” and “O'Neill-Ó Súilleabháin” have a part in common",
      'same date of birth',
    ],
  ],
  [
    'the same PNC identifier, spaced, cased and shortened differently',
    person('Amy', 'Jones', { born, ids: [pnc('2022/0000123A')] }),
    person('Amy', 'Johns', { born: '2011-01-01', ids: [pnc(' 22/123a')] }),
    [
      'certain',
      'same PNC identifier',
      'same given name',
      '“Jones” sounds like “Johns”',
      'but another date of birth',
    ],
  ],
  [
    'the same identifier on people who have nothing else in common',
    person('Amy', 'Jones', { ids: [{ kind: 'nhs', value: '943 476 5919' }] }),
    person('Tariq', 'Cole', { ids: [{ kind: 'nhs', value: '9434765919' }] }),
    ['likely', 'same NHS number', 'date of birth not known for both'],
  ],
  [
    'twins entered under one PNC identifier',
    person('Jack', 'Cole', { born, ids: [pnc('2022/123A')] }),
    person('Ellie', 'Cole', { born, ids: [pnc('2022/123A')] }),
    ['likely', 'same PNC identifier', 'same family name', 'same date of birth'],
  ],
  [
    'twins',
    person('Jack', 'Cole', { born, postcode: 'M1 1AE' }),
    person('Ellie', 'Cole', { born, postcode: 'm11ae' }),
    ['possible', 'same family name', 'same date of birth', 'same postcode'],
  ],
  [
    'a family name that changed, at the same address',
    person('Ellie', 'Cole', { born, postcode: 'M1 1AE' }),
    person('Ellie', 'Marsh', { born, postcode: 'M1 1AE' }),
    ['likely', 'same given name', 'same date of birth', 'same postcode'],
  ],
  [
    'the same name without a date of birth',
    person('Ellie', 'Cole', { born }),
    person('Ellie', 'Cole'),
    ['possible', 'same name', 'date of birth not known for both'],
  ],
  [
    'the same name and one wrong digit in the date of birth',
    person('Ellie', 'Cole', { born }),
    person('Ellie', 'Cole', { born: '2011-03-05' }),
    ['possible', 'same name', 'one digit differs in the date of birth'],
  ],
  [
    'the same name in another script',
    person('محمد', 'علي', { born }),
    person('مُحَمَّد', 'علي', { born }),
    ['certain', 'same name', 'same date of birth'],
  ],
]

describe('children who may already be known', () => {
  it.each(cases)('%s', (_, candidate, known, [strength, ...reasons]) => {
    expect(likelyDuplicates(candidate, [known])).toEqual([{ known, strength, reasons }])
    expect(likelyDuplicates(known, [candidate])[0]?.strength).toBe(strength)
  })

  it.each(cases)('%s: are fetched by their keys', (_, candidate, known) => {
    const [wanted, stored] = [candidateKeys(candidate), candidateKeys(known)]
    const share = (mine: readonly string[], theirs: readonly string[]) =>
      mine.some(key => theirs.includes(key))
    const names = [...stored.givenNames, ...stored.familyNames]
    const fetched =
      share(wanted.identifiers, stored.identifiers) ||
      share(wanted.birthDates.map(String), [String(known.bornOn)]) ||
      (share(wanted.givenNames, names) && share(wanted.familyNames, names))
    expect(fetched).toBe(true)
  })

  it.each([
    [
      'unrelated, with a common family name',
      person('Amy', 'Khan', { born }),
      person('Tariq', 'Khan', { born: '2008-11-21' }),
    ],
    [
      'siblings at one address',
      person('Amy', 'Cole', { born, postcode: 'M1 1AE' }),
      person('Jack', 'Cole', { born: '2012-09-09', postcode: 'M1 1AE' }),
    ],
    [
      'born on the same day and nothing else',
      person('Amy', 'Cole', { born }),
      person('Tariq', 'Marsh', { born }),
    ],
    [
      'names alike, born years apart',
      person('Mohammed', 'Ali', { born }),
      person('Muhammad', 'Ali', { born: '2008-11-21' }),
    ],
    [
      'a middle name in common',
      person('Jack', 'Cole', { born, others: ['James'] }),
      person('Tom', 'Marsh', { born, others: ['James'] }),
    ],
    ['no names at all', person('', '', { born }), person('', '', { born })],
    [
      'the same value of different kinds of identifier',
      person('Amy', 'Cole', { ids: [pnc('1234567')] }),
      person('Tariq', 'Marsh', { ids: [{ kind: 'upn', value: '1234567' }] }),
    ],
  ])('are not found: %s', (_, candidate, known) => {
    expect(likelyDuplicates(candidate, [known])).toEqual([])
  })

  it('come strongest first, without the child itself', () => {
    const candidate = person('Amy', 'Cole', { born, id: '1' })
    const twin = person('Jack', 'Cole', { born, id: '2' })
    const same = person('Amy', 'Cole', { born, id: '3' })
    const swapped = person('Cole', 'Amy', { born, id: '4' })
    const found = likelyDuplicates(candidate, [candidate, twin, swapped, same])
    expect(found.map(({ known }) => known.id)).toEqual(['3', '4', '2'])
  })
})
