import { addMonths } from '#domain/calendar/months.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import type { Town } from '../place/place.ts'
import type { Random } from '../random.ts'
import type { DemoStaffMember } from '../service.ts'
import { fill, pronounWords } from '../words/fill.ts'
import { interests, type Interest } from '../words/people.ts'
import { drawCircumstances, writeCircumstances, type Circumstances } from './circumstances.ts'
import { identityOfNeed } from './draw-identity.ts'
import type { DemoFamily } from './family-rows.ts'
import { drawParent, writeFamily } from './family.ts'
import { writeFullLife } from './full-life.ts'
import { makeChild, type DemoChild } from './make-child.ts'
import { note, type Making } from './making.ts'
import { calledName, voiceOf, type DemoParent } from './voice.ts'

/** A child of the last twelve months, with everything that sentences about them draw on. */
export interface KnownChild {
  readonly child: DemoChild
  readonly parent: DemoParent
  readonly lives: Circumstances
  readonly interest: Interest
  readonly family: DemoFamily
}

export interface KnownChildWish {
  /** The first and the last day on which the service meets the child. */
  readonly firstOn: PlainDate
  readonly lastOn: PlainDate
  readonly lookedAfter: boolean | null
  readonly isUnderTen: boolean
  readonly towns: readonly Town[]
  readonly siblingOf?: KnownChild | undefined
  readonly worker: DemoStaffMember
}

/** Makes a child whom the service knows well: who they are, where they live and learn, who is around them. */
export function makeKnownChild(making: Making, random: Random, wish: KnownChildWish): KnownChild {
  const { firstOn, lastOn, siblingOf } = wish
  const interest = random.pick(interests)
  const lookedAfter = siblingOf === undefined && !wish.isUnderTen ? wish.lookedAfter : false
  const child = makeChild(making, random.fork('child'), {
    firstOn,
    lastOn,
    towns: wish.towns,
    knownToPolice: wish.isUnderTen ? 0 : 0.75,
    ...(siblingOf && { family: siblingOf.child }),
    ...(wish.isUnderTen && { bornOn: addMonths(firstOn, -random.whole(90, 116)) }),
  })
  const lives = drawCircumstances(random, child, firstOn, lookedAfter)
  const isFostered = lives.isLookedAfter && !lives.livesInHome
  const parent =
    siblingOf?.parent ?? drawParent(random, child.familyName, isFostered, lives.livesInHome)
  const voice = voiceOf(random, child, parent, wish.worker.givenName)
  describe(making, child, { lives, interest, parent, random })
  writeCircumstances(making, random, child, { lives, on: firstOn, voice })
  const family = writeFamily(making, random.fork('family'), child, {
    parent,
    ...lives,
    on: firstOn,
    shared: siblingOf?.family,
  })
  writeFullLife(making, random.fork('circumstances'), child, { lives, on: firstOn })
  note(making, firstOn, {
    staffId: null,
    action: 'child.recorded',
    childId: child.id,
    subjectId: child.id,
  })
  return { child, parent, lives, interest, family }
}

/** Writes how to talk with the child, what matters to them and how to reach them on the child's own row. */
function describe(
  making: Making,
  child: DemoChild,
  about: Pick<KnownChild, 'lives' | 'interest' | 'parent'> & { readonly random: Random },
): void {
  const row = making.rows.children.find(({ id }) => id === child.id)
  if (row === undefined) return
  const words = { ...pronounWords(child.sex, child.pronouns), name: calledName(child) }
  row.communication = fill(about.lives.need.communication, words)
  Object.assign(row, identityOfNeed(about.lives.need.id))
  row.whatMatters = about.interest.matters
  row.bestWayToReach = about.random.pick([
    'Text first, then ring.',
    `Through ${about.parent.name.split(' ')[0]}, after five.`,
    'A voice note. Does not answer numbers that are not in the phone.',
    'At school, through the pastoral office.',
    'By text; not before eleven at weekends.',
  ])
}

/** A share with the social worker of a child who is looked after: each look is logged. */
export function shareWithSocialWorker(
  making: Making,
  random: Random,
  known: KnownChild,
  on: PlainDate,
): void {
  const { socialWorkers } = making.staff
  const turn = making.rows.childShares.length % socialWorkers.length
  const worker = socialWorkers[turn]
  if (worker === undefined) return
  making.rows.childShares.push({
    id: random.uuid(),
    childId: known.child.id,
    staffId: worker.id,
    startedOn: addDays(on, 1),
    endedOn: null,
    reason: 'The child’s social worker',
  })
}
