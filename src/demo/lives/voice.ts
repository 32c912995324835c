import { places } from '../place/place.ts'
import type { Random } from '../random.ts'
import { pronounWords, type Voice } from '../words/fill.ts'
import type { DemoChild } from './make-child.ts'

/** The grown-up at home whom the service speaks with. */
export interface DemoParent {
  /** First and family name. */
  readonly name: string
  readonly kind: 'mother' | 'father' | 'grandparent' | 'carer'
  readonly isWoman: boolean
}

/** What the child is called in everyday work. Names in another script stay on the record; notes use the given name. */
export function calledName(child: DemoChild): string {
  return child.knownAs !== null && /\p{Script=Latin}/u.test(child.knownAs)
    ? child.knownAs
    : child.givenName
}

/** Every blank that a sentence about this child can have. */
export function voiceOf(
  random: Random,
  child: DemoChild,
  parent: DemoParent,
  worker: string,
): Voice {
  const { town } = child
  const street = random.pick(town.streets)
  return {
    ...pronounWords(child.sex, child.pronouns),
    ...parentWords(parent),
    name: calledName(child),
    worker,
    town: town.name,
    park: town.park,
    centre: town.centre,
    shop: town.shop,
    store: town.store,
    school: town.school,
    cafe: town.cafe,
    street,
    otherStreet: random.pick(town.streets.filter(other => other !== street)),
    safePerson: random.pick(safePeople),
    office: random.pick(places.offices),
    home: random.pick(places.childrensHomes),
  }
}

const safePeople = ['Nan', 'Auntie Jo', 'Uncle Dev', 'the neighbours', 'Grandad', 'a cousin']

function parentWords({ kind, name, isWoman }: DemoParent): Voice {
  const [first = name] = name.split(' ')
  const title = {
    mother: 'Mum',
    father: 'Dad',
    grandparent: isWoman ? 'Nan' : 'Grandad',
    carer: first,
  }
  const word = {
    mother: 'mum',
    father: 'dad',
    grandparent: isWoman ? 'nan' : 'grandad',
    carer: 'carer',
  }
  return {
    parentName: name,
    parentTitle: title[kind],
    parentWord: word[kind],
    parentThem: isWoman ? 'her' : 'him',
    childParent: kind === 'carer' ? first : `my ${word[kind]}`,
    yourParent: kind === 'carer' ? first : `your ${word[kind]}`,
  }
}
