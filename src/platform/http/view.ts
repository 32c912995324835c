import type { FieldError, FormValues } from '#platform/forms/form.ts'
import type { Html } from '#platform/views/html.ts'

/** The form as it is to be printed: what was typed, what is wrong with it, and the hidden fields that every form carries. */
export interface ShownForm {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  /** Stands first inside every `<form method="post">`: guards against forged and repeated sending. */
  readonly hiddenFields: Html
  /**
   * Stands alone in a form that only leads to another page, such as a search: it guards against forged sending, and the same form may be
   * sent again after going back.
   */
  readonly token: Html
}

export interface View {
  readonly title: string
  readonly body: Html
  /** 200 unless the page stands for something else, such as a refusal. */
  readonly status?: number
  readonly backLink?: string
  /** Whose record this is; printed above the page. */
  readonly identity?: Html
}
