/**
 * Markup that may be printed as it stands. The private field cannot be forged: no object parsed
 * from a request, a file or the database carries it, whatever its keys say.
 */
class TrustedHtml {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  static is(value: unknown): value is TrustedHtml {
    return typeof value === 'object' && value !== null && #markup in value
  }

  static read(value: TrustedHtml): string {
    return value.#markup
  }

  toString(): never {
    throw new TypeError('Html is not text: print it with renderHtml()')
  }
}

export type Html = TrustedHtml

/** Marks markup as safe to print unescaped. Only for markup this code base wrote itself. */
export function raw(markup: string): Html {
  return new TrustedHtml(markup)
}

export function isHtml(value: unknown): value is Html {
  return TrustedHtml.is(value)
}

export function renderHtml(value: Html): string {
  return TrustedHtml.read(value)
}
