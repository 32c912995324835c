import { formatDate } from '#domain/calendar/format-date.ts'
import { closeDay } from '#domain/rules/change-policy.ts'
import { policyOf, type PolicyPack } from '#domain/rules/policy.ts'
import { caseDuties, policyRules } from '#domain/rules/rule-book.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse, type FormAgain } from '#platform/http/page.ts'
import { ask, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page, type PageContext } from '../page.ts'
import { lookAhead, type Ahead } from './look-ahead.ts'
import { aheadSection, lookFirstForm } from './look-ahead.html.ts'
import { lookAgain, lookFirstFields, nameOfChange } from './look-first.ts'
import { insertClosedDay } from './queries.ts'
import { policyUrl } from './urls.ts'

const closedDayForm = defineForm({
  fields: {
    closedOn: dateField({ name: 'The day', missing: 'Enter the day on which it is closed' }),
    ...lookFirstFields,
  },
})

export const closeDayPage = page({
  permission: 'policy.change',
  load: async (context, { again }) => {
    const pack = await readPolicyPack(context.scope)
    return { pack, ahead: again === null ? null : await aheadOf(context, pack, again) }
  },
  form: closedDayForm,
  submit: async ({ scope, user, today }, value, { loaded: { pack } }) => {
    const { closedOn, reason } = value
    const decision = closeDay(closedOn, { policy: policyOf(pack, policyRules), today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const again = lookAgain(value, { name: nameOfChange(pack, closedOn), field: 'closedOn' })
    if (again !== null) return again
    await insertClosedDay(scope, { closedOn, reason, by: user.id })
    return goTo(policyUrl, `${formatDate(closedOn)} is a closed day`)
  },
  view: ({ ahead }, shown) => ({
    title: ahead === null ? 'Add a closed day' : 'What would change: a closed day',
    backLink: policyUrl,
    body: closeDayBody(shown, ahead),
  }),
})

/** What the closed day would do on that day itself; null while what was typed is not a day that may be added. */
async function aheadOf(context: PageContext, before: PolicyPack, again: FormAgain) {
  const { today } = context
  const parsed = closedDayForm.parse(again.values, { today })
  if (parsed.kind !== 'valid') return null
  const { closedOn } = parsed.value
  const standing = { policy: policyOf(before, policyRules), today }
  if (closeDay(closedOn, standing).kind === 'refused') return null
  return await lookAhead(context, {
    name: nameOfChange(before, closedOn),
    from: closedOn,
    before,
    after: { ...before, closedDays: [...before.closedDays, closedOn] },
    rules: caseDuties,
  })
}

function closeDayBody(asked: Asked, ahead: Ahead | null): Html {
  const question = ask(asked)
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">${ahead === null ? 'Add a closed day' : 'What would change'}</h1>
    ${
      ahead === null
        ? html`<p class="govuk-body">
            Weekends and bank holidays of England and Wales are left out already when working days are
            counted. Add a day on which all offices of the service are closed. It cannot be taken back.
          </p>`
        : aheadSection(
            ahead,
            html`<strong>${formatDate(ahead.from)}</strong> is not a working day.`,
          )
    }
    ${ahead !== null && html`<h2 class="govuk-heading-m">Your change</h2>`}
    ${lookFirstForm(
      asked,
      ahead,
      html`${question.date('closedOn', 'Which day?', { size: 's', hint: 'Today or later' })}
      ${question.longText('reason', 'Why is it closed?', { size: 's', hint: 'It cannot be changed later. Name no child.' })}`,
    )}`
}
