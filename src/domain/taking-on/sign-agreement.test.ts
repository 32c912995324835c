import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { agreementMade, missingFromAgreement, signAgreement } from './sign-agreement.ts'
import type { SignatureAsked } from './sign-agreement.ts'

const today = plainDate('2026-03-04')
const child: SignatureAsked = { signatory: 'child', method: 'typed', name: 'Robin', field: 'child' }
const parent: SignatureAsked = {
  signatory: 'parent-or-carer',
  method: null,
  name: null,
  field: 'parent',
}

const make = (values: Partial<Parameters<typeof agreementMade>[0]> = {}) =>
  agreementMade({
    madeOn: today,
    today,
    work: { endedOn: null },
    signatures: [child, parent],
    ...values,
  })

describe('making a service agreement', () => {
  it('keeps who signs now and leaves out who signs later', () => {
    expect(make()).toEqual({
      kind: 'make',
      signatures: [{ signatory: 'child', method: 'typed', name: 'Robin' }],
    })
  })

  it('is signed by one of the two at least, with a name', () => {
    expect(make({ signatures: [parent] }).kind).toBe('refused')
    expect(make({ signatures: [{ ...child, name: null }] })).toMatchObject({
      problems: [{ field: 'child' }],
    })
  })

  it('is made today at the latest, in work that is open', () => {
    expect(make({ madeOn: plainDate('2026-03-05') }).kind).toBe('refused')
    expect(make({ work: { endedOn: today } }).kind).toBe('refused')
  })
})

describe('signing a service agreement later', () => {
  const agreement = {
    madeOn: plainDate('2026-03-03'),
    signatures: [{ signatory: 'child' as const }],
  }
  const sign = (signatory: 'child' | 'parent-or-carer', day: string) =>
    signAgreement({ agreement, signatory, signedOn: plainDate(day), today }).kind

  it.each([
    ['the day it was made', '2026-03-03', 'sign'],
    ['the day before', '2026-03-02', 'refused'],
    ['today', '2026-03-04', 'sign'],
    ['tomorrow', '2026-03-05', 'refused'],
  ])('on %s (%s): %s', (_name, day, kind) => {
    expect(sign('parent-or-carer', day)).toBe(kind)
  })

  it('happens once for each', () => {
    expect(missingFromAgreement(agreement)).toEqual(['parent-or-carer'])
    expect(sign('child', '2026-03-04')).toBe('refused')
  })
})
