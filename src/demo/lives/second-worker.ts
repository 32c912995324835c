import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Random } from '../random.ts'
import type { DemoStaff, DemoStaffMember } from '../service.ts'
import type { Story } from '../words/stories.ts'
import { recordedAt, type Making } from './making.ts'

interface Given {
  readonly id: string
  readonly childId: string
  readonly referralId: string | null
  readonly interventionId: string | null
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly recordedBy: string
}

/** Gives a case to its worker, and to a second one where what happened asks for two. */
export function writeAllocation(
  { rows, staff }: Making,
  random: Random,
  about: {
    readonly given: Given
    readonly worker: DemoStaffMember
    readonly story: Pick<Story, 'group'> | null
  },
): void {
  const { given, worker, story } = about
  const row = { ...given, recordedAt: recordedAt(given.startedOn, 9) }
  rows.allocations.push({ ...row, staffId: worker.id, role: 'lead' })
  const second = secondWorker(staff, worker, story)
  if (second === null) return
  const id = random.fork(`second ${given.id}`).uuid()
  rows.allocations.push({ ...row, id, staffId: second.id, role: 'second' })
}

/** Who may hold a case: nobody in a support role holds one of high risk of harm, so a colleague of the same team takes it. */
export function fittingWorker(
  staff: DemoStaff,
  worker: DemoStaffMember,
  story: Story | null,
): DemoStaffMember {
  if (story?.risk !== 'high' || !worker.isSupportRole) return worker
  return qualified(staff, worker)[0] ?? worker
}

/** Who holds a case of harmful sexual behaviour with the worker; null where one is enough. One of the two is trained for it. */
function secondWorker(
  staff: DemoStaff,
  worker: DemoStaffMember,
  story: Pick<Story, 'group'> | null,
): DemoStaffMember | null {
  if (story?.group !== 'SEXUAL_OFFENCES') return null
  const others = qualified(staff, worker)
  return others.find(one => one.isTrained) ?? others[0] ?? null
}

/** Case managers other than this one who are in no support role, those of the same team first. */
function qualified(staff: DemoStaff, { id, teamId }: DemoStaffMember): DemoStaffMember[] {
  const others = staff.caseManagers.filter(one => one.id !== id && !one.isSupportRole)
  return [
    ...others.filter(one => one.teamId === teamId),
    ...others.filter(one => one.teamId !== teamId),
  ]
}
