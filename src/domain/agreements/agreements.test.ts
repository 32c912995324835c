import { describe, expect, it } from 'vitest'
import { roles, type Role } from '../access/permissions.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { conditionalCautionLengthGuard } from '../out-of-court/conditional-caution-length.ts'
import { planSigned } from '../plans/plan-signed.ts'
import { declaredPolicy, policyOf } from '../rules/policy.ts'
import type { AgreedBy, Exception } from '../rules/rule.ts'
import { whyNotAnswer } from './who-may-agree.ts'
import { whyNotAgree, type AskedAgreement } from './why-not-agree.ts'

const longer = exceptionOf(conditionalCautionLengthGuard)
const waiting = exceptionOf(planSigned)
const mine = { id: 'manager', role: 'team-manager' } as const
const ofOthers = { askedById: 'worker', holderIds: ['worker'], authorId: 'worker' }

function exceptionOf({ exception }: { readonly exception?: Exception }): Exception {
  if (exception === undefined) throw new Error('Nobody may agree to go on without this rule')
  return exception
}

const asked: AskedAgreement = {
  exception: longer,
  by: mine,
  about: { ...ofOthers, nothingLeft: null },
  untilOn: plainDate('2026-07-01'),
  childAgrees: true,
  reason: 'The course runs until July.',
  today: plainDate('2026-03-02'),
  policy: declaredPolicy,
}

const said = (values: Partial<AskedAgreement>) =>
  whyNotAgree({ ...asked, ...values }).map(({ message }) => message)

describe('who may agree', () => {
  const may = (by: AgreedBy) =>
    (Object.keys(roles) as Role[]).filter(
      role => whyNotAnswer({ by }, { id: 'somebody', role }, ofOthers) === null,
    )

  it.each([
    ['worker', ['case-manager', 'team-manager', 'head-of-service']],
    ['manager', ['team-manager', 'head-of-service']],
    ['head of service', ['head-of-service']],
  ] as const)('under a rule that names the %s', (by, allowed) => {
    expect(may(by)).toEqual(allowed)
  })

  it('says whom to ask instead', () => {
    const worker = { id: 'worker', role: 'case-manager' } as const
    expect(whyNotAnswer({ by: 'manager' }, worker, ofOthers)).toBe(
      'A case manager cannot agree to this: ask a manager.',
    )
    expect(whyNotAnswer({ by: 'head of service' }, mine, ofOthers)).toBe(
      'A team manager cannot agree to this: ask the head of service.',
    )
  })

  it.each([
    ['asked for it', { askedById: 'manager' }, 'You asked for this yourself'],
    ['holds the work', { holderIds: ['worker', 'manager'] }, 'You hold this work'],
    ['wrote the plan', { authorId: 'manager' }, 'You wrote this'],
  ])('is nobody who %s', (_name, whose, words) => {
    for (const by of ['manager', 'head of service'] as const) {
      const head = { ...mine, role: 'head-of-service' } as const
      expect(whyNotAnswer({ by }, head, { ...ofOthers, ...whose })).toContain(words)
    }
  })

  it('is the worker themselves where the rule leaves it to them', () => {
    const worker = { id: 'worker', role: 'case-manager' } as const
    expect(whyNotAnswer({ by: 'worker' }, worker, ofOthers)).toBeNull()
  })

  it('is anybody named where nobody asked, holds or wrote it', () => {
    const nobodys = { askedById: null, holderIds: [], authorId: null }
    expect(whyNotAnswer(longer, mine, nobodys)).toBeNull()
  })
})

describe('an agreement', () => {
  it('may be given', () => {
    expect(said({})).toEqual([])
    expect(said({ exception: waiting, childAgrees: null })).toEqual([])
  })

  it.each([
    ['2026-03-01', 'today or in the future'],
    ['2026-03-02', null],
    ['2026-09-02', null],
    ['2026-09-03', 'within 6 months: 2 September 2026'],
  ])('reaches until %s: %s', (day, words) => {
    for (const exception of [longer, waiting]) {
      const messages = said({ exception, untilOn: plainDate(day) })
      if (words === null) expect(messages).toEqual([])
      else expect(messages).toEqual([expect.stringContaining(words)])
    }
  })

  it('reaches as far as the service has settled for its rule', () => {
    const number = { ruleId: 'OM-6.3-ycc-length', parameter: 'longerReach', value: 4 }
    const pack = {
      numbers: [{ ...number, from: plainDate('2026-03-01') }],
      switches: [],
      closedDays: [],
    }
    const policy = policyOf(pack, [conditionalCautionLengthGuard])
    expect(said({ policy, untilOn: plainDate('2026-07-02') })).toEqual([])
    expect(said({ policy, untilOn: plainDate('2026-07-03') })).toEqual([
      expect.stringContaining('within 4 months'),
    ])
  })

  it('wants the child to agree where the rule does, and never otherwise', () => {
    expect(said({ childAgrees: false })).toEqual([
      'The child has to agree too. Talk with them first.',
    ])
    expect(said({ childAgrees: null })).toEqual(['Select whether the child agrees.'])
    expect(said({ exception: waiting, childAgrees: false })).toEqual([])
  })

  it('says everything that is missing, in the order of the page', () => {
    const refusals = whyNotAgree({ ...asked, untilOn: null, childAgrees: null, reason: ' ' })
    expect(refusals.map(({ field }) => field)).toEqual(['untilOn', 'childAgrees', 'reason'])
  })

  it('has no last day where the rule asks for none', () => {
    expect(said({ exception: { ...waiting, untilQuestion: null }, untilOn: null })).toEqual([])
  })

  it('is not given where nothing is left to agree to, or by the wrong person, whatever is typed', () => {
    const nothingLeft = 'Everybody has signed.'
    expect(said({ about: { ...ofOthers, nothingLeft }, reason: '' })).toEqual([nothingLeft])
    const by = { id: 'other', role: 'police-colleague' } as const
    expect(said({ by, reason: '', untilOn: null })).toEqual([
      'A police colleague cannot agree to this: ask a manager.',
    ])
  })
})
