import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hiddenField } from './hidden-field.ts'
import { longTextField } from './long-text-field.ts'
import { textField } from './text-field.ts'

const context = { today: Temporal.PlainDate.from('2026-03-03') }
const name = textField({ name: 'Given name', missing: 'Enter a given name', maxLength: 30 })
const note = longTextField({ name: 'The note', missing: 'Write a note' })
const read = (field: typeof name, text: unknown) =>
  field.read(field.typed({ answer: text }, 'answer'), 'answer', context)
const kept = (text: string) => ({ kind: 'valid', value: text })
const refused = (message: string) => ({
  kind: 'invalid',
  errors: [{ field: 'answer', href: '#answer', message }],
})

describe('a line of text', () => {
  it.each([
    ["O'Neill-Ó Súilleabháin"],
    ['<b>Amy</b> & "co"'],
    ['محمد علي'],
    ['👩‍👩‍👧 Amy 🎉'],
    ['two  spaces\tand a tab'],
    ["'; drop table child; --"],
    ['0'],
  ])('keeps %j as typed', text => {
    expect(read(name, text)).toEqual(kept(text))
  })

  it('trims its ends and composes accents', () => {
    expect(read(name, '  Siâ\u0302n '.replace('â', 'a'))).toEqual(kept('Siân'))
  })

  it.each(['', '   ', '\u00a0', '\u200b\u200d', undefined, 7, { a: 'b' }, [], [7]])(
    'asks for it when %j is sent',
    text => {
      expect(read(name, text)).toEqual(refused('Enter a given name'))
    },
  )

  it.each(['A\u0000b', 'A\u0007b', 'A\u007fb', 'A\u0085b', 'A\ud800b', 'A\rb'])(
    'refuses %j in plain words',
    text => {
      expect(read(name, text)).toEqual(
        refused('Given name must not contain characters that cannot be shown. Type it in again'),
      )
    },
  )

  it('refuses line breaks', () => {
    expect(read(name, 'Amy\r\nCole')).toEqual(refused('Given name must be on one line'))
  })

  it('counts characters, not bytes or halves of an emoji', () => {
    expect(read(name, '🎉'.repeat(30))).toEqual(kept('🎉'.repeat(30)))
    expect(read(name, 'é'.repeat(31))).toEqual(
      refused('Given name must be 30 characters or fewer. It is 1 character too long'),
    )
    expect(read(textField({ missing: 'x', maxLength: 2, tooLong: 'Shorter' }), 'abc')).toEqual(
      refused('Shorter'),
    )
  })

  it('refuses two answers where one was asked for, and shows both again', () => {
    expect(read(name, ['Amy', 'Eve'])).toEqual(refused('Give one answer only'))
    expect(name.typed({ answer: ['Amy', 'Eve'] }, 'answer')).toEqual({ answer: ['Amy', 'Eve'] })
  })

  it('holds to a further rule with its own message', () => {
    const email = textField({ missing: 'x', matches: z.email('Enter an email address') })
    expect(read(email, ' amy@example.org ')).toEqual(kept('amy@example.org'))
    expect(read(email, 'amy')).toEqual(refused('Enter an email address'))
  })

  it('is null when it may be left blank and is', () => {
    const optional = textField({ optional: true })
    expect(optional.read({ answer: ' ' }, 'answer', context)).toEqual({
      kind: 'valid',
      value: null,
    })
    expect(optional.show(null, 'answer')).toEqual({ answer: '' })
  })
})

describe('a long text', () => {
  it('keeps its lines, with one kind of line end', () => {
    expect(read(note, '\r\nfirst\r\n\r\n  second\n')).toEqual(kept('first\n\n  second'))
  })

  it('takes 20,000 characters and says by how many more are too long', () => {
    expect(read(note, 'a'.repeat(20_000))).toEqual(kept('a'.repeat(20_000)))
    expect(read(note, 'a'.repeat(21_234))).toEqual(
      refused('The note must be 20,000 characters or fewer. It is 1,234 characters too long'),
    )
  })
})

describe('a hidden value', () => {
  it('blames the page when it is wrong', () => {
    const id = hiddenField({ matches: z.uuid() })
    const uuid = 'c0ffee00-0000-4000-8000-000000000001'
    const message = 'This page has gone wrong. Go back, open it again and retry'
    expect(read(id, uuid)).toEqual(kept(uuid))
    expect(read(id, 'nonsense')).toEqual(refused(message))
    expect(read(id, '')).toEqual(refused(message))
    expect(hiddenField({ optional: true }).read({ answer: '' }, 'answer', context)).toEqual({
      kind: 'valid',
      value: null,
    })
  })
})
