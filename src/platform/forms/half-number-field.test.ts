import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { halfNumberField } from './half-number-field.ts'

const field = halfNumberField({ name: 'Hours', max: 80, optional: true })
const read = (text: string) =>
  field.read({ hours: text }, 'hours', { today: Temporal.PlainDate.from('2026-03-02') })

describe('a number of wholes and halves', () => {
  it.each([
    ['12', 12],
    ['12.5', 12.5],
    ['12½', 12.5],
    ['½', 0.5],
    ['0', 0],
    ['80', 80],
    ['', null],
  ])('reads "%s"', (text, value) => {
    expect(read(text)).toEqual({ kind: 'valid', value })
  })

  it.each([
    ['twelve', 'Hours must be a number like 12 or 12.5'],
    ['12.3', 'Hours must be a number like 12 or 12.5'],
    ['-1', 'Hours must be a number like 12 or 12.5'],
    ['80.5', 'Hours must be 80 or fewer'],
  ])('refuses "%s"', (text, message) => {
    expect(read(text)).toMatchObject({ kind: 'invalid', errors: [{ message }] })
  })
})
