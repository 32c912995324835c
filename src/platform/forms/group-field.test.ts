import { Temporal } from 'temporal-polyfill'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { choicesField } from './choices-field.ts'
import { dateField } from './date-field.ts'
import type { FormValue } from './form.ts'
import { defineForm } from './form.ts'
import { groupField } from './group-field.ts'
import { rowCount } from './group-rows.ts'
import { textField } from './text-field.ts'

const context = { today: Temporal.PlainDate.from('2026-03-03') }

describe('a group of rows', () => {
  const hearing = defineForm({
    fields: {
      court: textField({ missing: 'Enter the court' }),
      offences: groupField({
        fields: {
          title: textField({ missing: 'Enter the offence' }),
          committedOn: dateField({ name: 'Date of the offence', missing: 'Enter its date' }),
          flags: choicesField({ choices: ['knife', 'home'], optional: true }),
        },
        min: 1,
        max: 3,
        tooMany: 'Give no more than 3 offences',
      }),
    },
    check: ({ offences }) =>
      offences.flatMap(({ title }, row) =>
        title === 'nothing'
          ? [{ field: `offences-${row}-committedOn` as const, message: 'That is no offence' }]
          : [],
      ),
  })

  const row = (index: number, title: string) => ({
    [`offences-${index}-title`]: title,
    [`offences-${index}-committedOn-day`]: title && '1',
    [`offences-${index}-committedOn-month`]: title && '3',
    [`offences-${index}-committedOn-year`]: title && '2026',
  })
  const titles = (values: Readonly<Record<string, unknown>>) =>
    Object.keys(values)
      .filter(key => key.endsWith('-title'))
      .map(key => values[key])

  it('gives a list of typed values', () => {
    expectTypeOf<FormValue<typeof hearing>['offences']>().toEqualTypeOf<
      readonly {
        readonly title: string
        readonly committedOn: Temporal.PlainDate
        readonly flags: readonly ('knife' | 'home')[]
      }[]
    >()
    const sent = { court: 'Youth court', ...row(0, 'theft'), ...row(1, 'assault') }
    const parsed = hearing.parse({ ...sent, 'offences-1-flags': ['knife', 'home'] }, context)
    expect(parsed).toMatchObject({
      kind: 'valid',
      value: { offences: [{ title: 'theft' }, { title: 'assault', flags: ['knife', 'home'] }] },
    })
  })

  it('shows one blank row to begin with', () => {
    expect(rowCount(hearing.empty(), 'offences')).toBe(1)
    expect(hearing.empty()).toMatchObject({ 'offences-0-title': '', 'offences-0-flags': [] })
  })

  it('passes over rows left blank and numbers the rest afresh', () => {
    const parsed = hearing.parse({ court: 'x', ...row(0, ''), ...row(4, 'theft') }, context)
    expect(parsed).toMatchObject({ kind: 'valid', value: { offences: [{ title: 'theft' }] } })
    expect(titles(parsed.values)).toEqual(['theft'])
  })

  it('asks for as many rows as there must be', () => {
    expect(hearing.parse({ court: 'x' }, context)).toMatchObject({
      errors: [
        { field: 'offences-0-title', href: '#offences-0-title' },
        { field: 'offences-0-committedOn', href: '#offences-0-committedOn-day' },
      ],
    })
  })

  it('needs no row at all where none must be', () => {
    const witnesses = defineForm({
      fields: {
        witnesses: groupField({ fields: { name: textField({ missing: 'Enter a name' }) } }),
      },
    })
    expect(witnesses.parse({ 'witnesses-0-name': ' ' }, context)).toMatchObject({
      kind: 'valid',
      value: { witnesses: [] },
    })
    expect(rowCount(witnesses.empty(), 'witnesses')).toBe(1)
  })

  it('points at the wrong input in the row', () => {
    const sent = { court: 'x', ...row(0, 'theft'), ...row(1, 'nothing') }
    expect(hearing.parse({ ...sent, 'offences-1-committedOn-year': '26' }, context)).toMatchObject({
      errors: [{ field: 'offences-1-committedOn', href: '#offences-1-committedOn-year' }],
    })
    expect(hearing.parse(sent, context)).toMatchObject({
      errors: [{ href: '#offences-1-committedOn-day', message: 'That is no offence' }],
    })
  })

  it('adds a row and keeps what was typed, right or wrong, saving nothing', () => {
    const sent = {
      court: '',
      ...row(0, 'theft'),
      'offences-0-committedOn-day': '99',
      'add-offences': '',
    }
    const parsed = hearing.parse(sent, context)
    expect(parsed.kind).toBe('rearranged')
    expect(titles(parsed.values)).toEqual(['theft', ''])
    expect(parsed.values).toMatchObject({ court: '', 'offences-0-committedOn-day': '99' })
    const again = hearing.parse({ ...parsed.values, 'add-offences': '' }, context)
    expect(titles(again.values)).toEqual(['theft', '', ''])
  })

  it('removes the row whose button was pressed', () => {
    const rows = { ...row(0, 'theft'), ...row(1, 'assault'), ...row(2, 'arson') }
    const parsed = hearing.parse({ court: 'x', ...rows, 'remove-offences': '1' }, context)
    expect(parsed.kind).toBe('rearranged')
    expect(titles(parsed.values)).toEqual(['theft', 'arson'])
    const only = hearing.parse({ court: 'x', ...row(0, 'theft'), 'remove-offences': '0' }, context)
    expect(titles(only.values)).toEqual([''])
    const odd = hearing.parse({ court: 'x', ...row(0, 'theft'), 'remove-offences': 'x' }, context)
    expect(titles(odd.values)).toEqual(['theft'])
  })

  it('has a most: no row is added beyond it, and more are refused', () => {
    const rows = { ...row(0, 'a'), ...row(1, 'b'), ...row(2, 'c') }
    const added = hearing.parse({ court: 'x', ...rows, 'add-offences': '' }, context)
    expect(rowCount(added.values, 'offences')).toBe(3)
    expect(hearing.parse({ court: 'x', ...rows, ...row(3, 'd') }, context)).toMatchObject({
      errors: [
        { field: 'offences', href: '#offences-3-title', message: 'Give no more than 3 offences' },
      ],
    })
  })

  it('fills its rows from recorded values', () => {
    const committedOn = Temporal.PlainDate.from('2026-03-01')
    const values = hearing.fill({
      court: 'Youth court',
      offences: [
        { title: 'theft', committedOn, flags: ['home'] },
        { title: 'arson', committedOn, flags: [] },
      ],
    })
    expect(titles(values)).toEqual(['theft', 'arson'])
    expect(values).toMatchObject({
      'offences-0-flags': ['home'],
      'offences-1-committedOn-day': '1',
    })
    expect(hearing.parse(values, context).kind).toBe('valid')
  })

  it('cannot hold another group', () => {
    const inner = groupField({ fields: { name: textField({ optional: true }) } })
    expect(() => groupField({ fields: { inner } })).toThrow('cannot hold another group')
  })
})
