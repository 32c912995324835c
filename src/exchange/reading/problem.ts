/** Why a record is refused: where in its line, under which rule, and what to put right. It quotes nothing that the record says. */
export interface Problem {
  /** `referrals[0].offences[1].occurredOn`; empty for the line itself. */
  readonly path: string
  /** The id of a rule of the rule book, or one of the format's own: format, reference, dates, … */
  readonly rule: string
  readonly reason: string
  /** The record that it is about: where that is in the database already, it is not asked again. */
  readonly rowId?: string
}

/** Joins names and places as they are written in code: `a`, `0`, `b` to `a[0].b`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    return path === '' ? String(step) : `${path}.${String(step)}`
  }, '')
}
