import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { chronologyLacks, type ChronologyToFinish } from './finish-chronology.ts'

const whole: ChronologyToFinish = {
  finishedOn: null,
  purpose: 'handover',
  audience: 'The next worker',
  pattern: 'Missed visits follow moves.',
  childView: 'I was not told when we would move.',
  entries: [{ what: 'Moved to Aunt Jo', whyItMatters: 'The third move in a year.' }],
}

const cases: readonly [name: string, change: Partial<ChronologyToFinish>, lacks: string[]][] = [
  ['nothing, when everything is written', {}, []],
  ['an entry, when there is none', { entries: [] }, ['Add an entry']],
  [
    'why it matters, counted',
    { entries: [...whole.entries, { what: 'School ended', whyItMatters: null }] },
    ['Say why it matters (1 without)'],
  ],
  [
    'the words of an entry that has gone from the record',
    { entries: [{ what: null, whyItMatters: 'It did.' }] },
    ['Take out the entry that is no longer in the record'],
  ],
  ['what the pattern tells', { pattern: null }, ['Write what the pattern tells us']],
  ['the child’s view', { childView: null }, ['Write the child’s view, or how you will ask for it']],
  [
    'for what and for whom',
    { purpose: null, audience: null },
    ['Choose what it is for', 'Say who will read it'],
  ],
  [
    'nothing but that it is finished already',
    { finishedOn: plainDate('2026-03-02'), entries: [] },
    ['It is finished already'],
  ],
]

describe('a chronology lacks', () => {
  it.each(cases)('%s', (_name, change, lacks) => {
    expect(chronologyLacks({ ...whole, ...change })).toEqual(lacks)
  })
})
