import { excusedBy } from '../rules/agreements.ts'
import { dutyStanding } from '../rules/duty-standing.ts'
import type { DutyRule } from '../rules/rule.ts'
import type { CourtFacts } from './court-facts.ts'

/**
 * OM-7.4-attend: where custody is a strong possibility the author of the report is in court and speaks to it.
 *
 * @source OM section 7.4
 * @interpretation Leave excuses it: the author records it, nobody has to agree. It is in time on the day of the hearing and is not owed
 * where no report was asked for.
 */
export const authorAttends: DutyRule<CourtFacts> = {
  id: 'OM-7.4-attend',
  kind: 'duty',
  owedBy: 'report-author',
  title: 'Be in court for your report and speak to it',
  why: 'Magistrates who hear someone who knows the child can ask what paper cannot answer. A voice keeps children out of custody.',
  citation: { source: 'OM', section: '7.4' },
  parameters: {},
  exception: {
    by: 'worker',
    what: 'The author is on leave on the day of the hearing',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (facts, asOf) =>
    facts.hearings
      .filter(({ isCustodyLikely, report }) => isCustodyLikely && report !== null)
      .map(hearing =>
        dutyStanding(
          {
            subjectId: hearing.id,
            dueOn: hearing.on,
            dueWords: 'on the day of the hearing',
            because: [{ text: 'Custody is a strong possibility at the hearing', on: hearing.on }],
            missing: hearing.report?.authorSpoke === true ? [] : ['the author spoke in court'],
            excuse: excusedBy(facts, 'OM-7.4-attend', hearing.id, asOf),
          },
          asOf,
        ),
      ),
}
