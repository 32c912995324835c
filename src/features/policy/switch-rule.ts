import { z } from 'zod'
import { formatDate } from '#domain/calendar/format-date.ts'
import { switchRule } from '#domain/rules/change-policy.ts'
import { policyOf, type PolicyPack, type SwitchChange } from '#domain/rules/policy.ts'
import { policyRules, type Rule } from '#domain/rules/rule-book.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { dateField } from '#platform/forms/date-field.ts'
import { defineForm } from '#platform/forms/form.ts'
import { goTo, refuse, type FormAgain } from '#platform/http/page.ts'
import { readPolicyPack } from '#records/policy.ts'
import { page, type PageContext } from '../page.ts'
import { ruleUrl } from '../rules/urls.ts'
import { dutiesUnder, ruleInUrl } from './find-rule.ts'
import { lookAhead } from './look-ahead.ts'
import { lookAgain, lookFirstFields, nameOfChange } from './look-first.ts'
import { insertSwitch } from './queries.ts'
import { switchRuleBody } from './switch-rule.html.ts'

const switchForm = defineForm({
  fields: {
    isOn: choiceField({ choices: ['on', 'off'], missing: 'Say whether the rule is on or off' }),
    from: dateField({ name: 'The day', missing: 'Enter the day from which it holds' }),
    ...lookFirstFields,
  },
})

interface RuleAndPack {
  readonly rule: Rule
  readonly pack: PolicyPack
}

export const switchRulePage = page({
  permission: 'policy.change',
  params: z.object({ ruleId: z.string() }),
  load: async (context, { params, again }) => {
    const rule = ruleInUrl(params.ruleId)
    const pack = await readPolicyPack(context.scope)
    return {
      rule,
      pack,
      policy: policyOf(pack, policyRules),
      ahead: again === null ? null : await aheadOf(context, { rule, pack }, again),
    }
  },
  form: switchForm,
  initial: (_loaded, { today }) => switchForm.fill({ from: today }),
  submit: async ({ scope, user, today }, { from, reason, ...value }, { loaded }) => {
    const { rule, policy } = loaded
    const isOn = value.isOn === 'on'
    const decision = switchRule(rule, { isOn, from }, { policy, today })
    if (decision.kind === 'refused') return refuse(...decision.problems)
    const again = lookAgain(value, { name: nameOf(loaded, { isOn, from }), field: 'isOn' })
    if (again !== null) return again
    await insertSwitch(scope, { ruleId: rule.id, isOn, from, reason, by: user.id })
    return goTo(ruleUrl(rule.id), `The rule is ${value.isOn} from ${formatDate(from)}`)
  },
  view: (loaded, shown, { today }) => ({
    title: `${loaded.ahead === null ? 'Switch a rule' : 'What would change'}: ${loaded.rule.title}`,
    backLink: ruleUrl(loaded.rule.id),
    body: switchRuleBody(loaded, shown, today),
  }),
})

/** What the switch would do; null while what was typed is not a change that may be made. */
async function aheadOf(context: PageContext, about: RuleAndPack, again: FormAgain) {
  const { today } = context
  const { rule, pack: before } = about
  const parsed = switchForm.parse(again.values, { today })
  if (parsed.kind !== 'valid') return null
  const { from } = parsed.value
  const isOn = parsed.value.isOn === 'on'
  const policy = policyOf(before, policyRules)
  if (switchRule(rule, { isOn, from }, { policy, today }).kind === 'refused') return null
  const switches = [...before.switches, { ruleId: rule.id, from, isOn }]
  const ahead = await lookAhead(context, {
    name: nameOf(about, { isOn, from }),
    from,
    before,
    after: { ...before, switches },
    rules: dutiesUnder(rule.id),
  })
  return { ...ahead, isOn }
}

function nameOf({ pack }: RuleAndPack, { isOn, from }: Pick<SwitchChange, 'isOn' | 'from'>) {
  return nameOfChange(pack, isOn, from)
}
