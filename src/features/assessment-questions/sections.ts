import { currentForms } from '#records/assessment-forms.ts'

/** The sections of the newest forms by their keys, each with the title that the shortest form gives it and the forms that have it. */
export const sections: ReadonlyMap<string, { readonly title: string; readonly forms: string[] }> =
  sectionsOfForms()

function sectionsOfForms() {
  const found = new Map<string, { readonly title: string; readonly forms: string[] }>()
  for (const form of currentForms) {
    for (const { key, title } of form.sections) {
      const section = found.get(key) ?? { title, forms: [] }
      section.forms.push(form.title)
      found.set(key, section)
    }
  }
  return found
}
