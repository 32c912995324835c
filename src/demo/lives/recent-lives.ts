import { addDays, isAfter, latest } from '#domain/calendar/plain-date.ts'
import type { OutcomeKind } from '#domain/vocabulary/outcomes.ts'
import { places, type Town } from '../place/place.ts'
import type { CasePlan } from '../plan/case-plan.ts'
import { decisions } from '../plan/steps.ts'
import type { Random } from '../random.ts'
import type { DemoStaffMember } from '../service.ts'
import type { Story } from '../words/stories.ts'
import { makeAgreementRequests } from './agreement-requests.ts'
import { makeAroundAssessment } from './around-assessment.ts'
import { makeAssessment } from './assessment.ts'
import type { CaseLife } from './case-life.ts'
import { makeChronologies } from './chronologies.ts'
import { makeContacts } from './contacts.ts'
import { makeDecision } from './decision.ts'
import { makeAlerts } from './alerts.ts'
import { makeEvents } from './events.ts'
import { drawSafeguardingStory, drawStory } from './draw-story.ts'
import { writeSiblings } from './family.ts'
import { makeKnownChild, shareWithSocialWorker, type KnownChild } from './known-child.ts'
import { recordedAt, type Making } from './making.ts'
import { preparePanels, type Panels } from './panels.ts'
import { makePlan } from './plan.ts'
import { makeReferral } from './referral.ts'
import { reviewAssessment } from './review-assessment.ts'
import { makeToolResults } from './tool-results.ts'
import { makeSharing } from './sharing.ts'
import { makeServiceAgreement } from './signatures.ts'
import { fillTodaysDiary } from './todays-diary.ts'
import { fittingWorker } from './second-worker.ts'
import { voiceOf } from './voice.ts'
import { allocateReferral, grantAgreement, makeWork } from './work.ts'

/** The last twelve months, with everything that the service writes about a child. */
export function makeRecentLives(making: Making, random: Random, plans: readonly CasePlan[]): void {
  const panels = preparePanels(making, random.fork('panels'))
  const children = new Map<string, KnownChild>()
  const lives = plans.map((plan, index) => {
    const worker = nextWorker(making, plan, index)
    const life = beginCase(making, random.fork(plan.key), { plan, worker, children, plans })
    makeCase(life, panels)
    return life
  })
  panels.write()
  makeAgreementRequests(random.fork('agreement-requests'), lives)
  fillTodaysDiary(making, random.fork('diary'), lives)
  makeEvents(random.fork('events'), lives)
  makeAlerts(random.fork('alerts'), lives)
  makeChronologies(random.fork('chronologies'), lives)
  makeToolResults(random.fork('tool results'), making)
}

/** Open work and referrals go round the case managers in turn, so that everyone holds about as much. */
function nextWorker(making: Making, plan: CasePlan, index: number): DemoStaffMember {
  const { caseManagers } = making.staff
  const isOpen = plan.state !== 'decided' || plan.work?.endedOn === null
  const turn = isOpen ? making.turns.open++ : index
  const worker = caseManagers[turn % caseManagers.length]
  if (worker === undefined) throw new Error('The demonstration has no case managers')
  return worker
}

interface Beginning {
  readonly plan: CasePlan
  readonly worker: DemoStaffMember
  readonly children: Map<string, KnownChild>
  readonly plans: readonly CasePlan[]
}

function beginCase(making: Making, random: Random, beginning: Beginning): CaseLife {
  const { plan } = beginning
  const known = childOf(making, random, beginning)
  const story = storyOf(random, plan, known)
  const worker = fittingWorker(making.staff, beginning.worker, story)
  const manager = managerOf(making, worker)
  return {
    making,
    random,
    plan,
    known,
    worker,
    manager,
    story,
    variant: random.fork('variant').whole(0, 1),
    voice: voiceOf(random.fork('voice'), known.child, known.parent, worker.givenName),
    referralId: plan.source === 'direct' ? null : random.uuid(),
    interventionId: plan.work === null ? null : random.uuid(),
  }
}

function childOf(making: Making, random: Random, beginning: Beginning): KnownChild {
  const { plan, worker, children, plans } = beginning
  const before = plan.sameChildAs === null ? undefined : children.get(plan.sameChildAs)
  if (before !== undefined) return before
  const sibling = plan.siblingOf === null ? undefined : children.get(plan.siblingOf)
  const siblingOf = sibling?.lives.isLookedAfter === false ? sibling : undefined
  const firstOn = addDays(plan.receivedOn, -13)
  const known = makeKnownChild(making, random.fork('known'), {
    firstOn,
    lastOn: lastDayOf(making, plan, plans),
    lookedAfter: plan.lookedAfter,
    isUnderTen: plan.source === 'safeguarding',
    towns: townsOf(making, worker),
    siblingOf,
    worker,
  })
  if (siblingOf !== undefined) {
    writeSiblings(making, random.fork('siblings'), [known.child, siblingOf.child], plan.receivedOn)
  }
  if (known.lives.isLookedAfter) {
    shareWithSocialWorker(making, random.fork('share'), known, plan.receivedOn)
  }
  children.set(plan.key, known)
  return known
}

