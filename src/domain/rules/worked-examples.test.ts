import { describe, expect, it } from 'vitest'
import { loadEveryExample } from './testing/every-example.ts'
import { missingExamples } from './testing/worked-examples.ts'

const all = await loadEveryExample()

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
