import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { choiceField } from './choice-field.ts'
import { choicesField } from './choices-field.ts'
import type { Body, Field } from './field.ts'
import { timeField } from './time-field.ts'
import { wholeNumberField } from './whole-number-field.ts'
import { yesNoField } from './yes-no-field.ts'

const context = { today: Temporal.PlainDate.from('2026-03-03') }

function read(field: Field<unknown>, answer: unknown) {
  const body: Body = { answer }
  const reading = field.read(field.typed(body, 'answer'), 'answer', context)
  return reading.kind === 'valid' ? reading.value : reading.errors[0]?.message
}

describe('one of several', () => {
  const kind = choiceField({
    choices: { home: 'Home visit', office: 'At the office' },
    missing: 'Select where',
  })

  it('takes a choice and nothing else', () => {
    expect(read(kind, 'home')).toBe('home')
    expect(read(kind, '')).toBe('Select where')
    for (const odd of ['HOME', 'toString', '__proto__', 'constructor', 'car']) {
      expect(read(kind, odd)).toBe('Select where')
    }
    expect(read(kind, ['home', 'office'])).toBe('Give one answer only')
  })

  it('takes a list of choices, and its own message for an unknown one', () => {
    const options = { choices: ['a', 'b'], unknown: 'That worker has left' } as const
    expect(read(choiceField({ ...options, optional: true }), '')).toBeNull()
    expect(read(choiceField({ ...options, optional: true }), 'c')).toBe('That worker has left')
  })
})

describe('any of several', () => {
  const needs = choicesField({ choices: ['sight', 'hearing', 'speech'], missing: 'Select a need' })

  it('lists what was ticked in the order of the choices, each once', () => {
    expect(read(needs, ['speech', 'sight', 'speech'])).toEqual(['sight', 'speech'])
    expect(read(needs, 'hearing')).toEqual(['hearing'])
  })

  it('refuses unknown values, and none where one is needed', () => {
    expect(read(needs, ['sight', 'money'])).toBe('Select a need')
    expect(read(needs, undefined)).toBe('Select a need')
    expect(read(choicesField({ choices: ['a'], optional: true }), undefined)).toEqual([])
    expect(read(choicesField({ choices: ['a'], optional: true }), 'b')).toBe(
      'Select only from the choices',
    )
  })

  it('shows them ticked again', () => {
    expect(needs.show(['sight'], 'answer')).toEqual({ answer: ['sight'] })
    expect(needs.show(null, 'answer')).toEqual({ answer: [] })
  })
})

describe('yes or no', () => {
  const seen = yesNoField({ missing: 'Select yes if the child was seen alone' })

  it('is true, false or asked for', () => {
    expect([read(seen, 'yes'), read(seen, 'no')]).toEqual([true, false])
    expect(read(seen, '')).toBe('Select yes if the child was seen alone')
    expect(read(seen, 'true')).toBe('Select yes if the child was seen alone')
    expect(read(yesNoField({ optional: true }), '')).toBeNull()
    expect(seen.show(false, 'answer')).toEqual({ answer: 'no' })
  })
})

describe('a whole number', () => {
  const hours = wholeNumberField({ name: 'Hours', missing: 'Enter the hours', min: 1, max: 1500 })

  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['1,200', 1200],
    ['٢٤', 24],
    ['1', 1],
    ['1500', 1500],
    ['0', 'Hours must be 1 or more'],
    ['-3', 'Hours must be 1 or more'],
    ['1501', 'Hours must be 1,500 or fewer'],
    ['1.5', 'Hours must be a whole number'],
    ['12,00', 'Hours must be a whole number'],
    ['1e3', 'Hours must be a whole number'],
    ['twelve', 'Hours must be a whole number'],
    ['9'.repeat(400), 'Hours must be 1,500 or fewer'],
    ['', 'Enter the hours'],
  ])('from %j gives %j', (text, expected) => {
    expect(read(hours, text)).toBe(expected)
  })

  it('shows nought as nought', () => {
    expect(hours.show(0, 'answer')).toEqual({ answer: '0' })
  })
})

describe('a time', () => {
  it('has a message that shows how to write it', () => {
    const arrested = timeField({ name: 'Time of arrest', missing: 'Enter the time of arrest' })
    expect(read(arrested, '2.30pm')).toBe('14:30')
    expect(read(arrested, 'two-ish')).toBe('Time of arrest must be a time, like 14:30 or 2:30pm')
    expect(read(arrested, '')).toBe('Enter the time of arrest')
  })
})
