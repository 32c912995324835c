import { isBefore, latest, plainDate, type PlainDate } from '../calendar/plain-date.ts'
import type { TimeLimit } from '../rules/deadline.ts'
import type { StandardRule } from '../rules/rule.ts'
import type { GovernanceFacts, StaffFact, SupervisionFact } from './governance-facts.ts'
import { recurring, roundsOf } from './recurring.ts'

const everyMonths: TimeLimit = {
  name: 'Time between supervisions',
  unit: 'months',
  values: [{ from: plainDate('2017-01-01'), value: 1 }],
  least: 1,
  most: 3,
}

/**
 * OM-18-supervision: everybody who works for the service is supervised every month.
 *
 * @source OM section 18
 * @interpretation A supervision counts when the agreement was signed by then, when cases were talked about along the grid (if there were any),
 * and when what was decided is in the children's files and the rest in the staff file. Managers are supervised too.
 */
export const supervision: StandardRule<Pick<GovernanceFacts, 'since' | 'staff' | 'supervisions'>> =
  {
    id: 'OM-18-supervision',
    kind: 'standard',
    title: 'Supervision every month for everybody, with a signed agreement and the grid',
    why: 'Nobody can carry what children have lived through alone. People who are listened to can listen.',
    citation: { source: 'OM', section: '18' },
    parameters: { everyMonths },
    waitsFor: 'governance',
    decide: ({ since, staff, supervisions }, asOf, policy) =>
      staff.map(person => {
        const own = supervisions.filter(({ staffId }) => staffId === person.id)
        const whole = own.filter(one => gapsOf(person, one).length === 0)
        return recurring(
          {
            subjectId: person.id,
            since: latest(since, person.startedOn),
            doneOn: whole.map(({ on }) => on),
            what: 'supervision',
            missing: missingOf(person, own, asOf),
          },
          roundsOf(everyMonths, { asOf, policy }),
          asOf,
        )
      }),
  }

function missingOf(person: StaffFact, own: readonly SupervisionFact[], asOf: PlainDate): string[] {
  const latestOne = own.at(-1)
  const firstOfMonth = asOf.with({ day: 1 })
  if (latestOne === undefined || isBefore(latestOne.on, firstOfMonth)) return ['supervised']
  return gapsOf(person, latestOne)
}

function gapsOf({ supervisionAgreementOn: signedOn }: StaffFact, one: SupervisionFact): string[] {
  const isSigned = signedOn !== null && !isBefore(one.on, signedOn)
  return [
    ...(isSigned ? [] : ['supervision agreement signed']),
    ...(one.talkedAboutCases && !one.usedGrid ? ['cases talked about along the grid'] : []),
    ...(one.decisionsInChildFiles ? [] : ["decisions in the children's files"]),
    ...(one.restInStaffFile ? [] : ['the rest in the staff file']),
  ]
}
