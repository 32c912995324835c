import { z } from 'zod'
import { formatDate } from '#domain/calendar/format-date.ts'
import { changeNumber } from '#domain/rules/change-policy.ts'
import type { Parameter } from '#domain/rules/parameter.ts'
import { policyOf, type NumberChange, type PolicyPack } from '#domain/rules/policy.ts'
import { policyRules, type Rule } from '#domain/rules/rule-book.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { wholeNumberField } from '#platform/forms/whole-number-field.ts'
import { goTo, refuse, type FormAgain } from '#platform/http/page.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page, type PageContext } from '../page.ts'
import { ruleUrl } from '../rules/urls.ts'
import { changeNumberBody } from './change-number.html.ts'
import { dutiesUnder, parameterInUrl, ruleInUrl } from './find-rule.ts'
import { lookAgain, lookFirstFields, nameOfChange } from './look-first.ts'
import { lookAhead } from './look-ahead.ts'
import { insertNumberChange } from './queries.ts'

const numberForm = defineForm({
  fields: {
    value: wholeNumberField({ name: 'The number', missing: 'Enter the new number' }),
    from: dateField({ name: 'The day', missing: 'Enter the day from which it holds' }),
    ...lookFirstFields,
  },
})

interface NumberOfRule {
  readonly rule: Rule
  readonly key: string
  readonly parameter: Parameter
  readonly pack: PolicyPack
}

export const changeNumberPage = page({
  permission: 'policy.change',
  params: z.object({ ruleId: z.string(), parameter: z.string() }),
  load: async (context, { params, again }) => {
    const rule = ruleInUrl(params.ruleId)
    const parameter = parameterInUrl(rule, params.parameter)
    const pack = await readPolicyPack(context.scope)
    const number = { rule, key: params.parameter, parameter, pack }
    return {
      ...number,
      policy: policyOf(pack, policyRules),
      ahead: again === null ? null : await aheadOf(context, number, again),
    }
  },
  form: numberForm,
  initial: (_loaded, { today }) => numberForm.fill({ from: today }),
  submit: async ({ scope, user, today }, value, { loaded }) => {
    const { rule, key, parameter, policy } = loaded
    const decision = changeNumber(parameter, value, { policy, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const again = lookAgain(value, { name: nameOf(loaded, value), field: 'value' })
    if (again !== null) return again
    const settled = { ruleId: rule.id, parameter: key, by: user.id }
    await insertNumberChange(scope, { ...value, ...settled })
    return goTo(ruleUrl(rule.id), `The new number holds from ${formatDate(value.from)}`)
  },
  view: (loaded, shown, { today }) => ({
    title: `${loaded.ahead === null ? 'Change a number' : 'What would change'}: ${loaded.parameter.name}`,
    backLink: ruleUrl(loaded.rule.id),
    body: changeNumberBody(loaded, shown, today),
  }),
})

type Typed = Pick<NumberChange, 'value' | 'from'>

/** What the change would do; null while what was typed is not a change that may be made. */
async function aheadOf(context: PageContext, number: NumberOfRule, again: FormAgain) {
  const { today } = context
  const { rule, key, parameter, pack: before } = number
  const parsed = numberForm.parse(again.values, { today })
  if (parsed.kind !== 'valid') return null
  const { value, from } = parsed.value
  const policy = policyOf(before, policyRules)
  if (changeNumber(parameter, { value, from }, { policy, today }).kind === 'refused') return null
  const numbers = [...before.numbers, { ruleId: rule.id, parameter: key, from, value }]
  const ahead = await lookAhead(context, {
    name: nameOf(number, { value, from }),
    from,
    before,
    after: { ...before, numbers },
    rules: dutiesUnder(rule.id),
  })
  return { ...ahead, value }
}

function nameOf({ pack }: NumberOfRule, { value, from }: Typed): string {
  return nameOfChange(pack, value, from)
}
