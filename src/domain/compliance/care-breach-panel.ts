import { panelMembers, type BreachStep, type PanelMember } from '../court/court-facts.ts'
import { guardAnswer, unlessAgreed } from '../rules/guard-answer.ts'
import type { GuardRule } from '../rules/rule.ts'

/**
 * OM-11.3-care-breach: a panel agrees before a child looked after is breached, or a child whom another service supervises for us.
 *
 * @source OM section 11.3, section 12.2
 * @interpretation Each of the three seats is taken by somebody else than the person who asks for the breach, and no member of staff takes
 * two. The head of service may agree where no panel has met; a panel that met and did not agree stands.
 */
export const careBreachPanel: GuardRule<BreachStep> = {
  id: 'OM-11.3-care-breach',
  kind: 'guard',
  title: 'A panel of three agrees before a child looked after is breached',
  why: 'Children looked after are breached far more often than others. Three people ask first what a parent would ask.',
  citation: { source: 'OM', section: '11.3' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'Begin breach where no panel can be called',
    untilQuestion: null,
    childAgrees: false,
  },
  waitsFor: 'court',
  decide: (breach, asOf) => {
    if (!breach.isLookedAfter && !breach.isSupervisedElsewhere) return { kind: 'not-applicable' }
    const { panel } = breach
    if (panel === null) {
      const missing = ['Call a panel: a manager, a peer worker and somebody independent.']
      return unlessAgreed(careBreachPanel, breach, { missing, asOf })
    }
    if (!panel.agrees) {
      return guardAnswer(
        ['The panel did not agree to breach: find another way with the child.'],
        [],
      )
    }
    const missing = emptySeats(breach, panel.members).map(
      seat => `The panel still needs ${panelMembers[seat]}.`,
    )
    return guardAnswer(missing, [{ text: 'A panel of three agreed', on: panel.on }])
  },
}

type Members = NonNullable<BreachStep['panel']>['members']

function emptySeats({ takenById }: BreachStep, members: Members): PanelMember[] {
  return (Object.keys(panelMembers) as PanelMember[]).filter(
    seat =>
      !members.some(
        member =>
          member.as === seat &&
          (member.staffId === null
            ? seat === 'independent'
            : member.staffId !== takenById && sitsOnce(member.staffId, members)),
      ),
  )
}

function sitsOnce(staffId: string, members: Members): boolean {
  return members.filter(member => member.staffId === staffId).length === 1
}
