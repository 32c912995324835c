import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addMonths } from '#domain/calendar/months.ts'
import { addDays, isAfter } from '#domain/calendar/plain-date.ts'
import { isCourtOutcome } from '#domain/vocabulary/outcomes.ts'
import { daysOfEpisodes, type ChildPlan, type Episode } from '../plan/child-plan.ts'
import type { Random } from '../random.ts'
import type { DemoStaffMember } from '../service.ts'
import { fill, type Voice } from '../words/fill.ts'
import { toldAs, type Story } from '../words/stories.ts'
import { drawStory } from './draw-story.ts'
import { drawCircumstances, writeCircumstances, type Circumstances } from './circumstances.ts'
import { drawParent, writeFamily } from './family.ts'
import { makeChild, type DemoChild } from './make-child.ts'
import { recordedAt, type Making } from './making.ts'
import { writeAllocation } from './second-worker.ts'
import { voiceOf } from './voice.ts'

/** What the service keeps of work long closed: who the child was, what was decided, what was done and how it ended. */
export function makeThinLife(making: Making, random: Random, plan: ChildPlan): DemoChild {
  const days = daysOfEpisodes(plan.episodes)
  const [firstOn, lastOn] = [days[0], days.at(-1)]
  if (firstOn === undefined || lastOn === undefined) throw new Error(`${plan.key} has no days`)
  const child = makeChild(making, random.fork('child'), { firstOn, lastOn })
  const worker = random.pick(making.staff.caseManagers)
  const isRecent = isAfter(lastOn, addMonths(making.today, -24))
  const lives = drawCircumstances(random, child, firstOn, isRecent ? null : false)
  const { isLookedAfter, livesInHome } = lives
  const parent = drawParent(random, child.familyName, isLookedAfter, livesInHome)
  const voice = voiceOf(random, child, parent, worker.givenName)
  if (isRecent) {
    writeCircumstances(making, random, child, { lives, on: firstOn, voice })
    writeFamily(making, random.fork('family'), child, { parent, ...lives, on: firstOn })
  }
  plan.episodes.forEach((episode, index) => {
    const stream = random.fork(`episode ${index}`)
    makeEpisode(
      { making, random: stream, child, worker, voice, lives, variant: stream.whole(0, 1) },
      episode,
    )
  })
  return child
}

interface ThinCase {
  readonly making: Making
  readonly random: Random
  readonly child: DemoChild
  readonly worker: DemoStaffMember
  readonly voice: Voice
  readonly variant: number
  readonly lives: Circumstances
}

function makeEpisode(thin: ThinCase, episode: Episode): void {
  const outcome = episode.decision === null ? null : makeDecision(thin, episode, episode.decision)
  if (episode.work !== null) makeWork(thin, episode.work, outcome)
}

interface MadeOutcome {
  readonly outcomeId: string
  readonly referralId: string | null
  readonly story: Story
}

function makeDecision(
  thin: ThinCase,
  episode: Episode,
  decision: NonNullable<Episode['decision']>,
): MadeOutcome {
  const { making, random, child, voice } = thin
  const isCourt = isCourtOutcome(decision.kind)
  const story = drawStory(random, child, {
    outcome: decision.kind,
    livesInHome: thin.lives.livesInHome,
    livesWithParent: !thin.lives.isLookedAfter,
  })
  const closedOn = episode.work?.startedOn ?? decision.decidedOn
  const referralId = isCourt ? null : makeReferral(thin, story, decision, closedOn)
  const offenceId = random.uuid()
  making.rows.offences.push({
    id: offenceId,
    childId: child.id,
    referralId,
    title: story.title,
    offenceGroup: story.group,
    cjsCode: story.code,
    occurredOn: decision.offenceOn,
    recordedAt: recordedAt(addDays(decision.offenceOn, 3)),
  })
  const outcomeId = random.uuid()
  making.rows.outcomes.push({
    id: outcomeId,
    childId: child.id,
    referralId,
    panelId: null,
    kind: decision.kind,
    localName: decision.localName,
    decidedOn: decision.decidedOn,
    ...(isCourt ? decidedByCourt : decidedByPanel(thin, story, voice)),
    conditionsEndOn:
      decision.kind === 'youth-conditional-caution' ? (episode.work?.endedOn ?? null) : null,
    residence: decision.residence,
    appeal: decision.appeal,
    recordedAt: recordedAt(decision.decidedOn),
    recordedBy: thin.worker.id,
  })
  making.rows.outcomeOffences.push({ outcomeId, offenceId })
  return { outcomeId, referralId, story }
}

const decidedByCourt = {
  decidedByService: null,
  decidedByPolice: null,
  court: 'Amberdale Youth Court',
  rationale: null,
  weighedDiversity: null,
  weighedSafety: null,
  weighedWellbeing: null,
  weighedRisk: null,
}

function decidedByPanel(thin: ThinCase, story: Story, voice: Voice) {
  const { making, random } = thin
  return {
    decidedByService: random.pick(making.staff.teamManagers).id,
    decidedByPolice: random.pick(making.staff.police).id,
    court: null,
    rationale: fill(random.pick(story.why), voice),
    weighedDiversity: null,
    weighedSafety: null,
    weighedWellbeing: null,
    weighedRisk: fill(toldAs(story.danger, thin.variant), voice),
  }
}

function makeReferral(
  { making, random, child, voice, variant }: ThinCase,
  story: Story,
  decision: NonNullable<Episode['decision']>,
  closedOn: PlainDate,
): string {
  const id = random.uuid()
  const receivedOn = addDays(decision.offenceOn, random.whole(3, 14))
  making.rows.referrals.push({
    id,
    childId: child.id,
    kind: 'out-of-court',
    receivedOn,
    referredBy: random.pick(making.staff.police).name,
    policeContact: random.chance(0.3) ? 'arrest' : 'voluntary-interview',
    admission: decision.kind === 'outcome-22' ? 'no-comment' : 'admitted',
    victimKnown: story.victim !== 'none',
    whatHappened: fill(toldAs(story.police, variant), voice),
    closedOn,
    closedBecause: 'Work started',
    recordedAt: recordedAt(receivedOn, 9),
    recordedBy: random.pick(making.staff.businessSupport).id,
  })
  return id
}

/** How the work ended; what ends after today is still open. */
function endOf(work: NonNullable<Episode['work']>, today: PlainDate) {
  const isOpen = work.endedOn === null || isAfter(work.endedOn, today)
  return isOpen ? { endedOn: null, result: null } : work
}

function makeWork(
  { making, random, child, worker, voice }: ThinCase,
  work: NonNullable<Episode['work']>,
  outcome: MadeOutcome | null,
): void {
  const id = random.uuid()
  const { endedOn, result } = endOf(work, making.today)
  const achieved = result === 'completed' && outcome !== null
  making.rows.interventions.push({
    id,
    childId: child.id,
    referralId: outcome?.referralId ?? null,
    kind: work.kind,
    startedOn: work.startedOn,
    endedOn,
    result,
    achieved: achieved ? fill(random.pick(outcome.story.achieved), voice) : null,
    recordedAt: recordedAt(work.startedOn),
    recordedBy: worker.id,
  })
  if (outcome !== null) {
    making.rows.interventionOutcomes.push({ interventionId: id, outcomeId: outcome.outcomeId })
  }
  const given = {
    id: random.uuid(),
    childId: child.id,
    referralId: null,
    interventionId: id,
    startedOn: work.startedOn,
    endedOn,
    recordedBy: random.pick(making.staff.teamManagers).id,
  }
  writeAllocation(making, random, { given, worker, story: outcome?.story ?? null })
}
