import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Facts } from '#domain/circumstances/circumstance-kind.ts'
import { kindOf } from '#domain/circumstances/kinds.ts'
import type { CircumstanceKind } from '#domain/vocabulary/children.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm, type FormValue } from '#platform/forms/form.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import type { SpellContent } from '#records/circumstances.ts'
import {
  askedFacts,
  factsTyped,
  fieldsOf,
  mainField,
  typedFacts,
  type HowMuch,
} from './fact-fields.ts'
import { sourceFields, sourceInWords, sourceProblems, sourceTyped } from './source-question.ts'

const dayNames = { startedOn: 'The first day', endedOn: 'The last day' }

const startedOn = dateField({
  name: dayNames.startedOn,
  missing: 'Enter the day from which it holds',
  mustBe: 'today or in the past',
})

/** What a kind asks, when it begins and who said it: all of it, or only what has to be known when something changes. */
export function spellForm(kind: CircumstanceKind, howMuch: HowMuch) {
  const declared = kindOf(kind)
  return defineForm({
    fields: {
      value: mainField(declared),
      ...fieldsOf(askedFacts(declared, howMuch)),
      detail: longTextField({ name: 'The note', maxLength: 2000, optional: true }),
      startedOn,
      endedOn: dateField({
        name: dayNames.endedOn,
        optional: true,
        mustBe: 'today or in the past',
      }),
      ...sourceFields,
    },
    check: ({ startedOn: from, endedOn: to, ...value }) => [
      ...(to !== null && to.since(from).sign < 0
        ? [{ field: 'endedOn', message: 'It cannot have ended before it began' } as const]
        : []),
      ...sourceProblems(value),
    ],
  })
}

type TypedSpell = FormValue<ReturnType<typeof spellForm>>

/** What was typed, as it is kept. */
export function spellTyped(
  kind: CircumstanceKind,
  howMuch: HowMuch,
  value: TypedSpell,
): SpellContent {
  const declared = kindOf(kind)
  return {
    value: value.value,
    facts: factsTyped(askedFacts(declared, howMuch), value),
    detail: value.detail,
    startedOn: value.startedOn,
    endedOn: value.endedOn,
    source: sourceInWords(value),
  }
}

/** What the whole form holds for a spell that is kept. */
export function spellHeld(kind: CircumstanceKind, spell: SpellContent) {
  const { facts, source, ...rest } = spell
  const held = { ...typedFacts(kindOf(kind).facts, facts), ...rest, ...sourceTyped(source) }
  return spellForm(kind, 'all').fill(held)
}

/** What a form begins with when something changes: today, and what is likely to stay as it was. */
export function changeBegun(kind: CircumstanceKind, before: Facts, today: PlainDate) {
  const staying = kindOf(kind).facts.filter(({ carriesOver }) => carriesOver === true)
  return spellForm(kind, 'change').fill({ ...typedFacts(staying, before), startedOn: today })
}
