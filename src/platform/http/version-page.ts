import type { FormValues } from '#platform/forms/form.ts'
import { bothVersions } from '#platform/views/both-versions.ts'
import { html, type Html } from '#platform/views/html.ts'
import {
  inputsOf,
  questionsOf,
  twoAnswers,
  versionOf,
  type ComparedQuestion,
  type RecordVersion,
  type SavedBy,
} from './version.ts'
import type { ShownForm, View } from './view.ts'

export interface NowHeld<Context> {
  readonly version: string
  readonly values: FormValues
  readonly questions: readonly ComparedQuestion[]
  readonly lastSaved: (context: Context) => Promise<SavedBy>
}

/** What the record holds now, for a page that asks for it; null when there is nothing to compare. */
export function nowHeld<Context, Params, Loaded>(
  version: RecordVersion<Context, Params, Loaded> | undefined,
  loaded: Loaded,
): NowHeld<Context> | null {
  const values = version?.holds(loaded) ?? null
  if (version === undefined || values === null) return null
  const questions = questionsOf(version, loaded)
  const lastSaved = (context: Context) => version.lastSaved(context, loaded)
  return { version: versionOf(questions, values), values, questions, lastSaved }
}

/** The page with both versions in the place of its body; the page itself when they do not differ. */
export async function showBoth(
  { questions, values: now }: Pick<NowHeld<never>, 'questions' | 'values'>,
  page: {
    readonly view: View
    readonly shown: ShownForm
    readonly savedBy: () => Promise<SavedBy>
  },
): Promise<View> {
  const { values, errors, hiddenFields } = page.shown
  const answers = twoAnswers(questions, values, now)
  if (answers.length === 0) return page.view
  const asked = new Set(questions.flatMap(inputsOf))
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)))
  const savedBy = await page.savedBy()
  const body = bothVersions({ hiddenFields, typed, answers, errors, savedBy })
  return { ...page.view, status: 409, body }
}

/** The hidden fields, with the version of the record that the form stands on. */
export function withVersion(hidden: Html, version: string | null): Html {
  if (version === null) return hidden
  return html`${hidden}<input type="hidden" name="_version" value="${version}" />`
}
