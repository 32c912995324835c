import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renderHtml, type Html } from '../html.ts'
import { toOurOptions } from './fixture-options.ts'
import { canonicalHtml } from './same-html.ts'

const fixtureFile = z.object({
  fixtures: z.array(
    z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() }),
  ),
})

export type FixtureCheck<T> = {
  readonly component: string
  /** Reads a fixture's options into ours. Strict: an option it does not know is an error. */
  readonly options: z.ZodType<T>
  readonly render: (options: T) => Html
  /** Fixtures that our options cannot express on purpose, each with the reason. */
  readonly leftOut?: Readonly<Record<string, string>>
}

/** Checks a component against every fixture that GOV.UK Frontend publishes for it. */
export function describeFixtures<T>(check: FixtureCheck<T>): void {
  const { fixtures } = fixtureFile.parse(JSON.parse(readFixtures(check.component)))
  const leftOut = check.leftOut ?? {}
  const covered = fixtures.filter(fixture => !(fixture.name in leftOut))

  describe(`${check.component} prints what GOV.UK Frontend prints`, () => {
    test('the fixtures left out exist, and they are the smaller part', () => {
      const names = new Set(fixtures.map(fixture => fixture.name))
      expect(Object.keys(leftOut).filter(name => !names.has(name))).toEqual([])
      expect(covered.length).toBeGreaterThan(fixtures.length / 2)
    })

    test.each(covered.map(fixture => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
      const printed = renderHtml(check.render(check.options.parse(toOurOptions(fixture.options))))
      expect(canonicalHtml(printed)).toBe(canonicalHtml(fixture.html))
    })
  })
}

function readFixtures(component: string): string {
  const path = import.meta.resolve(
    `govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
  )
  return readFileSync(new URL(path), 'utf8')
}
