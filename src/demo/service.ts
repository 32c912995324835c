import { Temporal } from 'temporal-polyfill'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Role } from '#domain/access/permissions.ts'
import type { Grade } from '#domain/vocabulary/staff.ts'
import { places } from './place/place.ts'
import type { Random } from './random.ts'
import type { Rows } from './rows.ts'

export interface DemoStaffMember {
  readonly id: string
  readonly name: string
  readonly givenName: string
  readonly role: Role
  readonly agency: string
  readonly teamId: string | null
  readonly isSupportRole: boolean
  readonly isTrained: boolean
}

export interface DemoStaff {
  readonly caseManagers: readonly DemoStaffMember[]
  readonly teamManagers: readonly DemoStaffMember[]
  readonly headOfService: DemoStaffMember
  readonly businessSupport: readonly DemoStaffMember[]
  readonly police: readonly DemoStaffMember[]
  readonly socialWorkers: readonly DemoStaffMember[]
}

const teamNames = ['Harrowell and Netherbeck', 'Castle Thorne and Ashenby', 'Port Merrow'] as const

/** Name, role, job title, and the team by its place in `teamNames`. */
const people: readonly (readonly [string, Role, string, number | null])[] = [
  ['Hollie Braithwaite', 'case-manager', 'Social worker', 0],
  ['Marcus Ellery', 'case-manager', 'Youth justice officer', 0],
  ['Gosia Lewandowicz', 'case-manager', 'Family support worker', 0],
  ['Imran Sattar', 'case-manager', 'Social worker', 0],
  ['Bronwen Treharne', 'case-manager', 'Youth justice officer', 1],
  ['Kwabena Asante-Moore', 'case-manager', 'Social worker', 1],
  ['Priya Venkatesan', 'case-manager', 'Youth justice officer', 1],
  ['Dónal Mac Giolla', 'case-manager', 'Family support worker', 1],
  ['Steph Underhill', 'case-manager', 'Social worker', 2],
  ['Delroy Pinnock', 'case-manager', 'Youth justice officer', 2],
  ['Ana-Maria Lupescu', 'case-manager', 'Family support worker', 2],
  ['Tom Hathersage', 'case-manager', 'Social worker', 2],
  ['Ruth Kettleborough', 'team-manager', 'Team manager', 0],
  ['Wayne Dimmock', 'team-manager', 'Team manager', 1],
  ['Shabnam Kazmi', 'team-manager', 'Team manager', 2],
  ['Fiona Strachan-Bell', 'team-manager', 'Practice manager', null],
  ['Olwen Cadwallader', 'head-of-service', 'Head of service', null],
  ['Neil Pargeter', 'performance-officer', 'Performance officer', null],
  ['Janet Tunnard', 'business-support', 'Business support officer', 0],
  ['Luke Osgathorpe', 'business-support', 'Business support officer', 2],
  ['Sgt Maxine Thrale', 'police-colleague', 'Seconded police sergeant', null],
  ['PC Sunita Rana', 'police-colleague', 'Youth justice police officer', null],
  ['PC Gareth Loxton', 'police-colleague', 'Youth justice police officer', null],
  ['Yvonne Achterberg', 'social-worker-read-only', 'Social worker, children in care team', null],
  ['Joel Cranfield', 'social-worker-read-only', 'Social worker, children in care team', null],
]

/** Children aged 10 to 17, the first three years implied by published rates, the others made up. */
const populations: readonly (readonly [string, number, string])[] = [
  ['2019-06-30', 68_421, 'Implied by published figures'],
  ['2020-06-30', 69_286, 'Implied by published figures'],
  ['2021-06-30', 71_579, 'Implied by published figures'],
  ['2022-06-30', 72_304, 'Invented'],
  ['2023-06-30', 73_118, 'Invented'],
  ['2024-06-30', 73_655, 'Invented'],
  ['2025-06-30', 73_902, 'Invented'],
]

