import { formatDate } from '#domain/calendar/format-date.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { contactKinds } from '#domain/vocabulary/work.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Contact } from '#records/contacts.ts'

interface About {
  readonly name: string
  readonly endedOn: PlainDate | null
  /** Contacts that would be cancelled. */
  readonly toCome: readonly Contact[]
}

/** Closes work: what was achieved, and what child and family say. */
export function closeBody(asked: Asked, { name, endedOn, toCome }: About): Html {
  const question = ask(asked)
  const heading = html`${whatIsWrong(asked)}
    <span class="govuk-caption-l">${name}</span>
    <h1 class="govuk-heading-l">Close the work</h1>`
  if (endedOn !== null) {
    return html`${heading} ${insetText({ content: `It was closed on ${formatDate(endedOn)}.` })}`
  }
  return html`${heading}
  ${postForm(
    asked,
    { submit: 'Close the work', warn: true },
    html`${question.date('endedOn', 'Last day of the work', { size: 's' })}
    ${question.one('result', 'Was it completed?', results, { size: 's' })}
    ${question.longText('achieved', 'What did the child achieve?', {
      size: 's',
      hint: 'In plain words, to the child: what is different now, and what they did to get there.',
    })}
    ${voice(asked, 'child', 'Did the child give feedback?')}
    ${voice(asked, 'parent', 'Did a parent or carer give feedback?')}
    ${toCome.length > 0 && cancelQuestion(asked, toCome)}`,
  )}`
}

const results = [
  {
    value: 'completed',
    content: 'Completed',
    hint: 'The child did what was agreed, or as much as was asked. KPI 6, the national figure, counts this.',
  },
  {
    value: 'not-completed',
    content: 'Not completed',
    hint: 'It ended before that: the child stopped coming, moved away, or went back to court. KPI 6 counts it as ended, not as completed.',
  },
]

function voice(asked: Asked, name: 'child' | 'parent', title: string): Html {
  const question = ask(asked)
  const yes = html`${question.longText(`${name}Helped`, 'What helped?', { rows: 3 })}
  ${question.longText(`${name}Change`, 'What should we change?', { rows: 3 })}`
  const no = question.longText(`${name}WhyNot`, 'Why not?', { rows: 2 })
  return question.one(
    `${name}Gave`,
    title,
    [
      { value: 'yes', content: 'Yes', conditional: yes },
      { value: 'no', content: 'No', conditional: no },
    ],
    { size: 's' },
  )
}

function cancelQuestion(asked: Asked, toCome: readonly Contact[]): Html {
  const days = toCome.map(({ kind, on }) => `${contactKinds[kind]}, ${formatDate(on)}`)
  return ask(asked).several(
    'cancelPlanned',
    'Contacts are still planned',
    [{ value: 'yes', content: 'Cancel them. I will tell the child' }],
    { size: 's', hint: days.join('; ') },
  )
}
