import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import type { Family } from '../family/family.ts'
import type { GenogramPiece } from './drawn-person.ts'
import { familyInWords, type Around, type PersonInWords } from './in-words.ts'
import { families, familyOf } from './testing/families.ts'

const today = plainDate('2026-03-02')

/** A person as one sentence: "Mother: Ann Example, 40 years old; parents: Jean and Karl Example." */
function sentenceOf({ name, kinship, facts }: PersonInWords): string {
  return `${kinship}: ${[name, ...facts].join('; ')}.`
}

function wordsOf(
  family: Family,
  pieces: readonly GenogramPiece[] = [],
  around: Around = new Map(),
): string[] {
  const rows = familyInWords(family, pieces, { today, around })
  return rows.flatMap(({ title, people }) => [title, ...people.map(one => `  ${sentenceOf(one)}`)])
}

describe('a family drawing in words', () => {
  it('says everything that the picture of three generations says', () => {
    const around: Around = new Map([
      ['Ann', { kind: 'mother', livesWithChild: true }],
      ['Sam', { kind: 'sibling', livesWithChild: true }],
      ['Jean', { kind: 'grandparent', livesWithChild: false }],
    ])
    expect(wordsOf(families.threeGenerations, [], around)).toMatchInlineSnapshot(`
      [
        "The child",
        "  The child of this drawing: Robin; a girl; 14 years old; parents: Ann and Bob.",
        "Grandparents’ generation",
        "  Grandfather, father’s father: Max; 72 years old; divorced from Lena (a couple from 1978 to 1999); children: Quin, Bob and Rosa.",
        "  Grandmother, father’s mother: Lena; 68 years old; divorced from Max (a couple from 1978 to 1999); children: Quin, Bob and Rosa.",
        "  Grandfather, mother’s father: Karl; died on 1 March 2019, aged 68, born in 1950; married to or in a civil partnership with Jean (a couple since 1980); children: Ann and Nora.",
        "  Grandmother, mother’s mother: Jean; 70 years old; married to or in a civil partnership with Karl (a couple since 1980); children: Ann and Nora.",
        "Parents’ generation",
        "  Aunt, father’s sister: Rosa; died on 1 March 1998, aged 22, born in 1975; parents: Lena and Max.",
        "  Uncle, father’s brother: Quin; 46 years old; parents: Lena and Max.",
        "  Father’s partner: Dee; a woman; 35 years old; married to or in a civil partnership with Bob (a couple since 2018); child: Finn.",
        "  Father: Bob; 43 years old; parents: Lena and Max; separated from Ann (a couple from 2007 to 2014); married to or in a civil partnership with Dee (a couple since 2018); children: Sam, Robin and Finn.",
        "  Mother: Ann; 40 years old; lives with the child; parents: Jean and Karl; separated from Bob (a couple from 2007 to 2014); together with Carl (a couple since 2016); children: Sam, Robin and Eve.",
        "  Mother’s partner: Carl; a man; 45 years old; together with Ann (a couple since 2016); child: Eve.",
        "  Aunt, mother’s sister: Nora; 37 years old; parents: Jean and Karl; together with Otto (a couple since 2010); child: Pia.",
        "  Mother’s sister’s partner: Otto; a man; 39 years old; together with Nora (a couple since 2010); child: Pia.",
        "The child’s own generation",
        "  Half-brother: Finn; 6 years old; parents: Bob and Dee.",
        "  Brother: Sam; 16 years old; lives with the child; parents: Ann and Bob.",
        "  Half-sister: Eve; 8 years old; parents: Ann and Carl.",
        "  Cousin, mother’s sister’s daughter: Pia; 13 years old; parents: Nora and Otto.",
      ]
    `)
  })

  it('tells adoption and fostering apart from birth', () => {
    expect(wordsOf(families.adoption)).toMatchInlineSnapshot(`
      [
        "The child",
        "  The child of this drawing: Robin; a boy; 13 years old; parents: Ann, Tess (adoptive) and Ulla (adoptive).",
        "Grandparents’ generation",
        "  Adoptive mother’s father: Yann; died on 1 March 2015, aged 66, born in 1948; married to or in a civil partnership with Xena (a couple since 1970); child: Tess.",
        "  Mother’s foster mother: Xena; 75 years old; married to or in a civil partnership with Yann (a couple since 1970); children: Tess and Ann (foster).",
        "Parents’ generation",
        "  Mother: Ann; 31 years old; parent: Xena (foster); children: Robin and Wes.",
        "  Adoptive mother: Tess; 50 years old; parents: Xena and Yann; married to or in a civil partnership with Ulla (a couple since 2005); children: Robin (adoptive) and Vic (adoptive).",
        "  Adoptive mother: Ulla; 52 years old; married to or in a civil partnership with Tess (a couple since 2005); children: Robin (adoptive) and Vic (adoptive).",
        "The child’s own generation",
        "  Brother: Wes; 15 years old; parent: Ann.",
        "  Adoptive brother: Vic; 17 years old; parents: Tess (adoptive) and Ulla (adoptive).",
      ]
    `)
  })

  it('says what the family changed', () => {
    const pieces: GenogramPiece[] = [
      { personId: 'Ann', place: { x: 20, y: -300 }, symbol: 'star', words: null, label: 'Mum' },
      { personId: 'Bob', place: null, symbol: 'words', words: 'Dad, far away', label: null },
    ]
    expect(wordsOf(families.small, pieces)).toMatchInlineSnapshot(`
      [
        "The child",
        "  The child of this drawing: Robin; a girl; 14 years old; parents: Mum and Bob.",
        "Parents’ generation",
        "  Father: Bob; 43 years old; married to or in a civil partnership with Mum (a couple since 2008); child: Robin; drawn as the words “Dad, far away”.",
        "  Mother: Mum; recorded as Ann; 40 years old; married to or in a civil partnership with Bob (a couple since 2008); child: Robin; drawn as a star.",
      ]
    `)
  })

  it('knows a mother’s partner, a former one and a step-sister', () => {
    const family = familyOf(
      ['*Robin f', 'Ann f', 'Bob m', 'Carl m', 'Dee f', 'Eve f'],
      ['Ann > Robin', 'Carl > Robin step', 'Carl > Eve'],
      ['Ann Bob separated', 'Ann Carl married', 'Dee Ann together -2012'],
    )
    expect(wordsOf(family)).toMatchInlineSnapshot(`
      [
        "The child",
        "  The child of this drawing: Robin; a girl; parents: Ann and Carl (step).",
        "Parents’ generation",
        "  Step-father: Carl; married to or in a civil partnership with Ann; children: Robin (step) and Eve.",
        "  Mother: Ann; separated from Bob; married to or in a civil partnership with Carl; was together with Dee (a couple until 2012); child: Robin.",
        "  Mother’s former partner: Bob; a man; separated from Ann.",
        "  Mother’s former partner: Dee; a woman; was together with Ann (a couple until 2012).",
        "The child’s own generation",
        "  Step-sister: Eve; parent: Carl.",
      ]
    `)
  })

  it('spells no way out that nobody could follow', () => {
    const family = familyOf(
      ['*Robin f', 'A f', 'B f', 'C f', 'D f', 'E f', 'Zoe f'],
      ['A > Robin', 'B > A', 'C > B', 'D > C', 'E > D'],
    )
    const last = wordsOf(family).filter(line => /: (E|Zoe);/u.test(line))
    expect(last).toMatchInlineSnapshot(`
      [
        "  Further family: E; a woman; child: D.",
        "  Mother’s mother’s mother’s mother: D; parent: E; child: C.",
        "  Family, by a way that is not recorded: Zoe; a woman.",
      ]
    `)
  })
})
