import { attendance, panel } from './format/panel-line.ts'
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
