import type { ZodType } from 'zod'
import type { FieldError, Form, FormContext, FormValues, Problem } from '#platform/forms/form.ts'
import type { Html } from '#platform/views/html.ts'
import { NotFound } from './errors.ts'
import { compareVersions, questionsOf, sentVersion, type RecordVersion } from './version.ts'
import { nowHeld, showBoth, withVersion } from './version-page.ts'
import type { ShownForm, View } from './view.ts'

/**
 * A page, read top to bottom: who may enter, what it loads, what its form asks, what a submit does, how it looks.
 *
 * `Context` is what the host passes in (a transaction, the person, today). `load` runs for every request, also before a form is shown
 * again. `submit` returns where to go next, or why not: a refusal saves nothing.
 */
export interface PageDefinition<Context, Permission, Params, Query, Loaded, Value> {
  readonly permission: Permission
  readonly params?: ZodType<Params>
  readonly query?: ZodType<Query>
  readonly load: (context: Context, input: PageInput<Params, Query>) => Promise<Loaded>
  readonly form?: Form<Value> | ((loaded: Loaded) => Form<Value>)
  /** What the form holds when it is first shown. */
  readonly initial?: (loaded: Loaded, context: Context) => FormValues
  /** For a form over a record that others may change meanwhile: nobody overwrites what they have not seen. */
  readonly version?: RecordVersion<Context, Params, Loaded>
  readonly submit?: (
    context: Context,
    value: Value,
    input: PageInput<Params, Query> & { readonly loaded: Loaded },
  ) => Promise<SubmitResult>
  readonly view: (loaded: Loaded, shown: ShownForm, context: Context) => View
}

export interface PageInput<Params, Query> {
  readonly params: Params
  readonly query: Query
  /** What was typed and what is wrong with it, when the page is shown again after a form came back. */
  readonly again: FormAgain | null
}

export type SubmitResult =
  | { readonly kind: 'go'; readonly to: string; readonly message: string | null }
  | {
      readonly kind: 'refused'
      readonly problems: readonly Problem[]
    }

/** After a submit that saved: go to a page, with a sentence shown there once. The sentence names nobody. */
export function goTo(to: string, message: string | null = null): SubmitResult {
  return { kind: 'go', to, message }
}

/** After a submit that could not be done: nothing is saved, the form is shown again with what was typed. */
export function refuse(...problems: readonly Problem[]): SubmitResult {
  return { kind: 'refused', problems }
}

/** A page with its own types closed over, as the router sees it. */
export interface Page<Context, Permission> {
  readonly permission: Permission
  readonly takesForms: boolean
  readonly show: (
    context: Context,
    raw: RawInput,
    again: FormAgain | null,
    hidden: HiddenFields,
  ) => Promise<View>
  /** The form as it was typed into a body that was kept, to be shown again. */
  readonly readKept: (context: Context, raw: RawInput, body: unknown) => Promise<FormAgain | null>
  readonly send: (
    context: Context,
    raw: RawInput,
    body: unknown,
    form: FormContext,
  ) => Promise<Sent>
}

export interface HiddenFields {
  readonly all: Html
  /** Of them, the one that guards against forged sending. */
  readonly token: Html
}

export interface RawInput {
  readonly params: unknown
  readonly query: unknown
}

export interface FormAgain {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  /** The version of the record that the person had before them while they wrote. */
  readonly version?: string | null
  /** Somebody else changed the record meanwhile: both versions are to be shown. */
  readonly isOvertaken?: boolean
}

export type Sent =
  | { readonly kind: 'go'; readonly to: string; readonly message: string | null }
  | ({ readonly kind: 'again' } & FormAgain)

/**
 * Makes a page from its definition.
 *
 * @throws Error at start when a page has a form without a submit, or the other way round
 */
export function definePage<Context, Permission, Params, Query, Loaded, Value>(
  definition: PageDefinition<Context, Permission, Params, Query, Loaded, Value>,
): Page<Context, Permission> {
  const { form, submit } = definition
  if ((form === undefined) !== (submit === undefined)) {
    throw new Error('A page with a form needs a submit, and a submit needs a form')
  }
  const formOf = (loaded: Loaded): Form<Value> | undefined =>
    typeof form === 'function' ? form(loaded) : form
  const untouched = (loaded: Loaded, context: Context): FormAgain => ({
    values: definition.initial?.(loaded, context) ?? formOf(loaded)?.empty() ?? {},
    errors: [],
  })

  return {
    permission: definition.permission,
    takesForms: form !== undefined,
    async show(context, raw, again, hidden) {
      const loaded = await definition.load(context, readInput(definition, raw, again))
      const { values, errors, version, isOvertaken } = again ?? untouched(loaded, context)
      const now = nowHeld(definition.version, loaded)
      const before = isOvertaken === true ? null : version
      const hiddenFields = withVersion(hidden.all, before ?? now?.version ?? null)
      const shown = { values, errors, hiddenFields, token: hidden.token }
      const view = definition.view(loaded, shown, context)
      if (now === null || isOvertaken !== true) return view
      return await showBoth(now, { view, shown, savedBy: () => now.lastSaved(context) })
    },
    async readKept(context, raw, body) {
      const form = formOf(await definition.load(context, readInput(definition, raw, null)))
      if (form === undefined) return null
      return { values: form.refuse(body, []).values, errors: [], version: sentVersion(body) }
    },
    async send(context, raw, sentBody, formContext) {
      const input = readInput(definition, raw, null)
      await definition.version?.lock(context, input.params)
      const loaded = await definition.load(context, input)
      const parsing = formOf(loaded)
      if (parsing === undefined || submit === undefined) throw new NotFound()
      const compared = comparedWithNow(definition.version, loaded, parsing, sentBody)
      const back = { kind: 'again', version: sentVersion(sentBody) } as const
      if (compared.kind === 'overtaken') {
        const { values } = parsing.refuse(sentBody, [])
        return { ...back, values, errors: compared.errors, isOvertaken: true }
      }
      const parsed = parsing.parse(compared.body, formContext)
      if (parsed.kind === 'rearranged') return { ...back, values: parsed.values, errors: [] }
      if (parsed.kind === 'invalid') {
        return { ...back, values: parsed.values, errors: parsed.errors }
      }
      const result = await submit(context, parsed.value, { ...input, loaded })
      if (result.kind === 'go') return result
      const refused = parsing.refuse(compared.body, result.problems)
      return { ...back, values: refused.values, errors: refused.errors }
    },
  }
}

function comparedWithNow<Context, Params, Loaded, Value>(
  version: RecordVersion<Context, Params, Loaded> | undefined,
  loaded: Loaded,
  form: Form<Value>,
  body: unknown,
) {
  const now = version?.holds(loaded) ?? null
  if (version === undefined || now === null) return { kind: 'same', body } as const
  const typed = form.refuse(body, []).values
  return compareVersions(questionsOf(version, loaded), body, typed, now)
}

function readInput<Params, Query>(
  definition: { params?: ZodType<Params>; query?: ZodType<Query> },
  raw: RawInput,
  again: FormAgain | null,
): PageInput<Params, Query> {
  return {
    params: readOrNotFound(definition.params, raw.params),
    query: readOrNotFound(definition.query, raw.query),
    again,
  }
}

/** A link that does not fit its page leads nowhere: the same answer as for an unknown id. */
function readOrNotFound<Value>(schema: ZodType<Value> | undefined, raw: unknown): Value {
  if (schema === undefined) return {} as Value
  const read = schema.safeParse(raw)
  if (!read.success) throw new NotFound()
  return read.data
}