/** The service's own rows but the service itself: teams, people, names of outcomes, children in the area. */
export function makeService(random: Random, rows: Rows): DemoStaff {
  const teamIds = teamNames.map(() => random.uuid())
  rows.teams.push(...teamNames.map((name, index) => ({ id: teamIds[index] ?? '', name })))
  rows.populations.push(
    ...populations.map(([on, childrenCount, source]) => ({
      measuredOn: plainDate(on),
      childrenCount,
      source,
    })),
  )
  rows.outcomeNames.push(...outcomeNames)
  const staff = people.map(([name, role, jobTitle, team]) => {
    const teamId = team === null ? null : (teamIds[team] ?? null)
    const member = { id: random.uuid(), name, role, teamId, agency: agencyOf(role) }
    const employed = atWork(name, role, jobTitle)
    rows.staff.push({ ...member, jobTitle, isActive: true, ...employed })
    const isSupportRole = employed.grade === 'support-worker'
    const isTrained = employed.isTrainedInHarmfulSexualBehaviour
    return { ...member, isSupportRole, isTrained, givenName: givenNameOf(name) }
  })
  const recordedBy = staff.find(({ role }) => role === 'head-of-service')?.id ?? ''
  rows.ownQuestions.push({ ...ownQuestion, id: random.fork('own questions').uuid(), recordedBy })
  const of = (role: Role) => staff.filter(member => member.role === role)
  const [headOfService] = of('head-of-service')
  if (headOfService === undefined) throw new Error('The demonstration has no head of service')
  return {
    caseManagers: of('case-manager'),
    teamManagers: of('team-manager'),
    headOfService,
    businessSupport: of('business-support'),
    police: of('police-colleague'),
    socialWorkers: of('social-worker-read-only'),
  }
}

const outcomeNames = [
  {
    id: 'divert',
    kind: 'community-resolution',
    name: 'Divert',
    explanation:
      'A few sessions of help that fit the child. It is not a criminal record; it can show on an enhanced check only if the police think that it matters.',
    sortOrder: 1,
  },
  {
    id: 'divert-plus',
    kind: 'community-resolution',
    name: 'Divert plus',
    explanation:
      'Like Divert, for about three months and with other agencies round the table, for a child who needs more than a few sessions.',
    sortOrder: 2,
  },
]

/** Where the county's own question stands; version 1 of the short form had no such section. */
export const ownQuestionSection = 'strengths'

const ownQuestion = {
  section: ownQuestionSection,
  title: 'Which place in Amberdale would this child go to gladly?',
  help: 'A club, a field, a library, somebody’s kitchen. We use it to ask for more such places.',
  type: 'text',
  startsOn: plainDate('2024-01-08'),
  recordedAt: Temporal.Instant.from('2024-01-05T10:05:00Z'),
} as const

/** Some work fewer hours, and some are trained to work with harmful sexual behaviour. */
const hours: Readonly<Record<string, number>> = {
  'Gosia Lewandowicz': 30,
  'Priya Venkatesan': 22,
  'Ana-Maria Lupescu': 28,
}
const trained = new Set(['Imran Sattar', 'Kwabena Asante-Moore', 'Steph Underhill'])

function atWork(name: string, role: Role, jobTitle: string) {
  return {
    grade: gradeOf(name, role, jobTitle),
    hoursPerWeek: hours[name] ?? 37,
    isTrainedInHarmfulSexualBehaviour: trained.has(name),
  }
}

function gradeOf(name: string, role: Role, jobTitle: string): Grade {
  if (role !== 'case-manager') return 'manager'
  if (jobTitle === 'Family support worker') return 'support-worker'
  return name === 'Tom Hathersage' ? 'newly-qualified' : 'practitioner'
}

function agencyOf(role: Role): string {
  if (role === 'police-colleague') return 'police'
  return role === 'social-worker-read-only' ? 'childrens-social-care' : 'youth-justice-service'
}

function givenNameOf(name: string): string {
  const words = name.split(' ')
  return words[0] === 'Sgt' || words[0] === 'PC'
    ? `${words[0]} ${words.at(-1)}`
    : (words[0] ?? name)
}

/** The row of the service itself. */
export const serviceRow = {
  name: places.service.name,
  areaName: places.service.area,
  nation: 'England',
  policeForce: places.service.policeForce,
  isDemonstration: true,
}
