import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseLine } from '../reading/parse-line.ts'
import { exchangeJsonSchema, schemaText } from './lines.ts'

const root = new URL('../../../', import.meta.url)

describe('the JSON Schema', () => {
  it('in docs/ is the one that the definitions make: npx alongside schema > docs/exchange-schema.json', async () => {
    const committed = await readFile(new URL('docs/exchange-schema.json', root), 'utf8')
    expect(committed).toBe(schemaText())
  })

  it('refuses fields that it does not name', () => {
    const { $defs } = exchangeJsonSchema() as { $defs: Record<string, Record<string, unknown>> }
    for (const name of ['header', 'panel', 'child', 'referral', 'contact', 'end']) {
      expect($defs[name]?.['additionalProperties']).toBe(false)
    }
  })
})

const end = { record: 'end', panels: 0, people: 0, familyLinks: 0, children: 0 }

function problemsWith(line: unknown) {
  const text = typeof line === 'string' ? line : JSON.stringify(line)
  const parsed = parseLine({ number: 1, text, problem: null })
  return parsed.kind === 'refused' ? parsed.problems : []
}

describe('a line', () => {
  it.each([
    ['a line that is not JSON', '{"record":', '', 'is not JSON'],
    ['a record that there is not', { record: 'pet' }, 'record', 'is not one of'],
    ['a field that there is not', { ...end, pets: 1 }, 'pets', 'is not in the format'],
    ['a missing field', { record: 'end', panels: 0 }, 'children', 'is missing'],
    ['a number that is not whole', { ...end, panels: 1.5 }, 'panels', 'is not a whole number'],
    ['nothing where something is', { ...end, panels: null }, 'panels', 'is not a whole number'],
    [
      'another format',
      { record: 'service', format: 'x', version: 1 },
      'format',
      'is not alongside-exchange',
    ],
    [
      'a later version',
      { record: 'service', format: 'alongside-exchange', version: 3 },
      'version',
      'is not 2',
    ],
    ['a panel at no time', { record: 'panel', startsAt: '2pm' }, 'startsAt', 'is not a time'],
    ['a panel on no day', { record: 'panel', heldOn: '2026-02-30' }, 'heldOn', 'is not a day'],
    [
      'an id in capitals',
      { record: 'panel', id: 'A1B2C3D4-0000-4000-8000-000000000000' },
      'id',
      'is not an id',
    ],
    [
      'a character that cannot be kept',
      { record: 'panel', place: 'a\0b' },
      'place',
      'cannot be kept',
    ],
  ])('is refused in its place for %s', (_name, line, path, reason) => {
    expect(problemsWith(line)).toContainEqual({
      path,
      rule: 'format',
      reason: expect.stringContaining(reason) as string,
    })
  })

  it('is read when nothing is wrong with it', () => {
    expect(problemsWith(end)).toEqual([])
  })
})
