import { Temporal } from 'temporal-polyfill'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { choiceField } from './choice-field.ts'
import { choicesField } from './choices-field.ts'
import { dateField } from './date-field.ts'
import type { FormValue } from './form.ts'
import { defineForm } from './form.ts'
import { textField } from './text-field.ts'
import { yesNoField } from './yes-no-field.ts'

const context = { today: Temporal.PlainDate.from('2026-03-03') }

const visit = defineForm({
  fields: {
    place: choiceField({ choices: ['home', 'office'], missing: 'Select where' }),
    reason: textField({ optional: true }),
    from: dateField({ name: 'First day', missing: 'Enter the first day' }),
    to: dateField({ name: 'Last day', optional: true }),
    alone: yesNoField({ missing: 'Select yes if seen alone' }),
    needs: choicesField({ choices: ['sight', 'speech'], optional: true }),
  },
  check: ({ from, to }) =>
    to && Temporal.PlainDate.compare(to, from) < 0
      ? [
          {
            field: 'to',
            message: 'The last day must be after the first',
            parts: ['day', 'month', 'year'],
          },
        ]
      : [],
})

const body = {
  place: 'home',
  reason: ' ',
  'from-day': '1',
  'from-month': '3',
  'from-year': '2026',
  alone: 'no',
  needs: 'speech',
}

describe('a form', () => {
  it('gives typed values', () => {
    expectTypeOf<FormValue<typeof visit>>().toEqualTypeOf<{
      readonly place: 'home' | 'office'
      readonly reason: string | null
      readonly from: Temporal.PlainDate
      readonly to: Temporal.PlainDate | null
      readonly alone: boolean
      readonly needs: readonly ('sight' | 'speech')[]
    }>()
    const parsed = visit.parse(body, context)
    expect(parsed).toMatchObject({
      kind: 'valid',
      value: { place: 'home', reason: null, to: null, alone: false, needs: ['speech'] },
    })
    expect(parsed.kind === 'valid' && parsed.value.from.toString()).toBe('2026-03-01')
  })

  it('tells every mistake at once, in the order of the page, and keeps what was typed', () => {
    const parsed = visit.parse({ ...body, place: 'car', 'from-month': '', alone: '' }, context)
    expect(parsed).toMatchObject({
      kind: 'invalid',
      errors: [
        { field: 'place', href: '#place', message: 'Select where' },
        { field: 'from', href: '#from-month', parts: ['month'] },
        { field: 'alone', href: '#alone' },
      ],
      values: { place: 'car', reason: ' ', 'from-day': '1', 'from-month': '', needs: ['speech'] },
    })
  })

  it('looks at the fields together once each is right', () => {
    const last = { 'to-day': '28', 'to-month': '2', 'to-year': '2026' }
    const parsed = visit.parse({ ...body, ...last }, context)
    expect(parsed).toMatchObject({
      kind: 'invalid',
      errors: [
        {
          field: 'to',
          href: '#to-day',
          message: 'The last day must be after the first',
          parts: ['day', 'month', 'year'],
        },
      ],
      values: last,
    })
    expect(visit.parse({ ...body, ...last, place: '' }, context)).toMatchObject({
      errors: [{ field: 'place' }],
    })
  })

  it('shows a refusal at the right input, with what was typed', () => {
    const refused = visit.refuse(body, [
      { field: 'place', message: 'No room' },
      { field: 'from', message: 'Bank holiday' },
    ])
    expect(refused).toMatchObject({
      kind: 'invalid',
      errors: [
        { field: 'place', href: '#place', message: 'No room' },
        { field: 'from', href: '#from-day', message: 'Bank holiday' },
      ],
      values: { reason: ' ', 'from-day': '1' },
    })
  })

  it.each([undefined, null, 'text', [], 7, new Map()])('reads %j as nothing typed', sent => {
    expect(visit.parse(sent, context)).toMatchObject({ kind: 'invalid', values: visit.empty() })
  })

  it('passes over inputs that are not its own, however they are named', () => {
    const sent: unknown = JSON.parse(
      '{"__proto__": {"place": "home"}, "constructor": "x", "isAdmin": "yes", "place-0-x": "y"}',
    )
    const parsed = visit.parse(sent, context)
    expect(parsed.values).toEqual(visit.empty())
    expect(Object.keys(parsed.values)).not.toContain('isAdmin')
    expect(Object.getPrototypeOf(parsed.values)).toBe(Object.prototype)
  })

  it('does not take inherited properties for what was typed', () => {
    expect(visit.parse(Object.create(body), context).values).toEqual(visit.empty())
  })

  it('refuses field names that could not be told apart', () => {
    for (const name of ['__proto__', 'a-b', 'offences-0-title', '']) {
      const fields = Object.fromEntries([[name, textField({ optional: true })]])
      expect(() => defineForm({ fields })).toThrow('is no name for a field')
    }
  })

  it('shows a recorded value as it would be typed, so that parsing it again gives the same', () => {
    const parsed = visit.parse(body, context)
    if (parsed.kind !== 'valid') throw new Error('expected a valid form')
    const again = visit.parse(visit.fill(parsed.value), context)
    expect(again).toMatchObject({ kind: 'valid', value: { place: 'home', needs: ['speech'] } })
    expect(visit.fill({ reason: 'school' })).toEqual({ ...visit.empty(), reason: 'school' })
  })
})
