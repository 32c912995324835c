import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { compareDates, isBefore, plainDate } from '#domain/calendar/plain-date.ts'
import { panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import { places } from '../place/place.ts'
import { panelDaysAround } from '../plan/panel-days.ts'
import type { Random } from '../random.ts'
import { casework } from '../words/people.ts'
import type { Making } from './making.ts'

/** The panels of the last twelve months and the next weeks, made as cases ask for them. */
export interface Panels {
  idOn(day: PlainDate): string
}

/** Panels by their day; those ahead are there even before a case is listed. */
export function preparePanels(making: Making, random: Random): Panels & { write(): void } {
  const ids = new Map<string, string>()
  const idOn = (day: PlainDate) => {
    const known = ids.get(day.toString())
    if (known !== undefined) return known
    const id = random.fork(day.toString()).uuid()
    ids.set(day.toString(), id)
    return id
  }
  const { near, next, after } = panelDaysAround(making.today)
  for (const day of [near, next, after]) idOn(day)
  return { idOn, write: () => writePanels(making, random, ids) }
}

function writePanels(making: Making, random: Random, ids: ReadonlyMap<string, string>): void {
  const days = [...ids.keys()].map(plainDate).toSorted(compareDates)
  for (const heldOn of days) {
    const id = ids.get(heldOn.toString())
    if (id === undefined) continue
    making.rows.panels.push({ id, heldOn, startsAt: '10:00', place: places.panelRoom })
    if (isBefore(heldOn, making.today)) writeAttendance(making, random.fork(`at ${id}`), id)
  }
}

function writeAttendance(making: Making, random: Random, panelId: string): void {
  for (const agency of Object.keys(panelAgencies) as PanelAgency[]) {
    // The two who decide are always there; the others now and then send their views in writing.
    const decides = agency === 'youth-justice-service' || agency === 'police'
    const attended = decides || random.chance(0.92)
    making.rows.panelAttendances.push({
      id: random.uuid(),
      panelId,
      agency,
      attended,
      person: attended ? personOf(making, random, agency) : null,
      reason: attended ? null : random.pick(casework.absentReasons),
    })
  }
}

function personOf(making: Making, random: Random, agency: PanelAgency): string {
  if (agency === 'police') return random.pick(making.staff.police).name
  if (agency === 'childrens-social-care') return random.pick(making.staff.socialWorkers).name
  if (agency === 'restorative-service') return 'Carys Onslow'
  return random.pick(making.staff.teamManagers).name
}
