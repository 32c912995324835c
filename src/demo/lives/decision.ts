import { addMonths } from '#domain/calendar/months.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import { decisions } from '../plan/steps.ts'
import { fill } from '../words/fill.ts'
import { casework, general } from '../words/people.ts'
import { toldAs } from '../words/stories.ts'
import type { CaseLife } from './case-life.ts'
import { note, recordedAt } from './making.ts'
import type { Panels } from './panels.ts'

/** Lists the referral for its panel, explains what it means, and writes the joint decision. Returns the outcome's id. */
export function makeDecision(
  life: CaseLife,
  panels: Panels,
  offenceId: string | null,
): string | null {
  const { plan, referralId } = life
  if (referralId === null || plan.panelOn === null) return null
  const panelId = panels.idOn(plan.panelOn)
  list(life, panelId, referralId)
  if (plan.explainedOn !== null) explain(life, referralId)
  if (plan.decision === null) return null
  return decide(life, panelId, offenceId)
}

function list(
  { making, random, plan, known }: CaseLife,
  panelId: string,
  referralId: string,
): void {
  const id = random.uuid()
  const on = addDays(plan.receivedOn, 4)
  const recordedBy = random.pick(making.staff.businessSupport).id
  making.rows.panelListings.push({
    id,
    panelId,
    referralId,
    withdrawnOn: null,
    recordedAt: recordedAt(on, 10),
    recordedBy,
  })
  const audit = { staffId: recordedBy, action: 'referral.listed', childId: known.child.id }
  note(making, on, { ...audit, subjectId: referralId })
}

function explain(life: CaseLife, referralId: string): void {
  const { making, random, plan, known, worker, voice } = life
  if (plan.explainedOn === null) return
  const id = random.uuid()
  making.rows.explanations.push({
    id,
    referralId,
    explainedOn: plan.explainedOn,
    explainedBy: worker.id,
    how: fill(random.pick(general.how), voice),
    childUnderstood: true,
    childWords: random.pick(general.childUnderstood),
    parentName: known.parent.name,
    parentUnderstood: true,
    recordedAt: recordedAt(plan.explainedOn, 12),
  })
  const audit = { staffId: worker.id, action: 'explanation.recorded', childId: known.child.id }
  note(making, plan.explainedOn, { ...audit, subjectId: id })
}

function decide(life: CaseLife, panelId: string, offenceId: string | null): string {
  const { making, random, plan, known, manager, referralId, voice } = life
  const { decision } = plan
  if (decision === null) throw new Error(`${plan.key} has no decision`)
  const { name, decidedOn, residence } = decision
  const isNamed = name !== 'no-further-action' && name !== 'charge'
  const { kind, localName } = isNamed ? decisions[name] : { kind: name, localName: null }
  const id = random.uuid()
  making.rows.outcomes.push({
    id,
    childId: known.child.id,
    referralId,
    panelId,
    kind,
    localName,
    decidedOn,
    decidedByService: manager.id,
    decidedByPolice: random.pick(making.staff.police).id,
    court: null,
    rationale: fill(rationale(life), voice),
    ...weighed(life),
    conditionsEndOn:
      kind === 'youth-conditional-caution'
        ? addDays(addMonths(decidedOn, 3), -random.whole(0, 8))
        : null,
    residence,
    appeal: 'none',
    recordedAt: recordedAt(decidedOn, 15),
    recordedBy: manager.id,
  })
  if (offenceId !== null) making.rows.outcomeOffences.push({ outcomeId: id, offenceId })
  const audit = { staffId: manager.id, action: 'decision.recorded', childId: known.child.id }
  note(making, decidedOn, { ...audit, subjectId: id })
  return id
}

function rationale({ plan, random, story }: CaseLife): string {
  if (plan.decision?.name === 'no-further-action') return random.pick(casework.nfaReasons)
  if (plan.decision?.name === 'charge') return random.pick(casework.chargeReasons)
  return story === null ? '' : random.pick(story.why)
}

function weighed({ random, known, story, voice, variant }: CaseLife) {
  return {
    weighedDiversity: fill(known.lives.need.diversity, voice),
    weighedSafety: fill(random.pick(general.safety), voice),
    weighedWellbeing: fill(known.lives.education.wellbeing, voice),
    weighedRisk: story === null ? null : fill(toldAs(story.danger, variant), voice),
  }
}
