import type { AlertKind } from '#domain/vocabulary/alerts.ts'

/** What an alert says and what is to be done; blanks are filled as in every sentence. */
export interface AlertWords {
  readonly kind: AlertKind
  readonly what: string
  readonly whatToDo: string
  readonly endedBecause: string
}

export const alertWords: readonly AlertWords[] = [
  {
    kind: 'worker-safety',
    what: 'Two dogs in the yard, not always tied up. {name}’s mum told us.',
    whatToDo: 'Ring before you come and wait at the gate until somebody fetches you.',
    endedBecause: 'The family has moved; there are no dogs at the new home.',
  },
  {
    kind: 'contact-restriction',
    what: 'A family court order: {name}’s stepfather may not come near {them} or the home until it ends.',
    whatToDo:
      'Do not speak to him about {name}. If he turns up at an appointment, stop it and ring the police.',
    endedBecause: 'The order has ended, and {name} and mum do not ask for another.',
  },
  {
    kind: 'medical',
    what: 'Allergic to nuts. Carries an adrenaline pen in the school bag.',
    whatToDo: 'No nuts in the room. If lips or tongue swell: pen into the thigh, then 999.',
    endedBecause: 'Written down twice: the other alert says the same.',
  },
  {
    kind: 'child-safety',
    what: '{name} is afraid of two older boys who wait at the bus station. {They} told {their} worker.',
    whatToDo: 'Do not ask {them} to come by bus. Meet at school or fetch {them}.',
    endedBecause: 'Both have moved away, and {name} takes the bus again.',
  },
  {
    kind: 'worker-safety',
    what: 'An uncle who lives in the house has shouted at and blocked the way of a worker before.',
    whatToDo: 'Visit in twos, or meet {name} at school.',
    endedBecause: 'The uncle lives elsewhere now.',
  },
  {
    kind: 'medical',
    what: 'Epilepsy, with medicine morning and evening. Last seizure in spring.',
    whatToDo: 'Time it, keep the head safe, do not hold {them}. Longer than five minutes: 999.',
    endedBecause: 'The doctors have stopped the medicine after two years without a seizure.',
  },
]
