import { isAfter } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { agreementByAnother } from '../rules/agreements.ts'
import type { GuardDecision, GuardRule, Reason } from '../rules/rule.ts'
import { outcomeKinds } from '../vocabulary/outcomes.ts'
import { judgementKinds, panelAgencies } from '../vocabulary/work.ts'
import type { CheckKind, JudgementKind, PanelAgency } from '../vocabulary/work.ts'
import type { DecisionFacts } from './decision-facts.ts'

type Guard = GuardRule<DecisionFacts>

/**
 * OM-6.1-panel: the right people decide, knowing what they need to know.
 *
 * @source OM section 6.1
 * @interpretation The victim's views count as sought when the check is recorded with any result, or when the police say that no victim
 * is known.
 */
export const panelGuard: Guard = {
  id: 'OM-6.1-panel',
  kind: 'guard',
  title: 'A panel of four agencies decides, with the checks and the assessment in front of it',
  why: 'No one agency sees the whole child. The panel brings together what each knows before anything is decided.',
  citation: { source: 'OM', section: '6.1' },
  parameters: {},
  decide: facts =>
    answer(
      panelGaps(facts).map(gap => gap.message),
      since('The panel met', facts.panel?.heldOn),
    ),
}

/** Something that the record does not hold yet, and which part of the record it belongs to. */
export interface Gap {
  readonly about: 'listing' | 'attendance' | 'checks' | 'assessment'
  readonly message: string
}

/** What the panel still needs, in the order in which it is put right. */
export function panelGaps(facts: DecisionFacts): Gap[] {
  return [...checkGaps(facts), ...assessmentGaps(facts), ...sittingGaps(facts)]
}

function sittingGaps(facts: DecisionFacts): Gap[] {
  const { panel } = facts
  if (panel === null) {
    return [{ about: 'listing', message: 'List the referral for a youth justice panel.' }]
  }
  if (isAfter(panel.heldOn, facts.decidedOn)) {
    const message = 'The panel has not met yet: decide on or after its day.'
    return [{ about: 'listing', message }]
  }
  const silent = (Object.keys(panelAgencies) as PanelAgency[]).filter(agency => {
    const seat = panel.attendances.find(attendance => attendance.agency === agency)
    return seat === undefined || (!seat.attended && (seat.reason ?? '').trim() === '')
  })
  return silent.map(agency => ({
    about: 'attendance',
    message: `Record that ${midSentence(panelAgencies[agency])} came to the panel, or why they could not.`,
  }))
}

function checkGaps(facts: DecisionFacts): Gap[] {
  const gaps: Gap[] = []
  const recorded = (kind: CheckKind) => facts.checks.findLast(check => check.kind === kind)
  if (recorded('childrens-social-care')?.result !== 'done') {
    gaps.push({ about: 'checks', message: "Record the check with children's social care." })
  }
  if (facts.victimKnown !== false && recorded('victim-views') === undefined) {
    const message = "Record that the victim's views were sought, or why that does not apply."
    gaps.push({ about: 'checks', message })
  }
  return gaps
}

function assessmentGaps(facts: DecisionFacts): Gap[] {
  const completedOn = facts.assessment?.completedOn ?? null
  if (completedOn === null) {
    return [{ about: 'assessment', message: 'Complete the assessment before the panel.' }]
  }
  if (facts.panel === null || !isAfter(completedOn, facts.panel.heldOn)) return []
  const message =
    'The assessment was completed after the panel. List the referral for a later panel.'
  return [{ about: 'listing', message }]
}

const joint = 'HMIP-3.4-joint'

/**
 * HMIP-3.4-joint: the service and the police decide together, both named, with a rationale.
 *
 * @source HMIP standard 3.4
 * @interpretation Where the two do not agree nobody is outvoted: the head of service settles it with a police inspector, and records that
 * as an agreement about the referral. It stands in the place of the name that is missing; why, and what was weighed, is written all the
 * same. Whoever settles it is not also named as deciding for the service.
 */
export const jointDecisionGuard: Guard = {
  id: joint,
  kind: 'guard',
  title: 'The service and the police decide together, both named, with their reasons',
  why: 'A shared decision that says why protects the child from chance and lets anyone see how it was reached.',
  citation: { source: 'HMIP', section: '3.4' },
  parameters: {},
  exception: {
    by: 'head of service',
    what: 'A decision on which the service and the police did not agree, settled with a police inspector',
    untilQuestion: null,
    childAgrees: false,
  },
  decide: facts => {
    const unnamed = missingDeciders(facts)
    const unwritten = missingReasons(facts)
    if (unnamed.length === 0) {
      return answer(unwritten, [{ text: 'Decided together', on: facts.decidedOn }])
    }
    const settled = agreementByAnother(
      facts.agreements,
      { ruleId: joint, subjectId: facts.referralId },
      { on: facts.decidedOn, byId: facts.decidedByService?.id ?? null },
    )
    if (settled !== undefined) {
      const text = `${settled.grantedBy} settled it: ${settled.reason}`
      return answer(unwritten, [{ text, on: settled.grantedOn }])
    }
    return {
      kind: 'blocked',
      missing: [...unnamed, ...unwritten],
      mayAgree: 'head of service',
    }
  },
}

