import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { RelationshipKind } from '#domain/vocabulary/children.ts'
import { places } from '../place/place.ts'
import type { Random } from '../random.ts'
import { dramaNumber, sharedPerson, type FamilyRows } from './family-rows.ts'
import type { DemoChild } from './make-child.ts'
import type { Making } from './making.ts'

interface Professional {
  readonly name: string
  readonly kind: RelationshipKind
  readonly jobTitle: string
  readonly organisation: string
}

const reviewingOfficer: Professional = {
  name: 'Marguerite Oyelaran-Platt',
  kind: 'reviewing-officer',
  jobTitle: 'Independent reviewing officer',
  organisation: 'Amberdale Council',
}

const advocate: Professional = {
  name: 'Rhodri Sealey',
  kind: 'advocate',
  jobTitle: 'Advocate',
  organisation: 'Heard and Seen Advocacy',
}

const nurses: readonly Professional[] = [
  {
    name: 'Ottoline Farrar',
    kind: 'health-worker',
    jobTitle: 'Mental health nurse',
    organisation: 'Amberdale Young Minds Team',
  },
  {
    name: 'Benedict Okonjo-Hale',
    kind: 'health-worker',
    jobTitle: 'Speech and language therapist',
    organisation: 'Amberdale Community Health',
  },
]

const youthWorkers: readonly Professional[] = [
  {
    name: 'Saffron Tilley',
    kind: 'youth-worker',
    jobTitle: 'Youth worker',
    organisation: 'The Boathouse Youth Club',
  },
  {
    name: 'Cornelius Abara',
    kind: 'youth-worker',
    jobTitle: 'Mentor',
    organisation: 'Second Wind Boxing Club',
  },
]

/** Invented names of the people at school with whom the service speaks, by school. */
const pastoralNames = [
  'Philippa Garside',
  'Jerome Whitlow',
  'Nasreen Tarbuck',
  'Huw Penhallow',
  'Constance Adeleke',
]

interface Around {
  readonly child: DemoChild
  readonly isLookedAfter: boolean
  readonly on: PlainDate
}

/** Writes who works with the child: people who are one record in the files of all children with whom they work. */
export function writeProfessionals(
  making: Making,
  random: Random,
  rows: FamilyRows,
  { child, isLookedAfter, on }: Around,
): void {
  const write = ({ name, kind, jobTitle, organisation }: Professional, until?: PlainDate) => {
    const phone = dramaNumber(random)
    const personId = sharedPerson(making, name, () =>
      rows.person(name, { phone, jobTitle, organisation }),
    )
    const from = until === undefined ? on : addDays(until, -random.whole(150, 500))
    rows.around(kind, personId, until === undefined ? {} : { from, until })
  }
  if (isLookedAfter) {
    const [one, two] = random.shuffled(making.staff.socialWorkers)
    const organisation = 'Amberdale Council, children in care team'
    const asSocialWorker = (name: string): Professional => ({
      name,
      kind: 'social-worker',
      jobTitle: 'Social worker',
      organisation,
    })
    if (one !== undefined) write(asSocialWorker(one.name))
    if (two !== undefined && random.chance(0.4)) write(asSocialWorker(two.name), addDays(on, -20))
    write(reviewingOfficer)
    if (random.chance(0.3)) write(advocate)
  }
  if (random.chance(0.55)) write(pastoralOf(child))
  if (random.chance(isLookedAfter ? 0.6 : 0.2)) write(random.pick(nurses))
  if (random.chance(isLookedAfter ? 0.5 : 0.15)) write(random.pick(youthWorkers))
}

/** Each school has one person for these children. */
function pastoralOf({ town }: DemoChild): Professional {
  const place = places.towns.findIndex(({ name }) => name === town.name)
  return {
    name: pastoralNames[place] ?? 'Philippa Garside',
    kind: 'teacher',
    jobTitle: 'Head of year',
    organisation: town.school,
  }
}
