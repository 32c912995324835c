import {
  directions,
  furthestAway,
  movePiece,
  onTheDrawing,
  type Direction,
} from '#domain/genogram/move-piece.ts'
import type { DrawnPerson } from '#domain/genogram/drawn-person.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { textOf } from '#platform/forms/typed-values.ts'
import { wholeNumberField } from '#platform/forms/whole-number-field.ts'
import { goTo } from '#platform/http/page.ts'
import { whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, page } from '../page.ts'
import { loadDrawing, type LoadedDrawing } from './load-drawing.ts'
import { moveForm } from './move.html.ts'
import { savePlace } from './queries.ts'
import { genogramUrl } from './urls.ts'

/** A place has no words in front of a person: a drag sends it. */
const placeField = wholeNumberField({
  name: 'The place',
  min: -furthestAway,
  max: furthestAway,
  optional: true,
})

function formFor({ family, mayBeMoved }: Pick<LoadedDrawing, 'family' | 'mayBeMoved'>) {
  return defineForm({
    fields: {
      piece: choiceField({
        choices: mayBeMoved ? family.people.map(({ id }) => id) : [],
        missing: 'Choose who is moved',
      }),
      direction: choiceField({ choices: directions, optional: true }),
      steps: wholeNumberField({ name: 'Steps', min: 1, max: 20, optional: true }),
      x: placeField,
      y: placeField,
    },
    check: ({ direction, x, y }) =>
      direction === null && (x === null || y === null)
        ? [{ field: 'direction', message: 'Choose where it is moved: left, right, up or down' }]
        : [],
  })
}

type Sent = FormValue<ReturnType<typeof formFor>>

/** Moves one piece: so many steps one way, or to where it was dragged. */
export const movePiecePage = page({
  permission: 'genogram.change',
  params: childInUrl,
  load: (context, { params }) => loadDrawing(context, params.childId),
  form: formFor,
  submit: async ({ scope }, sent, { params: { childId }, loaded: { drawing } }) => {
    const at = drawing.people.find(({ id }) => id === sent.piece) ?? { x: 0, y: 0 }
    await savePlace(scope, { childId, personId: sent.piece }, placeAfter(sent, at))
    await insertAuditEntry(scope, {
      action: 'genogram-piece.moved',
      childId,
      subjectId: sent.piece,
    })
    return goTo(genogramUrl(childId, sent.piece), 'Moved')
  },
  view: ({ child, drawing }, shown, { today }) => ({
    title: 'Move a piece of the family drawing',
    identity: childBanner(child, today),
    backLink: genogramUrl(child.id),
    body: moveBody(shown, child.id, drawing.people),
  }),
})

function placeAfter({ direction, steps, x, y }: Sent, at: Pick<DrawnPerson, 'x' | 'y'>) {
  if (x !== null && y !== null) return onTheDrawing({ x, y })
  return movePiece(at, direction ?? ('right' satisfies Direction), steps ?? 1)
}

function moveBody(asked: Asked, childId: string, people: readonly DrawnPerson[]): Html {
  const messageOf = (field: string) => asked.errors.find(error => error.field === field)?.message
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Move a piece of the family drawing</h1>
    ${moveForm(asked.hiddenFields, {
      childId,
      people,
      chosen: textOf(asked.values, 'piece') || null,
      steps: textOf(asked.values, 'steps') || 1,
      errors: { piece: messageOf('piece'), steps: messageOf('steps') },
    })}`
}
