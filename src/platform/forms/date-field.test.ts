import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dateField } from './date-field.ts'

const context = { today: Temporal.PlainDate.from('2026-03-03') }
const bornOn = dateField({ name: 'Date of birth', missing: 'Enter a date of birth' })

function read(day: unknown, month: unknown, year: unknown, field = bornOn) {
  const body = { 'bornOn-day': day, 'bornOn-month': month, 'bornOn-year': year }
  const reading = field.read(field.typed(body, 'bornOn'), 'bornOn', context)
  if (reading.kind === 'valid') return reading.value.toString()
  return reading.errors.map(({ href, message, parts }) => [href, message, parts])
}

const all = ['day', 'month', 'year']
const notReal = 'Date of birth must be a real date'

describe('a date', () => {
  it.each([
    ['3', '3', '2026', '2026-03-03'],
    [' 03 ', '03', '2026', '2026-03-03'],
    ['29', '2', '2024', '2024-02-29'],
    ['3', 'march', '2026', '2026-03-03'],
    ['3', 'Mar', '2026', '2026-03-03'],
    ['3', 'Sept.', '2026', '2026-09-03'],
    ['٣', '٣', '٢٠٢٦', '2026-03-03'],
    ['３', '3', '2026', '2026-03-03'],
    ['3', '3', '1900', '1900-03-03'],
  ])('is read from %j %j %j', (day, month, year, date) => {
    expect(read(day, month, year)).toBe(date)
  })

  it.each([
    [['', '', ''], '#bornOn-day', 'Enter a date of birth', all],
    [[' ', undefined, ''], '#bornOn-day', 'Enter a date of birth', all],
    [['3', '', '2026'], '#bornOn-month', 'Date of birth must include a month', ['month']],
    [['3', '3', ''], '#bornOn-year', 'Date of birth must include a year', ['year']],
    [
      ['', '', '2026'],
      '#bornOn-day',
      'Date of birth must include a day and month',
      ['day', 'month'],
    ],
    [
      ['3', '', ''],
      '#bornOn-month',
      'Date of birth must include a month and year',
      ['month', 'year'],
    ],
    [['29', '2', '2023'], '#bornOn-day', notReal, all],
    [['31', '4', '2026'], '#bornOn-day', notReal, all],
    [['32', '4', '2026'], '#bornOn-day', notReal, ['day']],
    [['0', '4', '2026'], '#bornOn-day', notReal, ['day']],
    [['3', '13', '2026'], '#bornOn-month', notReal, ['month']],
    [['3', 'ma', '2026'], '#bornOn-month', notReal, ['month']],
    [['x', '3', 'y'], '#bornOn-day', notReal, ['day', 'year']],
    [['1.5', '-3', '2026'], '#bornOn-day', notReal, ['day', 'month']],
    [['3', '3', '26'], '#bornOn-year', 'Year must include 4 numbers', ['year']],
    [['3', '3', '20266'], '#bornOn-year', 'Year must include 4 numbers', ['year']],
    [['3', '3', '0026'], '#bornOn-year', 'Year must be between 1900 and 2199', ['year']],
    [[['3', '4'], '3', '2026'], '#bornOn-day', 'Give one answer only', all],
  ])('is refused from %j', ([day, month, year], href, message, parts) => {
    expect(read(day, month, year)).toEqual([[href, message, parts]])
  })

  it.each([
    ['in the past', [true, false, false]],
    ['today or in the past', [true, true, false]],
    ['in the future', [false, false, true]],
    ['today or in the future', [false, true, true]],
  ] as const)('that must be %s allows yesterday, today, tomorrow: %j', (mustBe, allowed) => {
    const field = dateField({ name: 'The visit', missing: 'x', mustBe })
    const refused = [['#bornOn-day', `The visit must be ${mustBe}`, all]]
    const answers = ['2', '3', '4'].map(day => read(day, '3', '2026', field))
    const expected = allowed.map((ok, index) => (ok ? `2026-03-0${index + 2}` : refused))
    expect(answers).toEqual(expected)
  })

  it('may be left blank when it is optional, but not in part', () => {
    const optional = dateField({ name: 'Date seen', optional: true })
    expect(optional.read(optional.typed({}, 'seen'), 'seen', context)).toEqual({
      kind: 'valid',
      value: null,
    })
    const half = optional.read({ 'seen-day': '3' }, 'seen', context)
    expect(half).toMatchObject({ errors: [{ message: 'Date seen must include a month and year' }] })
  })

  it('is shown in its three inputs', () => {
    expect(bornOn.show(context.today, 'bornOn')).toEqual({
      'bornOn-day': '3',
      'bornOn-month': '3',
      'bornOn-year': '2026',
    })
  })
})
