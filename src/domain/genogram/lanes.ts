/** From `from` to `to` along a line, with `from` the smaller. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Stretches nearer than this count as touching. */
const apart = 12

/** The first lane for each stretch in which it touches none of those before it: 0, 1, 2 … */
export function lanesFor(stretches: readonly Stretch[]): number[] {
  const lanes: Stretch[][] = []
  return stretches.map(stretch => {
    const free = lanes.findIndex(taken => taken.every(one => !touches(one, stretch)))
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), stretch]
    return lane
  })
}

function touches(one: Stretch, other: Stretch): boolean {
  return one.from < other.to + apart && other.from < one.to + apart
}
