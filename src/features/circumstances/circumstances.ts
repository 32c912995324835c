import { may } from '#domain/access/permissions.ts'
import type { Period } from '#domain/calendar/period.ts'
import { earliest, type PlainDate } from '#domain/calendar/plain-date.ts'
import { londonTime } from '#domain/calendar/time.ts'
import type { AskedSpell } from '#domain/circumstances/question.ts'
import { recordQuestions } from '#domain/circumstances/record-questions.ts'
import { displayName, findChild } from '#records/children.ts'
import { listCircumstances, type Circumstance } from '#records/circumstances.ts'
import { listEventCases, type EventCase } from '#records/event-cases.ts'
import { findPolicy } from '#records/policy.ts'
import { childHead } from '../child-navigation.ts'
import { circumstancesUrl } from './urls.ts'
import { childInUrl, page } from '../page.ts'
import { circumstancesBody } from './circumstances.html.ts'

/** Everything that was and is true of a child, what the record asks about itself, and one axis of time. */
export const circumstancesPage = page({
  permission: 'circumstance.open',
  params: childInUrl,
  load: async ({ scope, user, today }, { params: { childId } }) => {
    const child = await findChild(scope, user, childId)
    const spells = await listCircumstances(scope, childId)
    const standing = spells.filter(({ withdrawnOn }) => withdrawnOn === null)
    const cases = await listEventCases(scope, childId)
    return {
      child,
      spells,
      questions: recordQuestions(standing.map(asked), {
        bornOn: child.bornOn,
        workedWith: cases.map(one => workedWith(one, today)),
        today,
        policy: await findPolicy(scope),
      }),
    }
  },
  view: ({ child, spells, questions }, _shown, context) => ({
    title: `What is true of ${displayName(child)}`,
    identity: childHead(child, context, circumstancesUrl(child.id)),
    body: circumstancesBody({
      childId: child.id,
      spells,
      questions,
      today: context.today,
      mayRecord: may(context.user.role, 'circumstance.record'),
    }),
  }),
})

function asked(spell: Circumstance): AskedSpell {
  return {
    ...spell,
    recordedOn: londonTime(spell.recordedAt).date,
    confirmedOn: spell.confirmed?.on ?? null,
  }
}

function workedWith({ startedOn, endedOn }: EventCase, today: PlainDate): Period {
  return { from: startedOn, to: endedOn === null ? today : earliest(endedOn, today) }
}
