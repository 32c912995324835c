import { genogramSymbols } from '#domain/genogram/symbols.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { textField } from '#platform/forms/text-field.ts'
import { NotFound } from '#platform/http/errors.ts'
import { goTo } from '#platform/http/page.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { lockWorkWith } from '#records/interventions.ts'
import { childBanner } from '../child-banner.ts'
import { findLastSaved } from '../last-saved.ts'
import { page, type PageContext } from '../page.ts'
import { loadDrawing, pieceInUrl } from './load-drawing.ts'
import { pieceBody } from './piece.html.ts'
import { saveLook } from './queries.ts'
import { genogramUrl } from './urls.ts'

/** The first of the choices: the usual symbol, which follows what is recorded of the person. */
const usual = 'usual'
const symbolChoices = { [usual]: 'The usual symbol', ...genogramSymbols }

const pieceForm = defineForm({
  fields: {
    symbol: choiceField({ choices: symbolChoices, missing: 'Choose a symbol' }),
    words: textField({ name: 'The words', maxLength: 45, optional: true }),
    label: textField({ name: 'The name in the drawing', maxLength: 60, optional: true }),
  },
  check: ({ symbol, words }) =>
    symbol === 'words' && words === null
      ? [{ field: 'words', message: 'Write the words that stand for the person' }]
      : [],
})

/** How one person is drawn: another symbol or words, another name, as the family likes. */
export const piecePage = page({
  permission: 'genogram.change',
  params: pieceInUrl,
  load: (context, { params }) => loadPiece(context, params),
  form: pieceForm,
  initial: ({ piece }) => filled(piece),
  version: {
    lock: ({ scope }, { childId }) => lockWorkWith(scope, childId),
    holds: ({ piece }) => filled(piece),
    questions: [
      { field: 'symbol', title: 'Symbol', words: symbolChoices },
      { field: 'words', title: 'Words' },
      { field: 'label', title: 'Name in the drawing' },
    ],
    lastSaved: ({ scope }, { child, person }) =>
      findLastSaved(scope, {
        action: 'genogram-piece.changed',
        childId: child.id,
        subjectId: person.id,
      }),
  },
  submit: async ({ scope }, { symbol, words, label }, { params }) => {
    await saveLook(scope, params, {
      symbol: symbol === usual ? null : symbol,
      words: symbol === 'words' ? words : null,
      label,
    })
    const { childId, personId: subjectId } = params
    await insertAuditEntry(scope, { action: 'genogram-piece.changed', childId, subjectId })
    return goTo(genogramUrl(childId), 'Changed')
  },
  view: ({ child, person }, shown, { today }) => ({
    title: 'Change a piece of the family drawing',
    identity: childBanner(child, today),
    backLink: genogramUrl(child.id),
    body: pieceBody(shown, { person, cancel: genogramUrl(child.id) }),
  }),
})

/** @throws NotFound when this reader sees no such person in this family */
async function loadPiece(
  context: PageContext,
  { childId, personId }: { readonly childId: string; readonly personId: string },
) {
  const { child, family, pieces, mayBeMoved } = await loadDrawing(context, childId)
  const person = family.people.find(({ id }) => id === personId)
  if (person === undefined || !mayBeMoved) throw new NotFound()
  return { child, person, piece: pieces.find(one => one.personId === personId) }
}

type Piece = Awaited<ReturnType<typeof loadPiece>>['piece']

function filled(piece: Piece) {
  return pieceForm.fill({
    symbol: piece?.symbol ?? usual,
    words: piece?.words ?? null,
    label: piece?.label ?? null,
  })
}
