import { chronology, chronologyEntry } from './format/chronology.ts'
import { part, type Part } from './part.ts'

/** Chronologies with their entries, as a child's line has them. */
export const chronologies: Part = part({
  table: 'chronologies',
  schema: chronology,
  parent: 'childId',
  sortBy: 'startedOn',
  inOrder: [['startedOn', 'finishedOn']],
  past: ['startedOn', 'finishedOn'],
  parts: {
    entries: part({
      table: 'chronologyEntries',
      schema: chronologyEntry,
      parent: 'chronologyId',
      sortBy: 'happenedOn',
      past: ['happenedOn', 'removedOn'],
    }),
  },
})
