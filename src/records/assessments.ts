import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { textAnswer } from '#domain/assessment/answers.ts'
import type { AssessmentContent } from '#domain/assessment/assessment.ts'
import { judgementQuestions } from '#domain/assessment/form-definition.ts'
import { judgementKinds, judgementLevels } from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
import { formToRead, storedAnswers, type FormName } from './assessment-forms.ts'
import { readCode } from './codes.ts'
import type { JudgementsTable } from './schema.ts'
import type { Scope } from './scope.ts'

type PlainDate = Temporal.PlainDate

/** An assessment with its judgements and the people who wrote and countersigned it. */
export interface Assessment extends AssessmentLine, AssessmentContent {
  readonly interventionId: string | null
  readonly countersignedBy: string | null
  readonly countersignNote: string | null
}

/** An assessment as one line of a list. */
export interface AssessmentLine {
  readonly id: string
  readonly referralId: string | null
  readonly reviewOf: string | null
  /** The assessment that this one goes on from in a deeper form; null where it began by itself. */
  readonly deepens: string | null
  readonly form: string
  readonly formVersion: number
  readonly startedOn: PlainDate
  readonly completedOn: PlainDate | null
  readonly countersignedOn: PlainDate | null
  readonly authorId: string
  readonly author: string
}

/**
 * The child's assessment with this id.
 *
 * @throws NotFound when there is none, or it is another child's
 */
export async function findAssessment(
  scope: Scope,
  childId: string,
  assessmentId: string,
): Promise<Assessment> {
  const row = await assessments(scope, childId)
    .leftJoin('staff as countersigner', join =>
      join
        .onRef('countersigner.serviceId', '=', 'a.serviceId')
        .onRef('countersigner.id', '=', 'a.countersignedBy'),
    )
    .select([
      'a.interventionId',
      'a.answers',
      'a.countersignNote',
      'countersigner.name as countersignedBy',
    ])
    .where('a.id', '=', assessmentId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  const { answers, ...rest } = row
  return { ...rest, ...readContent(rest, answers, await selectJudgements(scope, assessmentId)) }
}

/** The child's assessments, latest first. */
export async function listAssessments(scope: Scope, childId: string): Promise<AssessmentLine[]> {
  return await assessments(scope, childId)
    .orderBy('a.startedOn', 'desc')
    .orderBy(sql`a.completed_on desc nulls first`)
    .orderBy('a.id')
    .execute()
}

/**
 * The assessment of a referral, or undefined when none was started. A referral has one; a review made later belongs to the work and not to
 * the referral.
 */
export async function findOptionalAssessmentOf(
  scope: Scope,
  childId: string,
  referralId: string,
): Promise<AssessmentLine | undefined> {
  return await assessments(scope, childId)
    .where('a.referralId', '=', referralId)
    .orderBy('a.startedOn', 'desc')
    .orderBy('a.id')
    .executeTakeFirst()
}

function assessments(scope: Scope, childId: string) {
  return scope.db
    .selectFrom('assessments as a')
    .innerJoin('staff as author', join =>
      join.onRef('author.serviceId', '=', 'a.serviceId').onRef('author.id', '=', 'a.authorId'),
    )
    .select([
      'a.id',
      'a.referralId',
      'a.reviewOf',
      'a.deepens',
      'a.form',
      'a.formVersion',
      'a.startedOn',
      'a.completedOn',
      'a.countersignedOn',
      'a.authorId',
      'author.name as author',
    ])
    .where('a.serviceId', '=', scope.serviceId)
    .where('a.childId', '=', childId)
}

export type JudgementRow = Pick<JudgementsTable, 'kind' | 'level' | 'reasons'>

async function selectJudgements(scope: Scope, assessmentId: string): Promise<JudgementRow[]> {
  return await scope.db
    .selectFrom('judgements')
    .select(['kind', 'level', 'reasons'])
    .where('serviceId', '=', scope.serviceId)
    .where('assessmentId', '=', assessmentId)
    .execute()
}

/**
 * What is written in an assessment, as it is stored: the answers, and reasons that wait for their level, by their keys; the judgements that
 * have a level as rows.
 *
 * @throws Error when the answers are none
 */
export function readContent(
  name: FormName,
  stored: unknown,
  rows: readonly JudgementRow[],
): AssessmentContent {
  const answers = storedAnswers.parse(stored)
  const asked = judgementQuestions(formToRead(name, answers))
  const kinds = new Set([...asked.map(({ kind }) => kind), ...rows.map(kindOf)])
  return {
    answers,
    judgements: [...kinds].map(kind => {
      const row = rows.find(one => one.kind === kind)
      if (row !== undefined) {
        return { kind, level: readCode(judgementLevels, row.level), reasons: row.reasons }
      }
      const question = asked.find(one => one.kind === kind)
      const reasons = question === undefined ? '' : textAnswer(answers, question.reasonsKey)
      return { kind, level: null, reasons }
    }),
  }
}

function kindOf({ kind }: JudgementRow) {
  return readCode(judgementKinds, kind)
}
