import { halfLabel, type DrawnPerson } from '#domain/genogram/drawn-person.ts'
import type { GenogramSymbol } from '#domain/genogram/symbols.ts'

type Outline = (radius: number) => string

/** Corners as parts of the radius, from the middle. */
function corners(points: readonly (readonly [number, number])[]): Outline {
  return radius => {
    const at = points.map(([x, y]) => `${round(x * radius)} ${round(y * radius)}`)
    return `M${at.join('L')}Z`
  }
}

/** Equal corners around the middle, the first on top; `inner`: how far in every second one stands. */
function around(count: number, inner: number, size: number): Outline {
  return corners(
    Array.from({ length: count }, (_, index) => {
      const turn = (index * 2 * Math.PI) / count
      const out = size * (index % 2 === 0 ? 1 : inner)
      return [Math.sin(turn) * out, -Math.cos(turn) * out] as const
    }),
  )
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

const outlines: Readonly<Record<GenogramSymbol, Outline>> = {
  square: corners([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]),
  circle: radius =>
    `M-${radius} 0a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0-${radius * 2} 0Z`,
  diamond: around(4, 1, 1.25),
  triangle: corners([
    [0, -1.3],
    [1.3, 0.95],
    [-1.3, 0.95],
  ]),
  hexagon: around(6, 1, 1.15),
  star: around(10, 0.62, 1.4),
  heart: radius => {
    const at = (x: number, y: number) => `${round(x * radius)} ${round(y * radius)}`
    return `M${at(0, 1.15)}C${at(-2.1, -0.1)} ${at(-1, -1.7)} ${at(0, -0.65)}C${at(1, -1.7)} ${at(2.1, -0.1)} ${at(0, 1.15)}Z`
  },
  words: radius => {
    const half = halfLabel - 26 + radius - 4
    return `M-${half} -${radius}H${half}V${radius}H-${half}Z`
  },
}

/** The outline of a symbol around 0, 0, as the `d` of a path. */
export function outlineOf(symbol: DrawnPerson['symbol'], radius: number): string {
  return outlines[symbol](radius)
}
