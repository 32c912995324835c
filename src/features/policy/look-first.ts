import { choiceField } from '#platform/forms/choice-field.ts'
import { hiddenField } from '#platform/forms/hidden-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { refuse, type SubmitResult } from '#platform/http/page.ts'
import type { PolicyPack } from '#domain/rules/policy.ts'

/**
 * What every form of the policy pack asks besides the change itself. Its first button shows what would change; only the page that shows it
 * offers to save, and only what it showed.
 */
export const lookFirstFields = {
  reason: longTextField({ name: 'The reason', missing: 'Write why the service settles this' }),
  step: choiceField({ choices: ['look', 'save'], optional: true }),
  seen: hiddenField({ optional: true }),
} as const

interface Step {
  readonly step: 'look' | 'save' | null
  /** Names what the page before had shown; null when it was not looked at. */
  readonly seen: string | null
}

/** Names a change as it stands on top of the pack: typed otherwise, or on another pack, it has another name. */
export function nameOfChange(pack: PolicyPack, ...change: readonly unknown[]): string {
  const settled = pack.numbers.length + pack.switches.length + pack.closedDays.length
  return [settled, ...change].map(String).join(' ')
}

/** The page again instead of saving, unless this very change was looked at; null when it may be saved. */
export function lookAgain(
  { step, seen }: Step,
  change: { readonly name: string; readonly field: string },
): SubmitResult | null {
  if (step !== 'save') return refuse()
  if (seen === change.name) return null
  const message = 'This is not what you looked at. See what would change now, then save'
  return refuse({ field: change.field, message })
}
