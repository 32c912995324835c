import { personKeys } from '#domain/matching/same-person.ts'
import { attendance, panel } from './format/panel-line.ts'
import { familyLink, person } from './format/person-line.ts'
import {
  closedDay,
  outcomeName,
  ownQuestion,
  policyChange,
  population,
  service,
  staffMember,
  team,
} from './format/service-line.ts'
import { part, type Part } from './part.ts'

/** The service itself and what belongs to all of its children. */
export const servicePart: Part = part({
  table: 'services',
  schema: service,
  parts: {
    populations: part({
      table: 'populations',
      schema: population,
      parent: 'serviceId',
      key: 'measuredOn',
    }),
    outcomeNames: part({
      table: 'outcomeNames',
      schema: outcomeName,
      parent: 'serviceId',
      sortBy: 'sortOrder',
    }),
    teams: part({ table: 'teams', schema: team, parent: 'serviceId' }),
    staff: part({ table: 'staff', schema: staffMember, parent: 'serviceId' }),
    policyChanges: part({
      table: 'policyChanges',
      schema: policyChange,
      parent: 'serviceId',
      sortBy: 'recordedAt',
    }),
    closedDays: part({
      table: 'closedDays',
      schema: closedDay,
      parent: 'serviceId',
      sortBy: 'closedOn',
      once: 'closedOn',
    }),
    ownQuestions: part({
      table: 'ownQuestions',
      schema: ownQuestion,
      parent: 'serviceId',
      sortBy: 'recordedAt',
      inOrder: [['startsOn', 'endsOn']],
    }),
  },
})

/** Somebody around children: in as many files as there are. */
export const personPart: Part = part({
  table: 'people',
  schema: person,
  derived: { matchKeys: row => personKeys(row as Parameters<typeof personKeys>[0]) },
  past: ['bornOn', 'diedOn'],
  inOrder: [['bornOn', 'diedOn']],
})

export const familyLinkPart: Part = part({
  table: 'familyLinks',
  schema: familyLink,
  inOrder: [['startedOn', 'endedOn']],
  past: ['withdrawnOn'],
})

export const panelPart: Part = part({
  table: 'panels',
  schema: panel,
  parts: {
    attendances: part({
      table: 'panelAttendances',
      schema: attendance,
      parent: 'panelId',
      once: 'agency',
    }),
  },
})
