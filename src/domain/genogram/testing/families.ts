import { plainDate } from '../../calendar/plain-date.ts'
import type { Family, FamilyMember, ParentLink, PartnerLink } from '../../family/family.ts'
import type { Sex } from '../../vocabulary/children.ts'
import type { ParentNature, PartnerStatus } from '../../vocabulary/family.ts'

const sexes: Readonly<Record<string, Sex>> = { f: 'female', m: 'male', '?': 'not-known' }

/** "Ann f 1980-2019": a name that is the id too, a sex, years of birth and death where known. The child's name begins with `*`. */
export function member(text: string): FamilyMember {
  const [, star = '', name = '', sex = '?', born, died] =
    /^(\*?)(.+?) ([fm?])(?: (\d{4})?(?:-(\d{4}))?)?$/u.exec(text) ?? []
  return {
    id: name,
    name,
    sex: sexes[sex] ?? 'not-known',
    bornOn: born === undefined ? null : plainDate(`${born}-06-15`),
    diedOn: died === undefined ? null : plainDate(`${died}-03-01`),
    isTheChild: star !== '',
    knownChildId: null,
  }
}

/** "Ann Bob > Cas Dee": birth parents and their children; another nature stands behind: "Ann > Cas adoptive". */
function parentsIn(text: string): ParentLink[] {
  const [, parents = '', children = '', nature = 'birth'] =
    /^(.+?) > (.+?)(?: (adoptive|foster|step))?$/u.exec(text) ?? []
  return parents
    .split(' ')
    .flatMap(parentId =>
      children.split(' ').map(childId => ({ parentId, childId, nature: nature as ParentNature })),
    )
}

/** "Ann Bob divorced 2005-2015" */
function partnersIn(text: string): PartnerLink {
  const [a = '', b = '', status = 'married', years = ''] = text.split(' ')
  const [from, to] = years.split('-')
  const day = (year: string | undefined) =>
    year === undefined || year === '' ? null : plainDate(`${year}-05-01`)
  return { a, b, status: status as PartnerStatus, from: day(from), to: day(to) }
}

/** A family in short words. */
export function familyOf(
  people: readonly string[],
  parents: readonly string[] = [],
  partners: readonly string[] = [],
): Family {
  return {
    people: people.map(member),
    parents: parents.flatMap(parentsIn),
    partners: partners.map(partnersIn),
  }
}

/** Families as services meet them, by what is particular about them. */
export const families = {
  small: familyOf(
    ['*Robin f 2011', 'Ann f 1985', 'Bob m 1982'],
    ['Ann Bob > Robin'],
    ['Ann Bob married 2008'],
  ),
  alone: familyOf(['*Robin f 2011']),
  oneParent: familyOf(['*Robin ? 2011', 'Ann f 1985', 'Sam m 2014'], ['Ann > Robin Sam']),
  secondPartners: familyOf(
    [
      ...['*Robin f 2011', 'Ann f 1985', 'Bob m 1982', 'Sam m 2009', 'Carl m 1980', 'Dee f 1990'],
      ...['Eve f 2017', 'Finn m 2019', 'Gus m 2020'],
    ],
    ['Ann Bob > Sam Robin', 'Ann Carl > Eve', 'Bob Dee > Finn Gus'],
    ['Ann Bob divorced 2007-2014', 'Ann Carl together 2016', 'Bob Dee married 2018'],
  ),
  threeGenerations: familyOf(
    [
      ...['*Robin f 2011', 'Ann f 1985', 'Bob m 1982', 'Sam m 2009', 'Carl m 1980', 'Dee f 1990'],
      ...[
        'Eve f 2017',
        'Finn m 2019',
        'Jean f 1955',
        'Karl m 1950-2019',
        'Lena f 1957',
        'Max m 1953',
      ],
      ...['Nora f 1988', 'Otto m 1986', 'Pia f 2012', 'Quin m 1979', 'Rosa f 1975-1998'],
    ],
    [
      ...['Ann Bob > Sam Robin', 'Ann Carl > Eve', 'Bob Dee > Finn', 'Jean Karl > Ann Nora'],
      ...['Lena Max > Quin Bob Rosa', 'Nora Otto > Pia'],
    ],
    [
      ...['Ann Bob separated 2007-2014', 'Ann Carl together 2016', 'Bob Dee married 2018'],
      ...['Jean Karl married 1980', 'Lena Max divorced 1978-1999', 'Nora Otto together 2010'],
    ],
  ),
  adoption: familyOf(
    [
      ...['*Robin m 2012', 'Ann f 1994', 'Tess f 1975', 'Ulla f 1973', 'Vic m 2008', 'Wes m 2010'],
      ...['Xena f 1950', 'Yann m 1948-2015'],
    ],
    ['Ann > Robin Wes', 'Tess Ulla > Robin Vic adoptive', 'Xena Yann > Tess', 'Xena > Ann foster'],
    ['Tess Ulla married 2005', 'Xena Yann married 1970'],
  ),
  fostered: familyOf(
    ['*Robin f 2013', 'Ann f 1988-2020', 'Bob m 1985', 'Gail f 1970', 'Hank m 1968', 'Ida f 2012'],
    ['Ann Bob > Robin', 'Gail Hank > Robin Ida foster'],
    ['Gail Hank married 1995'],
  ),
  threePartners: familyOf(
    [
      ...['*Robin m 2012', 'Ann f 1986', 'Bob m 1984', 'Carl m 1985', 'Dan m 1979', 'Earl m 1990'],
      ...['Flo f 2006', 'Gil m 2008', 'Hope f 2015', 'Ivy f 2020', 'Bea f 1985', 'Jay m 2014'],
    ],
    ['Ann Carl > Flo', 'Ann Dan > Gil', 'Ann Bob > Robin Hope', 'Ann Earl > Ivy', 'Bob Bea > Jay'],
    [
      ...[
        'Ann Carl together 2005-2007',
        'Ann Dan divorced 2007-2010',
        'Ann Bob separated 2011-2017',
      ],
      ...['Ann Earl married 2019', 'Bob Bea married 2013'],
    ],
  ),
} as const satisfies Record<string, Family>
