import { describe, expect, it } from 'vitest'
import { linksFor, type StandingFamily } from './links-for.ts'

const alone: StandingFamily = { childId: 'sam', siblingIds: [], parents: [], partners: [] }
const withParents: StandingFamily = {
  ...alone,
  siblingIds: ['bo'],
  parents: [
    { parentId: 'mo', childId: 'sam', nature: 'birth' },
    { parentId: 'fay', childId: 'sam', nature: 'foster' },
    { parentId: 'nan', childId: 'mo', nature: 'birth' },
  ],
}

/** Links in short: "mo>sam birth", "mo=ed". */
function placed(
  kind: Parameters<typeof linksFor>[0]['kind'],
  family: StandingFamily,
  throughId: string | null = null,
): string[] {
  const { parents, partners } = linksFor({ kind, personId: 'new', throughId }, family)
  return [
    ...parents.map(({ parentId, childId, nature }) => `${parentId}>${childId} ${nature}`),
    ...partners.map(({ a, b }) => `${a}=${b}`),
  ]
}

describe('a place in the family', () => {
  it.each([
    ['a mother alone', placed('mother', alone), ['new>sam birth']],
    [
      'a father, of full brothers too',
      placed('father', withParents),
      ['new>sam birth', 'new>bo birth'],
    ],
    ['an adoptive parent', placed('adoptive-parent', withParents), ['new>sam adoptive']],
    ['a foster carer', placed('foster-carer', alone), ['new>sam foster']],
    ['a step-parent', placed('step-parent', withParents, 'mo'), ['new>sam step', 'mo=new']],
    ['a step-parent of nobody named', placed('step-parent', withParents), ['new>sam step']],
    ['a grandparent', placed('grandparent', withParents, 'mo'), ['new>mo birth']],
    ['a grandparent of no side named', placed('grandparent', withParents), []],
    ['an aunt', placed('aunt-or-uncle', withParents, 'mo'), ['nan>new birth']],
    ['a sister shares birth parents, not carers', placed('sibling', withParents), ['mo>new birth']],
    ['a sister while no parent is known', placed('sibling', alone), []],
    ['a half-brother', placed('half-sibling', withParents, 'mo'), ['mo>new birth']],
    ['a step-sister', placed('step-sibling', withParents, 'ed'), ['ed>new birth']],
    ['a partner', placed('partner', alone), ['sam=new']],
    ['an own child', placed('own-child', alone), ['sam>new birth']],
    ['a friend', placed('friend', withParents, 'mo'), []],
    ['a social worker', placed('social-worker', withParents), []],
  ])('is found for %s', (_name, got, expected) => {
    expect(got).toEqual(expected)
  })

  it('is not given twice, and nobody gets a third birth parent', () => {
    const full: StandingFamily = {
      ...alone,
      parents: [
        { parentId: 'new', childId: 'sam', nature: 'birth' },
        { parentId: 'ed', childId: 'sam', nature: 'birth' },
      ],
    }
    expect(placed('mother', full)).toEqual([])
    expect(linksFor({ kind: 'mother', personId: 'third', throughId: null }, full).parents).toEqual(
      [],
    )
  })
})
