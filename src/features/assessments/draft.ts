import { writingPrompts } from '#domain/assessment/assessment-rules.ts'
import { askPrompts, type Advice } from '#domain/rules/ask-prompts.ts'
import { findAssessment, type Assessment } from '#records/assessments.ts'
import { readCaseFacts } from '#records/case-facts/read-case-facts.ts'
import { findChild } from '#records/children.ts'
import { readFactsToWeigh } from '#records/facts-to-weigh.ts'
import { readFormOf } from '#records/own-questions.ts'
import { findPolicy } from '#records/policy.ts'
import type { PageContext } from '../page.ts'
import { readChangesSince } from './changes-since.ts'
import { readKnownFacts } from './known-facts.ts'
import { readKnownPerson } from './known-person.ts'

interface InUrl {
  readonly childId: string
  readonly assessmentId: string
}

/** An assessment that is being written, with all that stands beside it while it is. */
export async function readDraft(context: PageContext, { childId, assessmentId }: InUrl) {
  const { scope, user, today } = context
  const child = await findChild(scope, user, childId)
  const assessment = await findAssessment(scope, childId, assessmentId)
  const { reviewOf } = assessment
  const last = reviewOf === null ? null : await findAssessment(scope, childId, reviewOf)
  return {
    child,
    assessment,
    form: await readFormOf(scope, assessment, today),
    last,
    changes: await readChangesSince(scope, childId, last),
    person: await readKnownPerson(context, childId),
    toWeigh: await readFactsToWeigh(scope, { childId, assessmentId }, today),
    known: await readKnownFacts(scope, { ...assessment, childId, assessmentId }, today),
    advice: await readAdvice(context, childId, assessment),
  }
}

/** What the pages of writing are called. */
export function titleOf({ last }: { readonly last: Assessment | null }): string {
  return last === null ? 'Write the assessment' : 'Review the assessment'
}

/** Quiet advice for what is being written; none once the case is closed. */
async function readAdvice(
  { scope, today }: PageContext,
  childId: string,
  assessment: Assessment,
): Promise<Advice[]> {
  const cases = await readCaseFacts(scope, { of: 'child', childId }, today)
  const facts = cases.find(one => one.assessments.some(({ id }) => id === assessment.id))
  if (facts === undefined) return []
  const asked = { asOf: today, policy: await findPolicy(scope) }
  return askPrompts(writingPrompts, { facts, assessment }, asked)
}
