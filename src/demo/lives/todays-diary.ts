import { addDays } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import type { CaseLife } from './case-life.ts'
import { planAhead } from './contacts.ts'
import type { Making } from './making.ts'

/** Puts two to five appointments of each case manager on today, whatever day of the week it is, so that the day can be looked at. */
export function fillTodaysDiary(making: Making, random: Random, lives: readonly CaseLife[]): void {
  for (const worker of making.staff.caseManagers) {
    const open = lives.filter(
      life =>
        life.worker.id === worker.id && life.plan.work !== null && life.plan.work.endedOn === null,
    )
    const seen = random.shuffled(open).slice(0, random.whole(2, 5))
    for (const life of seen) planAhead(life, making.today)
    for (const life of random.shuffled(open.filter(one => !seen.includes(one))).slice(0, 2)) {
      planAhead(life, addDays(making.today, random.whole(1, 4)))
    }
  }
}
