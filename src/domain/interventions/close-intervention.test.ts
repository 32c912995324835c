import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import {
  closeIntervention,
  type ClosingFacts,
  type ContactAtClosing,
} from './close-intervention.ts'
import { feedbackAnswers, type FeedbackAsked } from './feedback-asked.ts'

const contact = (on: string, attendance: ContactAtClosing['attendance']): ContactAtClosing => ({
  id: on,
  kind: 'home-visit',
  on: plainDate(on),
  attendance,
})

function close(values: Partial<ClosingFacts> = {}) {
  return closeIntervention({
    startedOn: plainDate('2026-02-02'),
    closedOn: null,
    endedOn: plainDate('2026-03-02'),
    today: plainDate('2026-03-02'),
    contacts: [],
    lastEventOn: null,
    cancelsPlanned: false,
    ...values,
  })
}

describe('closing work', () => {
  it.each([
    ['the first day', '2026-02-02', 'close'],
    ['the day before it', '2026-02-01', 'refused'],
    ['today', '2026-03-02', 'close'],
    ['tomorrow', '2026-03-03', 'refused'],
  ])('on %s (%s): %s', (_name, day, kind) => {
    expect(close({ endedOn: plainDate(day) }).kind).toBe(kind)
  })

  it.each([
    ['the day itself', '2026-03-01', 'close'],
    ['a later day', '2026-03-02', 'refused'],
  ])('with an event recorded on %s: %s', (_name, on, kind) => {
    const facts = { endedOn: plainDate('2026-03-01'), lastEventOn: plainDate(on) }
    expect(close(facts).kind).toBe(kind)
  })

  it('happens once', () => {
    expect(close({ closedOn: plainDate('2026-02-20') }).kind).toBe('refused')
  })

  it('does not end before the last day on which the child was seen', () => {
    const contacts = [contact('2026-02-20', 'attended'), contact('2026-02-25', 'service-cancelled')]
    expect(close({ contacts, endedOn: plainDate('2026-02-20') }).kind).toBe('close')
    expect(close({ contacts, endedOn: plainDate('2026-02-19') }).kind).toBe('refused')
  })

  it('waits until past contacts are recorded, whatever is cancelled', () => {
    const contacts = [contact('2026-03-01', null)]
    expect(close({ contacts, cancelsPlanned: true })).toEqual({
      kind: 'refused',
      problems: [
        { field: 'endedOn', message: 'Record first what happened on 1 March 2026: home visit' },
      ],
    })
  })

  it('cancels contacts of today and later when the person agrees, and else says no', () => {
    const contacts = [contact('2026-03-02', null), contact('2026-03-09', null)]
    expect(close({ contacts })).toMatchObject({ problems: [{ field: 'cancelPlanned' }] })
    expect(close({ contacts, cancelsPlanned: true })).toEqual({
      kind: 'close',
      cancels: ['2026-03-02', '2026-03-09'],
    })
  })
})

const child: FeedbackAsked = {
  voice: 'child',
  gave: true,
  whatHelped: 'The workshop',
  whatToChange: 'Nothing',
  whyNot: null,
  field: 'child',
}
const parent: FeedbackAsked = {
  voice: 'parent-or-carer',
  gave: false,
  whatHelped: null,
  whatToChange: null,
  whyNot: 'Did not want to.',
  field: 'parent',
}

describe('feedback at the end of work', () => {
  it('keeps what was said, and says who was not heard and why', () => {
    expect(feedbackAnswers([child, parent])).toEqual({
      kind: 'heard',
      given: [{ voice: 'child', whatHelped: 'The workshop', whatToChange: 'Nothing' }],
      missing: ['Parent or carer: no feedback. Did not want to.'],
    })
  })

  it('asks for what helped, what to change, and why there is none', () => {
    const silent = { ...child, whatHelped: null, whatToChange: null }
    const answers = feedbackAnswers([silent, { ...parent, whyNot: null }])
    expect(answers).toMatchObject({
      problems: [{ field: 'childHelped' }, { field: 'childChange' }, { field: 'parentWhyNot' }],
    })
  })
})
