import type { Answers, Person } from './journey.ts'

/** Writes an assessment from its list of sections: each is opened by its title, filled and saved, back to the list. */
export async function writeSections(
  person: Person,
  sections: Readonly<Record<string, Answers>>,
): Promise<void> {
  for (const [title, answers] of Object.entries(sections)) {
    await person.follow(title)
    await person.fill(answers)
    await person.press('Save and go to the list')
  }
}
