import { globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingExamples, type RuleExamples } from './testing/worked-examples.ts'

const domain = path.dirname(import.meta.dirname)
const files = globSync('**/*.examples.ts', { cwd: domain }).toSorted()

const all: RuleExamples[] = []
for (const file of files) {
  const module = (await import(path.join(domain, file))) as Record<string, RuleExamples>
  all.push(...Object.values(module))
}

describe.each(
  all.map(examples => [`${examples.rule.id}, ${examples.rule.kind}`, examples] as const),
)('%s', (_id, examples) => {
  it.each(examples.examples.map(example => [example.is, example.when, example] as const))(
    'is %s when %s',
    (_is, _when, example) => {
      expect(example.answer()).toEqual(example.expected)
    },
  )

  it('has an example of every kind', () => {
    expect(missingExamples(examples)).toEqual([])
  })
})
