import type { CoupleRoute } from '#domain/genogram/couple-routes.ts'
import type { DescentRoute } from '#domain/genogram/descent-routes.ts'
import type { Drawing } from '#domain/genogram/drawing.ts'
import {
  doubledBy,
  lineHeight,
  symbolFoot,
  symbolRadius,
  type DrawnPerson,
} from '#domain/genogram/drawn-person.ts'
import type { Place } from '#domain/genogram/layout.ts'
import type { CoupleLine } from '#domain/genogram/symbols.ts'
import { html, type Html } from '#platform/views/html.ts'
import { outlineOf } from './shapes.ts'

/** The drawing itself. What it says stands in words beneath it, so its description only says where. */
export function picture(drawing: Drawing, title: string): Html {
  const { x, y, width, height } = drawing.box
  return html`<svg
    class="app-genogram__picture"
    role="img"
    aria-labelledby="genogram-title genogram-desc"
    viewBox="${x} ${y} ${width} ${height}"
    width="${width}"
    height="${height}"
  >
    <title id="genogram-title">${title}</title>
    <desc id="genogram-desc">
      A family drawing with a row for each generation. “The drawing in words” says everything that
      it shows.
    </desc>
    <g class="app-genogram__lines">${drawing.couples.map(couple)} ${drawing.descents.map(descent)}</g>
    ${drawing.people.map(person)}
  </svg>`
}

function couple({ a, b, line, points, mark }: CoupleRoute): Html {
  return html`<g data-couple="${a} ${b}">
    <path class="app-genogram__couple app-genogram__couple--${line}" d="${pathOf(points)}" />
    ${strokes(line, mark)}
  </g>`
}

/** One stroke through the line of a couple that separated, two where they divorced. */
export function strokes(line: CoupleLine, { x, y }: Place): Html | null {
  const shifts = line === 'separated' ? [0] : line === 'divorced' ? [-4, 4] : []
  if (shifts.length === 0) return null
  return html`<path
    class="app-genogram__stroke"
    d="${shifts.map(shift => `M${x + shift - 4} ${y + 9}l8 -18`).join('')}"
  />`
}

function descent({ parents, trunk, trunkNature, ends }: DescentRoute): Html {
  return html`<g data-parents="${parents.join(' ')}">
    ${trunk.map(points => line(trunkNature, points))}
    ${ends.map(({ nature, points }) => line(nature, points))}
  </g>`
}

function line(nature: string, points: readonly Place[]): Html {
  return html`<path class="app-genogram__line app-genogram__line--${nature}" d="${pathOf(points)}" />`
}

function person(one: DrawnPerson): Html {
  return html`<g
    class="app-genogram__piece"
    id="piece-${one.id}"
    data-person="${one.id}"
    data-x="${one.x}"
    data-y="${one.y}"
    ${one.isTheChild && html`data-the-child`}
    transform="translate(${one.x} ${one.y})"
  >
    <title>${one.name}</title>
    ${symbolOf(one)} ${words('app-genogram__inside', one.inside, middleStart(one.inside.length))}
    ${words('app-genogram__name', one.nameLines, nameStart(one))}
    ${one.years !== null && words('app-genogram__years', [one.years], nameStart(one) + one.nameLines.length * lineHeight)}
  </g>`
}

/** A symbol around 0, 0: doubled for the child of the drawing, crossed for who has died. */
export function symbolOf({
  symbol,
  isTheChild,
  hasDied,
}: Pick<DrawnPerson, 'symbol' | 'isTheChild' | 'hasDied'>): Html {
  const r = symbolRadius
  const c = symbol === 'square' || symbol === 'words' ? r : Math.round(r * 0.72)
  return html`${
    isTheChild &&
    html`<path class="app-genogram__symbol" d="${outlineOf(symbol, r + doubledBy)}" />`
  }<path class="app-genogram__symbol" d="${outlineOf(symbol, r)}" />${
    hasDied &&
    html`<path class="app-genogram__cross" d="M-${c} -${c}L${c} ${c}M${c} -${c}L-${c} ${c}" />`
  }`
}

function words(name: string, lines: readonly string[], start: number): Html[] {
  return lines.map(
    (text, index) => html`<text class="${name}" y="${start + index * lineHeight}">${text}</text>`,
  )
}

function middleStart(lines: number): number {
  return 6 - ((lines - 1) * lineHeight) / 2
}

function nameStart(person: DrawnPerson): number {
  return symbolFoot(person) + 20
}

function pathOf(points: readonly Place[]): string {
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`
}
