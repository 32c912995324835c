import type { z } from 'zod'
import { exchangeLine, type ExchangeLine } from '../format/lines.ts'
import { formatName, formatVersion } from '../format/service-line.ts'
import { pathOf, type Problem } from './problem.ts'
import type { FileLine } from './read-lines.ts'

export type ParsedLine =
  | { readonly kind: 'line'; readonly line: ExchangeLine }
  | { readonly kind: 'refused'; readonly childId: string | null; readonly problems: Problem[] }

/** A line with many mistakes usually has one mistake many times. */
const mostProblems = 20

/** Reads a line as a record of the format, or says what is wrong with it. */
export function parseLine({ text, problem }: FileLine): ParsedLine {
  if (text === null) return refusedFor(null, [formatProblem('', problem ?? 'cannot be read')])
  const value = parseJson(text)
  if (value === undefined) return refusedFor(null, [formatProblem('', 'is not JSON')])
  const read = exchangeLine.safeParse(value, { reportInput: true })
  if (read.success) return { kind: 'line', line: read.data }
  const wrongVersion = versionProblem(value)
  const problems = wrongVersion === null ? read.error.issues.flatMap(problemsOf) : [wrongVersion]
  return refusedFor(childIdOf(value), problems.slice(0, mostProblems))
}

function refusedFor(childId: string | null, problems: Problem[]): ParsedLine {
  return { kind: 'refused', childId, problems }
}

function formatProblem(path: string, reason: string): Problem {
  return { path, rule: 'format', reason }
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key =>
      formatProblem(pathOf([...issue.path, key]), 'is not in the format'),
    )
  }
  const path = pathOf(issue.path)
  if (issue.code === 'invalid_union') {
    return [
      formatProblem('record', 'is not one of: service, panel, person, family-link, child, end'),
    ]
  }
  // Where a value is missing, what it should have been says less than that it is.
  if (issue.code !== 'custom' && issue.input === undefined)
    return [formatProblem(path, 'is missing')]
  return [formatProblem(path, issue.message)]
}

function versionProblem(value: unknown): Problem | null {
  if (!isRecord(value) || value['record'] !== 'service') return null
  if (value['format'] !== formatName) return formatProblem('format', `is not ${formatName}`)
  if (value['version'] === formatVersion) return null
  const reason = `is not ${formatVersion}, the one that this Alongside reads`
  const firstOnes =
    'Version 1 named people within each child. Export the file afresh with a newer Alongside'
  return formatProblem('version', value['version'] === 1 ? `${reason}. ${firstOnes}` : reason)
}

function childIdOf(value: unknown): string | null {
  if (!isRecord(value) || value['record'] !== 'child') return null
  return typeof value['id'] === 'string' ? value['id'] : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
