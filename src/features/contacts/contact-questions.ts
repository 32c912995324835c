import { attendances, contactKinds } from '#domain/vocabulary/work.ts'
import { ask, offers, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { changes } from './contact-change.ts'
import { people } from './contact-form.ts'

/** Kind of contact. */
export function kindQuestion(asked: Asked): Html {
  return ask(asked).one('kind', 'What kind of contact?', offers(contactKinds), { size: 's' })
}

/** Day, time and place. */
export function dayQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${question.date('plannedOn', 'Day', { size: 's' })}
  ${question.text('plannedTime', 'Time (if you know it)', {
    size: 's',
    width: 10,
    hint: 'For example, 4pm or 16:30',
  })}
  ${question.text('place', 'Where? (if it needs saying)', {
    size: 's',
    hint: 'Somewhere that suits the child',
  })}`
}

/** One tick: did something change that assessment and plan have to catch up with? */
export function changeQuestion(asked: Asked): Html {
  const question = ask(asked)
  return question.several(
    'changed',
    'Did you hear of a significant change?',
    [
      {
        value: 'yes',
        content: 'Yes. Assessment and plan need to be looked at again',
        conditional: question.one('change', 'What changed?', offers(changes)),
      },
    ],
    { size: 's' },
  )
}

/** What happened: did they come, who was there, and the note to the child. */
export function recordQuestions(asked: Asked): Html {
  const question = ask(asked)
  return html`${question.one('attendance', 'Did the child come?', offers(attendances), { size: 's' })}
  ${question.several('present', 'Who was there?', offers(people), { size: 's' })}
  ${question.longText('note', 'Your note to the child', {
    size: 's',
    rows: 8,
    hint: 'Write to the child, so that they can read it one day: “You told me …”. Their words, what you did together, what comes next.',
  })}`
}
