import { describe, expect, it } from 'vitest'
import { identifierKey, identifierName } from './identifiers.ts'

describe('identifiers', () => {
  it.each([
    '2012/0000123A',
    '12/123A',
    '12/0000123a',
    ' 2012 / 123 a',
    '20120000123A',
    '120000123A',
  ])('reads the PNC identifier %j in full', value => {
    expect(identifierKey({ kind: 'pnc', value })).toBe('pnc:20120000123A')
  })

  it('leaves case, spaces and punctuation out of others', () => {
    expect(identifierKey({ kind: 'nhs', value: '943-476 5919' })).toBe('nhs:9434765919')
    expect(identifierKey({ kind: 'upn', value: 'a12 3' })).toBe('upn:A123')
  })

  it('are called what people call them', () => {
    expect(identifierName('pnc')).toBe('PNC identifier')
    expect(identifierName('local-reference')).toBe('local reference')
  })
})
