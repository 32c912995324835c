/** From `from` to `to` along a line, with `from` the smaller. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Stretches nearer than this count as touching. */
const apart = 12

/** A lane for each stretch, 0, 1, 2 …: beyond all of those before it that it touches. */
export function lanesFor(stretches: readonly Stretch[]): number[] {
  const lanes: number[] = []
  stretches.forEach((stretch, index) => {
    const taken = lanes.filter((_, before) => {
      const other = stretches[before]
      return other !== undefined && touches(other, stretch)
    })
    lanes[index] = Math.max(-1, ...taken) + 1
  })
  return lanes
}

/** True for stretches that cannot lie in one lane. */
export function touches(one: Stretch, other: Stretch): boolean {
  return one.from < other.to + apart && other.from < one.to + apart
}
