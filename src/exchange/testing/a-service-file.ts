import { writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { WrittenChild } from './a-child-line.ts'
import type { panelLine } from '../format/panel-line.ts'
import type { familyLinkLine, personLine } from '../format/person-line.ts'
import { formatName, formatVersion, type headerLine } from '../format/service-line.ts'
import { idOf, manager, panelId, police, worker } from './ids.ts'

export type WrittenHeader = z.input<typeof headerLine>
export type WrittenPanel = z.input<typeof panelLine>
type WrittenPerson = z.input<typeof personLine>
type WrittenFamilyLink = z.input<typeof familyLinkLine>

/** The first line of a small service: a worker, a manager, a police colleague. */
export function aHeader(): WrittenHeader {
  const person = { jobTitle: 'Invented', agency: 'youth-justice-service', isActive: true }
  return {
    record: 'service',
    format: formatName,
    version: formatVersion,
    service: {
      id: idOf(1),
      name: 'Testshire youth justice service',
      areaName: 'Testshire',
      nation: 'England',
      policeForce: 'Testshire Police',
      isDemonstration: true,
      createdAt: '2026-03-01T10:00:00Z',
      populations: [{ measuredOn: '2025-06-30', childrenCount: 5000, source: 'Invented' }],
      outcomeNames: [
        {
          id: 'divert',
          kind: 'community-resolution',
          name: 'Divert',
          explanation: 'A few sessions.',
          sortOrder: 1,
        },
      ],
      ownQuestions: [
        {
          id: idOf(9),
          section: 'safety',
          title: 'Which club?',
          type: 'one',
          choices: 'Boxing\nChess',
          startsOn: '2026-01-05',
          endsOn: '2026-02-27',
          recordedBy: manager,
          recordedAt: '2026-01-02T10:00:00Z',
        },
      ],
      teams: [{ id: idOf(2), name: 'Testford' }],
      staff: [
        { id: worker, teamId: idOf(2), name: 'Pat Worker', role: 'case-manager', ...person },
        { id: manager, name: 'Lee Manager', role: 'team-manager', ...person },
        { id: police, name: 'PC Police', role: 'police-colleague', ...person, agency: 'police' },
      ],
    },
  }
}

/** The panel that decided about every child of the file. */
export function aPanelLine(): WrittenPanel {
  const agencies = [
    'youth-justice-service',
    'police',
    'childrens-social-care',
    'restorative-service',
  ] as const
  return {
    record: 'panel',
    id: panelId,
    heldOn: '2026-02-26',
    startsAt: '14:00',
    place: 'Testford office',
    attendances: agencies.map((agency, index) => ({
      id: idOf(31 + index),
      agency,
      attended: true,
    })),
  }
}

/** Somebody around a child. */
export function aPersonLine(id: string, values: Partial<WrittenPerson> = {}): WrittenPerson {
  const known = { givenName: 'Mo', familyName: 'Example', sex: 'not-known' } as const
  return { record: 'person', id, ...known, recordedAt: '2026-03-01T10:00:00Z', ...values }
}

type WrittenLine = WrittenHeader | WrittenPanel | WrittenPerson | WrittenFamilyLink | WrittenChild

/**
 * Writes lines as a file of the format, with the end that counts them. Whoever is around a child and has no line gets one.
 *
 * @returns how many such lines were added
 */
export async function writeServiceFile(
  file: string,
  given: readonly WrittenLine[],
): Promise<number> {
  const lines = withPeople(given)
  const count = (record: string) => lines.filter(line => line.record === record).length
  const end = {
    record: 'end',
    panels: count('panel'),
    people: count('person'),
    familyLinks: count('family-link'),
    children: count('child'),
  }
  await writeFile(file, [...lines, end].map(line => `${JSON.stringify(line)}\n`).join(''))
  return lines.length - given.length
}

function withPeople(lines: readonly WrittenLine[]): WrittenLine[] {
  const children = lines.flatMap(line => (line.record === 'child' ? [line] : []))
  const named = children.flatMap(child => (child.relationships ?? []).map(one => one.personId))
  const there = new Set(lines.map(line => (line.record === 'person' ? line.id : null)))
  const missing = [...new Set(named)].filter(id => !there.has(id)).map(id => aPersonLine(id))
  const at = lines.findIndex(line => line.record === 'family-link' || line.record === 'child')
  return at === -1 ? [...lines] : [...lines.slice(0, at), ...missing, ...lines.slice(at)]
}
