import type { Answers } from '#domain/assessment/answers.ts'
import type { FormDefinition } from '#domain/assessment/form-definition.ts'
import exploitationV1 from '#domain/assessment/tools/exploitation/v1.json' with { type: 'json' }
import healthNeedsV1 from '#domain/assessment/tools/health-needs/v1.json' with { type: 'json' }
import outsideToolV1 from '#domain/assessment/tools/outside-tool/v1.json' with { type: 'json' }
import safetyGridV1 from '#domain/assessment/tools/safety-grid/v1.json' with { type: 'json' }
import { readForms } from './assessment-forms.ts'

/** Every version of every tool beside the assessment, read and checked like its forms when the application starts. */
const toolForms: readonly FormDefinition[] = readForms([
  safetyGridV1,
  exploitationV1,
  healthNeedsV1,
  outsideToolV1,
])

/** The newest version of each tool, in the order in which they are offered. */
export const currentTools: readonly FormDefinition[] = toolForms.filter(one =>
  toolForms.every(other => other.form !== one.form || other.version <= one.version),
)

/** The version of a tool with which a result was found; one of another system is read by the names that its answers came with. */
export function toolToRead(tool: string, version: number, answers: Answers): FormDefinition {
  const known = toolForms.find(one => one.form === tool && one.version === version)
  if (known !== undefined) return known
  const questions = Object.keys(answers).map(
    key => ({ key, title: key, type: 'long-text' }) as const,
  )
  return {
    form: tool,
    version,
    depth: 1,
    title: `Tool of another system: ${tool}`,
    description: `Version ${version}.`,
    sections: [{ key: 'answers', title: 'What was found', questions }],
  }
}
