import { isAfter, isOnOrBefore, type PlainDate } from '../calendar/plain-date.ts'
import type { PromptRule } from '../rules/rule.ts'

/** What the advice about an offence in a children's home reads. */
export interface HomeOffenceFacts {
  readonly offenceDays: readonly PlainDate[]
  readonly homes: readonly {
    readonly value: string
    readonly detail: string | null
    readonly startedOn: PlainDate
    /** The day from which the child lives elsewhere; null: still there. */
    readonly endedOn: PlainDate | null
  }[]
}

const childrensHome = /\b(children['’]?s home|residential home)\b/iu

/**
 * DP-home-offence: what happened in a children's home is looked at with the ten-point checklist before anybody makes it a police matter.
 *
 * @source DP "children in care"
 * @interpretation The record does not say where an offence happened. It may have been in a children's home when the child lived in one on
 * that day, which the kind of home, its name or its note says.
 */
export const homeOffencePrompt: PromptRule<HomeOffenceFacts> = {
  id: 'DP-home-offence',
  kind: 'prompt',
  title: 'An offence in a children’s home: the ten-point checklist comes before the panel',
  why: 'A parent does not ring the police about a broken plate. A child in a home should not have a record for what others are told off for.',
  citation: { source: 'DP', section: 'children in care' },
  parameters: {},
  advise: ({ offenceDays, homes }) => {
    const inHome = offenceDays.some(day =>
      homes.some(
        home =>
          childrensHome.test(`${home.value} ${home.detail ?? ''}`) &&
          isOnOrBefore(home.startedOn, day) &&
          (home.endedOn === null || isAfter(home.endedOn, day)),
      ),
    )
    if (!inHome) return null
    return 'This child lived in a children’s home on the day. If it happened there, ask the home and the police for the ten-point checklist and have it with you: would a parent have called the police?'
  },
}
