import { describe, expect, it } from 'vitest'
import { parseTimeOfDay } from './time-field.ts'

describe('a time of day', () => {
  it.each([
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9:05', '09:05'],
    ['2.30pm', '14:30'],
    ['2:30 PM', '14:30'],
    ['2:30 p.m.', '14:30'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['12:15am', '00:15'],
    ['12pm', '12:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['midnight', '00:00'],
    ['Midday', '12:00'],
    ['١٤:٣٠', '14:30'],
  ])('is read from %j', (text, time) => {
    expect(parseTimeOfDay(text)).toBe(time)
  })

  it.each([
    '24:00',
    '14:60',
    '14:30pm',
    '0am',
    '13pm',
    '9',
    '14',
    '2:3',
    'soon',
    '14:30:10',
    '12345',
  ])('is refused from %j', text => {
    expect(parseTimeOfDay(text)).toBeUndefined()
  })
})
