/** Chance that can be repeated: the same seed gives the same draws, on every machine. */
export interface Random {
  /** A fraction from 0 up to, and not including, 1. */
  fraction(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  /** True this share of the time: 0 never, 1 always. */
  chance(share: number): boolean
  /** One of the list. @throws RangeError when the list is empty */
  pick<Item>(list: readonly Item[]): Item
  /** One of the list, each as likely as its weight. @throws RangeError when the list is empty */
  pickWeighted<Item>(list: readonly (readonly [Item, number])[]): Item
  /** The whole list in another order. */
  shuffled<Item>(list: readonly Item[]): Item[]
  /** An id in the shape of a random (version 4) UUID. */
  uuid(): string
  /** A stream of its own: what is drawn from it does not move the draws of this one. */
  fork(label: string): Random
}

/** Starts a stream of draws from a seed, by the small fast counting generator of 128 bits (sfc32). */
export function randomFrom(seed: string): Random {
  const word = wordsFrom(seed)
  const fraction = () => word() / 2 ** 32
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  const random: Random = {
    fraction,
    whole,
    chance: share => fraction() < share,
    pick: list => itemAt(list, whole(0, list.length - 1)),
    pickWeighted: list => {
      let left = fraction() * list.reduce((sum, [, weight]) => sum + weight, 0)
      const found = list.find(([, weight]) => (left -= weight) < 0)
      return (found ?? itemAt(list, list.length - 1))[0]
    },
    shuffled: list =>
      list
        .map(item => ({ item, place: word() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
    uuid: () => uuidOf([word(), word(), word(), word()]),
    fork: label => randomFrom(`${seed}/${label}`),
  }
  return random
}

function itemAt<Item>(list: readonly Item[], index: number): Item {
  if (index < 0 || index >= list.length) throw new RangeError('There is nothing to pick from')
  return list[index] as Item
}

function wordsFrom(seed: string): () => number {
  const state = new Uint32Array(4)
  for (let part = 0; part < 4; part += 1) state[part] = hashOf(`${part}:${seed}`)
  const word = () => {
    const [a = 0, b = 0, c = 0, d = 0] = state
    const next = (a + b + d) >>> 0
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + next
    state[3] = d + 1
    return next
  }
  // The first words still resemble the seed.
  for (let warmUp = 0; warmUp < 12; warmUp += 1) word()
  return word
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

function uuidOf(words: readonly number[]): string {
  const hex = words.map(word => word.toString(16).padStart(8, '0')).join('')
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
