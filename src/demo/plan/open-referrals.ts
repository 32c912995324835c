import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { workingDayUpTo } from '../days.ts'
import type { Random } from '../random.ts'
import type { CasePlan } from './case-plan.ts'
import { panelDaysAround, type PanelDays } from './panel-days.ts'
import { openReferrals, type ReferralState } from './recent-specs.ts'

/** Referrals in hand today, at every stage that a referral passes through. */
export function planOpenReferrals(random: Random, today: PlainDate): CasePlan[] {
  const panels = panelDaysAround(today)
  return openReferrals.flatMap(([count, state]) =>
    Array.from({ length: count }, (_, place) => {
      const key = `${state}-${place}`
      return planReferral(random.fork(key), { key, state, place, today, panels })
    }),
  )
}

interface ReferralParts {
  readonly key: string
  readonly state: ReferralState
  readonly place: number
  readonly today: PlainDate
  readonly panels: PanelDays
}

function planReferral(random: Random, parts: ReferralParts): CasePlan {
  const { key, state, place, today, panels } = parts
  const panelOn = panelOf(state, panels)
  const isExplained = state === 'awaiting-decision' && place < 2
  return {
    key,
    source: 'referral',
    state,
    place,
    receivedOn: workingDayUpTo(addDays(today, -daysSinceReceived(random, state))),
    panelOn,
    explainedOn: isExplained && panelOn !== null ? addDays(panelOn, 1) : null,
    decision: null,
    work: null,
    // Two of the children whom the near panel meets are looked after.
    lookedAfter: state === 'near-panel' ? place < 2 : null,
    visit: visitOf(state, place),
    agreement: state === 'near-panel' || state === 'awaiting-decision' ? 'signed' : 'none',
    sameChildAs: null,
    siblingOf: null,
  }
}

function panelOf(state: ReferralState, panels: PanelDays): PlainDate | null {
  if (state === 'near-panel') return panels.near
  if (state === 'next-panel') return panels.next
  if (state === 'panel-after') return panels.after
  return state === 'awaiting-decision' ? panels.last : null
}

function daysSinceReceived(random: Random, state: ReferralState): number {
  if (state === 'received') return random.whole(0, 3)
  if (state === 'checking') return random.whole(5, 11)
  if (state === 'panel-after') return random.whole(6, 12)
  if (state === 'next-panel') return random.whole(12, 17)
  return state === 'near-panel' ? random.whole(18, 24) : random.whole(26, 34)
}

function visitOf(state: ReferralState, place: number): CasePlan['visit'] {
  if (state === 'received') return 'none'
  if (state === 'checking') return place === 0 ? 'missed' : place < 3 ? 'planned' : 'none'
  if (state === 'panel-after') return 'planned'
  if (state === 'next-panel') return place < 2 ? 'done' : place === 2 ? 'child-only' : 'planned'
  return 'done'
}