/** The last day on which the service meets the child, in this case or in one that follows. */
function lastDayOf(making: Making, plan: CasePlan, plans: readonly CasePlan[]) {
  const comesBack = plans.some(other => other.sameChildAs === plan.key)
  return plan.work?.endedOn != null && !comesBack
    ? latest(plan.work.endedOn, plan.receivedOn)
    : making.today
}

function storyOf(random: Random, plan: CasePlan, known: KnownChild): Story | null {
  if (plan.source === 'safeguarding') return drawSafeguardingStory()
  if (plan.source === 'direct' && plan.work?.kind !== 'court-order') return null
  return drawStory(random.fork('story'), known.child, {
    outcome: outcomeFor(plan),
    livesInHome: known.lives.livesInHome,
    livesWithParent: known.parent.kind !== 'carer',
  })
}

/** The outcome that the story should be fit for; what has not been decided is taken as small. */
function outcomeFor({ decision, work }: CasePlan): OutcomeKind {
  if (work?.kind === 'court-order') return 'referral-order'
  const name = decision?.name
  const isNamed = name !== undefined && name !== 'charge' && name !== 'no-further-action'
  return isNamed ? decisions[name].kind : 'community-resolution'
}

const townsOfTeam: readonly (readonly number[])[] = [[0, 2], [1, 3], [4]]

function townsOf(making: Making, worker: DemoStaffMember): readonly Town[] {
  const team = making.rows.teams.findIndex(({ id }) => id === worker.teamId)
  const towns = places.towns.filter((_, index) => townsOfTeam[team]?.includes(index))
  return towns.length > 0 ? towns : places.towns
}

function managerOf(making: Making, worker: DemoStaffMember): DemoStaffMember {
  const { teamManagers, headOfService } = making.staff
  return teamManagers.find(({ teamId }) => teamId === worker.teamId) ?? headOfService
}

function makeCase(life: CaseLife, panels: Panels): void {
  const offenceId = makeReferral(life)
  allocateReferral(life)
  const assessment = makeAssessment(life)
  const outcomeId =
    life.plan.work?.kind === 'court-order'
      ? makeCourtOutcome(life)
      : makeDecision(life, panels, offenceId)
  makeWork(life, outcomeId)
  makeServiceAgreement(life)
  makePlan(life)
  makeAroundAssessment(life, assessment)
  reviewAssessment(life, assessment)
  makeContacts(life)
  makeSharing(life, life.random.fork('sharing'))
  const { interventionId } = life
  if (life.plan.work?.longerAgreed === true && interventionId !== null) {
    agreeToLonger(life, interventionId)
  }
}

function agreeToLonger(life: CaseLife, interventionId: string): void {
  const { making, plan } = life
  const on = addDays(plan.work?.startedOn ?? making.today, 82)
  if (isAfter(on, making.today)) return
  grantAgreement(life, {
    ruleId: 'OM-6.5-longer',
    subjectId: interventionId,
    on,
    untilOn: addDays(making.today, 25),
    childAgrees: true,
    reasons: 'agreedLonger',
  })
}

/** What a court decided, thinly: the order, its offence and the day. */
function makeCourtOutcome({ making, random, plan, known, story, worker }: CaseLife): string | null {
  if (story === null) return null
  const [id, offenceId] = [random.uuid(), random.uuid()]
  making.rows.offences.push({
    id: offenceId,
    childId: known.child.id,
    referralId: null,
    title: story.title,
    offenceGroup: story.group,
    cjsCode: story.code,
    occurredOn: addDays(plan.receivedOn, -random.whole(4, 12)),
    recordedAt: recordedAt(plan.receivedOn),
  })
  making.rows.outcomes.push({
    id,
    childId: known.child.id,
    kind: 'referral-order',
    localName: null,
    decidedOn: plan.receivedOn,
    court: 'Amberdale Youth Court',
    residence: 'local',
    appeal: 'none',
    recordedAt: recordedAt(plan.receivedOn),
    recordedBy: worker.id,
  })
  making.rows.outcomeOffences.push({ outcomeId: id, offenceId })
  return id
}
