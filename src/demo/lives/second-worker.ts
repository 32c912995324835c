import type { DemoStaff, DemoStaffMember } from '../service.ts'
import type { Story } from '../words/stories.ts'

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
export function secondWorker(
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
