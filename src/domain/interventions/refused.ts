/** A step that cannot be taken as asked: each problem says what to do, at the answer that it is about. */
export interface Refused {
  readonly kind: 'refused'
  readonly problems: readonly Refusal[]
}

export interface Refusal {
  readonly field: string
  readonly message: string
}

/** Says no for one reason or several. */
export function refused(...problems: readonly Refusal[]): Refused {
  return { kind: 'refused', problems }
}
