import type { Answers } from '#domain/assessment/answers.ts'
import { eventOfTool } from '#domain/assessment/tool-result.ts'
import { addDays } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import { note, type Making } from './making.ts'

type Event = Making['rows']['caseEvents'][number]

/** What stands behind the events that say that a tool was used: the filled-in tool itself. */
export function makeToolResults(random: Random, making: Making): void {
  for (const event of making.rows.caseEvents) {
    const tool = ['safety-grid', 'exploitation'].find(one => eventOfTool(one)?.event === event.kind)
    // Where another agency leads, the filled-in toolkit is theirs.
    if (tool === undefined || event.topic === 'led-by-other') continue
    const answers = tool === 'exploitation' ? toolkit(random, event) : grid(random)
    write(making, random, { event, tool, answers })
  }
}

function grid(random: Random): Answers {
  const child = random.whole(3, 8)
  return {
    worksWell: random.pick([
      'Nan’s kitchen on Sundays. Boxing on Tuesdays. I am good with my little brother.',
      'My form tutor listens. I can walk away now, most times. Mum picks me up.',
      'Fixing bikes. My own room. Two mates who do not want trouble.',
    ]),
    worriesUs: random.pick([
      'The bus stop after school. That I lose my temper again and cannot come back from it.',
      'Nights, when everybody shouts. People who send messages and do not say who they are.',
      'That I get kicked out of school. Mum worries about who waits outside.',
    ]),
    needsToHappen: random.pick([
      'Mum meets you at the bus stop until half-term. We ask school about a later start.',
      'You try the boxing club with me on Tuesday. We ring your tutor together on Friday.',
      'Nan keeps a bed ready. You ring her before you stay out, and she rings us if worried.',
    ]),
    childNumber: String(child),
    parentNumber: String(Math.max(0, child - random.whole(0, 2))),
    workerNumber: String(child - random.whole(0, 1)),
    aboutNumbers: 'One higher would be: somebody walks with me from the bus.',
  }
}

function toolkit(random: Random, { note: wrote, topic, happenedOn, reviewOn }: Event): Answers {
  return {
    topic: topic === 'review' ? 'review' : 'first',
    moneySigns: ['unexplained-things', 'several-phones'],
    moneyWords: 'A second phone that rings at night. New trainers that nobody at home bought.',
    placesSigns: ['missing'],
    placesWords: 'Back after midnight three times last month, tired and quiet.',
    protective: ['trusted-adult', 'safe-home'],
    protectiveWords: 'Your aunt, whom you ring first. Home is safe.',
    childView:
      'You say they are friends, and that you could stop. You do not like the second phone.',
    level: random.pick(['emerging', 'significant']),
    why: wrote,
    reviewOn: (reviewOn ?? addDays(happenedOn, 42)).toString(),
  }
}

interface Made {
  readonly event: Event
  readonly tool: string
  readonly answers: Answers
}

function write(making: Making, random: Random, { event, tool, answers }: Made): void {
  const { childId, happenedOn, recordedAt, recordedBy } = event
  const id = random.uuid()
  making.rows.toolResults.push({
    id,
    childId,
    eventId: event.id ?? null,
    tool,
    toolVersion: 1,
    doneOn: happenedOn,
    answers: JSON.stringify(answers),
    ...(recordedAt !== undefined && { recordedAt }),
    recordedBy: recordedBy ?? null,
  })
  note(making, happenedOn, {
    ...{ staffId: recordedBy ?? null, action: 'tool.recorded', childId, subjectId: id },
  })
}
