import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleBook, type Rule } from './rule-book.ts'
import { loadEveryExample } from './testing/every-example.ts'

const document = readFileSync(
  path.resolve(import.meta.dirname, '../../../docs/operating-model.md'),
  'utf8',
)
const rows = rowsOf(document)
const declared = new Map<string, Rule>(ruleBook.map(rule => [rule.id, rule]))
const examples = await loadEveryExample()
const kindsWithExamples = new Set(examples.map(({ rule }) => `${rule.id} ${rule.kind}`))

describe('the operating model', () => {
  it('is read whole: every row of its tables, each id once', () => {
    const tableLines = document.split('\n').filter(line => line.startsWith('| '))
    const heads = tableLines.filter(line => line.startsWith('| id |'))
    expect(rows.length).toBe(tableLines.length - heads.length)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.filter(({ kind }) => kind === 'standard').length).toBeGreaterThan(0)
  })

  it.each(rows)('has a declaration of $id, $kind', ({ id, kind }) => {
    expect(declared.get(id)?.kind).toBe(kind)
  })

  it('has every rule that is declared', () => {
    const inDocument = new Set(rows.map(({ id }) => id))
    expect(ruleBook.map(({ id }) => id).filter(id => !inDocument.has(id))).toEqual([])
  })
})

describe.each(ruleBook.map(rule => [rule.id, rule] as const))(
  'the declaration of %s',
  (id, rule) => {
    it('has worked examples', () => {
      expect(kindsWithExamples).toContain(`${id} ${rule.kind}`)
    })

    it('begins with the key of the source that it cites', () => {
      expect(id.startsWith(`${rule.citation.source}-`)).toBe(true)
    })

    it('says in words what it asks and why', () => {
      expect(rule.title.length).toBeGreaterThan(20)
      expect(rule.title).not.toContain('\n')
      expect(rule.why.length).toBeGreaterThan(40)
    })

    it('has numbers that lie between the least and the most that a service may set', () => {
      for (const { values, least, most } of Object.values(rule.parameters)) {
        expect(values.length).toBeGreaterThan(0)
        for (const { value } of values) {
          expect(value).toBeGreaterThanOrEqual(least)
          expect(value).toBeLessThanOrEqual(most)
        }
      }
    })
  },
)

/** The id and kind of every row; what stands in a table without a column of kinds is a standard. */
function rowsOf(text: string): { id: string; kind: string }[] {
  let hasKinds = false
  return text.split('\n').flatMap(line => {
    const [first, id = '', kind = ''] = line.split('|').map(cell => cell.trim())
    if (first !== '' || id === '' || /^-+$/u.test(id)) return []
    if (id !== 'id') return [{ id, kind: hasKinds ? kind : 'standard' }]
    hasKinds = kind === 'kind'
    return []
  })
}
