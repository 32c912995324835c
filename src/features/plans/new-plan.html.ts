import { restorativeKinds } from '#domain/vocabulary/work.ts'
import { rowCount } from '#platform/forms/group-rows.ts'
import { ask, offers, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import { adviceList } from '../advice-list.ts'
import { mostSteps } from './plan-form.ts'

interface About {
  /** The form holds what the reviewed plan said. */
  readonly startsFromLast: boolean
  /** Where the present plan is reviewed; null when that is not needed. */
  readonly reviewFirst: string | null
  readonly advice: readonly Advice[]
  /** The rules that stopped what was sent. */
  readonly stops: readonly Html[]
}

/** The plan, written with the child. Adding or removing a step comes back to the steps, not to the top. */
export function newPlanBody(asked: Asked, about: About): Html {
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Make a plan together</h1>
    <p class="govuk-body-l">
      Sit down with the child and write it in their words, to them: “you”, not “the child”.
    </p>
    ${about.stops} ${about.reviewFirst !== null && reviewFirst(about.reviewFirst)}
    ${
      about.startsFromLast &&
      insetText({ content: 'This starts from the last plan. Change what has moved on.' })
    }
    ${postForm(asked, { submit: 'Save the plan' }, planQuestions(asked, about.advice))}`
}

function reviewFirst(href: string): Html {
  return insetText({
    content: html`There is a plan already.
      <a class="govuk-link" href="${href}">Review it with the child first</a>, then write the next.`,
  })
}

/** Enter in an input presses the first button of a form, so the first one saves and nobody sees it. */
const saveOnEnter = html`<button
  type="submit"
  class="govuk-visually-hidden"
  tabindex="-1"
  aria-hidden="true"
>
  Save the plan
</button>`

function planQuestions(asked: Asked, advice: readonly Advice[]): Html {
  const question = ask(asked)
  return html`${saveOnEnter}
  ${question.longText('strengths', 'What you are good at, and what already works', {
    size: 'm',
    hint: 'Strengths first: at home, with friends, at school, in sport, in music. What helped before?',
  })}
  ${question.longText('easierForYou', 'How we can make it easier for you', {
    size: 'm',
    hint: 'Be specific: when and where we meet, who reminds you, how we explain things, who comes along.',
  })}
  ${stepQuestions(asked, advice)}
  ${question.longText('keepingSafe', 'What we will do to keep you and others safe', {
    size: 'm',
    hint: 'What the adults will do, and what you can do.',
  })}
  ${question.longText('contingency', 'If this happens, who does what', {
    size: 'm',
    hint: 'One line each. For example: “If you are stopped on the way home, ring Mum. Mum rings us the same day.”',
  })}
  ${restorativeQuestions(asked)}
  ${question.longText('exitPlan', 'How our work will end', {
    size: 'm',
    hint: 'When, what has to be in place, and who is there for you afterwards.',
  })}
  ${question.date('writtenOn', 'When did you make this plan?', { size: 'm' })}`
}

function restorativeQuestions(asked: Asked): Html {
  const question = ask(asked)
  const why = question.longText('restorativeReason', 'Why nothing made for this child?')
  const kinds = offers(restorativeKinds).map(kind =>
    kind.value === 'standard-reparation' ? { ...kind, conditional: why } : kind,
  )
  return html`${question.longText('restorative', 'Putting things right', {
    size: 'm',
    hint: 'One activity, made for this child: a letter, a project, something they are good at. It need not be about what happened.',
  })}
  ${question.one('restorativeKind', 'What kind of activity is it?', kinds, { size: 's' })}
  ${question.longText('restorativeChoices', 'What could you choose from?', {
    size: 's',
    hint: 'The choices that you offered to the child.',
  })}`
}

function stepQuestions(asked: Asked, advice: readonly Advice[]): Html {
  const rows = rowCount(asked.values, 'steps')
  return html`<h2 class="govuk-heading-m" id="steps">What you want, and the steps to get there</h2>
    <p class="govuk-hint">
      Short and plain, in your words. One step in each box; the same goal can have several.
    </p>
    ${adviceList(advice)}
    ${Array.from({ length: rows }, (_, row) => stepRow(asked, row, rows))}
    <div class="govuk-button-group">
      ${rows < mostSteps && stepsButton('Add another step', 'add-steps', `#step-${rows}`)}
      ${stepsButton('Check the words', 'again-steps', '#steps')}
    </div>`
}

function stepsButton(content: string, name: string, formaction: string): Html {
  const classes = 'govuk-button--secondary'
  return button({ content, name, value: '1', classes, attributes: { formaction } })
}

function stepRow(asked: Asked, row: number, rows: number): Html {
  const question = ask(asked)
  const name = (field: string) => `steps-${row}-${field}`
  const remove = button({
    content: html`Remove<span class="govuk-visually-hidden"> step ${row + 1}</span>`,
    name: 'remove-steps',
    value: String(row),
    classes: 'govuk-button--secondary',
    attributes: { formaction: '#steps' },
  })
  const legend = { content: `Step ${row + 1}`, classes: 'govuk-fieldset__legend--s' }
  return html`<div class="app-card" id="step-${row}">
    ${fieldset({
      legend,
      content: html`${question.text(name('goal'), 'What I want')}
      ${question.text(name('step'), 'What happens next')}
      ${question.text(name('who'), 'Who does it', { width: 20 })}
      ${question.date(name('byWhen'), 'By when (if there is a day)')} ${rows > 1 && remove}`,
    })}
  </div>`
}
