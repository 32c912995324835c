import { codesAnswer, rowsAnswer, textAnswer, type Answer } from '#domain/assessment/answers.ts'
import {
  concernAnswers,
  type Column,
  type Options,
  type Question,
} from '#domain/assessment/form-definition.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { choicesField } from '#platform/forms/choices-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { valid, type Field } from '#platform/forms/field.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { longTextField } from '#platform/forms/long-text-field.ts'
import { textField } from '#platform/forms/text-field.ts'

/** How many rows a question of rows can have. */
export const mostRows = 20

/** The name of the input in which a question is answered; a service's own question has a colon and hyphens in its key. */
export function inputName(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9]/gu, '')
}

/** A field whose value is kept as an answer. */
export function answerField<Value>(
  field: Field<Value>,
  toAnswer: (value: Value) => Answer,
  fromAnswer: (answer: Answer) => Value | null,
): Field<Answer> {
  const { typed, anchor, rows, rearranged } = field
  return {
    typed,
    anchor,
    read: (values, name, context) => {
      const reading = field.read(values, name, context)
      return reading.kind === 'valid' ? valid(toAnswer(reading.value)) : reading
    },
    show: (answer, name) => field.show(answer == null ? null : fromAnswer(answer), name),
    ...(rows !== undefined && { rows }),
    ...(rearranged !== undefined && { rearranged }),
  }
}

/** A field for text of one or many lines. */
export function textAnswerField(lines: 'one' | 'many'): Field<Answer> {
  const field = lines === 'one' ? textField({ optional: true }) : longTextField({ optional: true })
  return answerField(field, text => text ?? '', asText)
}

/** A field for one code of several. */
export function codeField(options: Options): Field<Answer> {
  const field = choiceField({ choices: options, optional: true })
  return answerField(field, code => code ?? '', asText)
}

/** The field in which a question is answered; judgements have two of their own, and known facts none. */
export function fieldFor(
  question: Exclude<Question, { readonly type: 'judgement' | 'known-facts' }>,
): Field<Answer> {
  switch (question.type) {
    case 'text':
      return textAnswerField('one')
    case 'long-text':
      return textAnswerField('many')
    case 'date': {
      const field = dateField({ name: question.title, optional: true })
      return answerField(
        field,
        date => date?.toString() ?? '',
        answer => parsePlainDate(asText(answer)) ?? null,
      )
    }
    case 'one':
      return codeField(question.options)
    case 'concern':
      return codeField(concernAnswers)
    case 'several': {
      const field = choicesField({ choices: question.options, optional: true })
      return answerField(
        field,
        codes => codes,
        answer => codesAnswer({ answer }, 'answer'),
      )
    }
    case 'rows': {
      const fields = Object.fromEntries(question.columns.map(one => [one.key, columnField(one)]))
      return answerField(
        groupField({ fields, max: mostRows }),
        rows => rows,
        answer => rowsAnswer({ answer }, 'answer'),
      )
    }
  }
}

function columnField({ options, isLong, title }: Column): Field<string> {
  const field =
    options !== undefined
      ? choiceField({ choices: options, optional: true })
      : isLong === true
        ? longTextField({ name: title, maxLength: 2000, optional: true })
        : textField({ name: title, optional: true })
  return {
    ...field,
    read: (values, name, context) => {
      const reading = field.read(values, name, context)
      return reading.kind === 'valid' ? valid(reading.value ?? '') : reading
    },
  }
}

function asText(answer: Answer): string {
  return textAnswer({ answer }, 'answer')
}
