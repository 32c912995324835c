import { isAfter, plainDate } from '../calendar/plain-date.ts'
import { deadline, type TimeLimit } from '../rules/deadline.ts'
import type { Asked } from '../rules/policy.ts'
import type { DutyDecision, DutyRule } from '../rules/rule.ts'
import type { MappaFacts, SentenceFact } from './mappa-facts.ts'

const automatic = 'The referral is automatic: the law brings these children under the arrangements.'

/**
 * OM-5.5-mappa-1: a child who has to register after a sexual offence is referred to youth MAPPA.
 *
 * @source OM section 5.5, category 1
 */
export const mappaCategory1 = automaticReferral(
  {
    id: 'OM-5.5-mappa-1',
    title: 'Refer to youth MAPPA: the child is on the sexual offences register',
    why: 'Police, social care and we plan together how everybody stays safe, the child too. The law wants it for every child on the register.',
  },
  ({ requiresRegistration }) => requiresRegistration,
)

/**
 * OM-5.5-mappa-2: a child with custody of twelve months or more for a violent or sexual offence is referred to youth MAPPA.
 *
 * @source OM section 5.5, category 2
 * @interpretation A child who comes under category 1 for the same sentence is referred once, as category 1. The twelve months are the
 * law's own and no number that a service may change.
 */
export const mappaCategory2 = automaticReferral(
  {
    id: 'OM-5.5-mappa-2',
    title: 'Refer to youth MAPPA: a year or more in custody for violence or a sexual offence',
    why: 'Coming home after a long time away goes well when everybody has planned it together, for the child and for the people around.',
  },
  ({ requiresRegistration, offence, custodyMonths }) =>
    !requiresRegistration && offence !== 'other' && custodyMonths >= 12,
)

function automaticReferral(
  head: Pick<DutyRule<MappaFacts>, 'id' | 'title' | 'why'>,
  comesUnder: (sentence: SentenceFact) => boolean,
): DutyRule<MappaFacts> {
  const referWithin: TimeLimit = {
    name: 'Time to refer to youth MAPPA',
    unit: 'working days',
    values: [{ from: plainDate('2017-01-01'), value: 3 }],
    least: 1,
    most: 5,
  }
  return {
    ...head,
    kind: 'duty',
    owedBy: 'case-manager',
    citation: { source: 'OM', section: '5.5' },
    parameters: { referWithin },
    alwaysOn: automatic,
    waitsFor: 'court',
    decide: (facts, asOf, policy) =>
      facts.sentences.filter(comesUnder).map(sentence => ({
        subjectId: sentence.id,
        ...decideReferral(facts, { sentence, referWithin }, { asOf, policy }),
      })),
  }
}

/** Referred in time, and then answered: whether youth MAPPA takes part is theirs to say, so no day is set for it. */
function decideReferral(
  { referrals }: MappaFacts,
  { sentence, referWithin }: { readonly sentence: SentenceFact; readonly referWithin: TimeLimit },
  asked: Asked,
): Omit<DutyDecision, 'subjectId'> {
  const { dueOn, limit } = deadline(referWithin, sentence.on, asked)
  const dueWords = `${limit} after the sentence`
  const sentenced = { text: 'The court passed sentence', on: sentence.on }
  const referral = referrals.find(({ sentenceId }) => sentenceId === sentence.id)
  if (referral === undefined) {
    const state = isAfter(asked.asOf, dueOn) ? 'overdue' : 'open'
    return { state, dueOn, dueWords, because: [sentenced, { text: 'Not referred yet' }] }
  }
  const because = [sentenced, { text: 'Referred', on: referral.on }]
  if (referral.answeredOn === null) {
    return { state: 'open', dueOn: null, dueWords: 'once youth MAPPA has answered', because }
  }
  const answered = { text: 'Youth MAPPA answered', on: referral.answeredOn }
  return { state: 'met', dueOn, dueWords, because: [...because, answered] }
}