function missingDeciders({ decidedByService, decidedByPolice }: DecisionFacts): string[] {
  const missing: string[] = []
  if (decidedByService?.agency !== 'youth-justice-service') {
    missing.push('Name who decided for the youth justice service.')
  }
  if (decidedByPolice?.agency !== 'police') missing.push('Name who decided for the police.')
  return missing
}

function missingReasons({ rationale, weighed }: DecisionFacts): string[] {
  const missing = rationale.trim() === '' ? ['Say why this was decided.'] : []
  for (const [subject, text] of Object.entries(weighed)) {
    if (text.trim() === '') missing.push(`Say how ${weighedWords[subject] ?? subject} was weighed.`)
  }
  return missing
}

const weighedWords: Record<string, string> = {
  diversity: 'who the child is (diversity)',
  safety: "the child's safety",
  wellbeing: "the child's well-being",
  risk: 'risk to others',
}

/**
 * HMIP-3.4-implications: child and parent or carer knew what accepting means before they accepted.
 *
 * @source HMIP standard 3.4
 * @interpretation Nothing is accepted where the decision is no further action or a charge, so it does not apply there.
 */
export const implicationsGuard: Guard = {
  id: 'HMIP-3.4-implications',
  kind: 'guard',
  title: 'Child and parent or carer were told what accepting means, in a way they understood',
  why: 'An outcome can follow a child for years. Nobody can agree to what they were not told.',
  citation: { source: 'HMIP', section: '3.4' },
  parameters: {},
  decide: facts => {
    if (outcomeKinds[facts.decision].tier === 'none') return { kind: 'not-applicable' }
    const explanation = facts.explanation
    if (explanation === null) {
      const message =
        'Record that what it means was explained to the child and to a parent or carer.'
      return answer([message], [])
    }
    const missing: string[] = []
    if (isAfter(explanation.on, facts.decidedOn))
      missing.push('It was explained after the decision: explain first.')
    if (!explanation.childUnderstood)
      missing.push('The child did not understand yet: explain it another way.')
    if (!explanation.parentUnderstood) {
      missing.push('The parent or carer did not understand yet: explain it another way.')
    }
    return answer(missing, since('It was explained and understood', explanation.on))
  },
}

/**
 * OM-6.2-eha: the shorter Early Help style assessment with its risk and safety section is what is used.
 *
 * @source OM section 6.2
 */
export const shortAssessmentGuard: Guard = {
  id: 'OM-6.2-eha',
  kind: 'guard',
  title: 'The short assessment is used, with its safety and risk section complete',
  why: 'A child outside court should not sit through a court assessment. The short one has all that keeps people safe.',
  citation: { source: 'OM', section: '6.2' },
  parameters: {},
  decide: facts => {
    const applies =
      outcomeKinds[facts.decision].tier === 'diversion' ||
      facts.decision === 'youth-conditional-caution'
    if (!applies) return { kind: 'not-applicable' }
    if (facts.assessment === null) return answer(['Write the short assessment.'], [])
    if (facts.assessment.form !== 'short')
      return answer(['Use the short assessment for this decision.'], [])
    const judged = new Set<JudgementKind>(facts.assessment.judged)
    const open = (Object.keys(judgementKinds) as JudgementKind[]).filter(kind => !judged.has(kind))
    return answer(
      open.map(kind => `Answer in the assessment: ${judgementKinds[kind]}`),
      since('The short assessment was completed', facts.assessment.completedOn),
    )
  },
}

/** Nobody may agree to go on without any of these. */
function answer(missing: readonly string[], because: readonly Reason[]): GuardDecision {
  return missing.length === 0
    ? { kind: 'allowed', because }
    : { kind: 'blocked', missing, mayAgree: null }
}

function since(text: string, on: PlainDate | null | undefined): Reason[] {
  return on == null ? [] : [{ text, on }]
}

function midSentence(agency: string): string {
  const name = `${agency.charAt(0).toLowerCase()}${agency.slice(1)}`
  return name.startsWith('children') ? name : `the ${name}`
}
