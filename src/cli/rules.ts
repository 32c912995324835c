import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { numberOfSource, numberOn, policyOf, type Asked } from '#domain/rules/policy.ts'
import { policyRules, type Rule, ruleBook } from '#domain/rules/rule-book.ts'
import { readPolicyPack } from '#records/policy.ts'
import { inService } from '#records/scope.ts'
import { clockOf } from './clock.ts'
import { chooseService, withDatabase } from './database.ts'

/** Prints every rule with the service's numbers of today as JSON. */
export async function printRules(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { service: { type: 'string' }, json: { type: 'boolean' } },
  })
  const asOf = clockOf(config).today()
  const pack = await withDatabase(config, async db => {
    const service = await chooseService(db, values.service)
    return await inService(db, { serviceId: service.id, staffId: null }, readPolicyPack)
  })
  const policy = policyOf(pack, policyRules)
  const rules = ruleBook.map(rule => printable(rule, { asOf, policy }))
  process.stdout.write(`${JSON.stringify({ asOf, rules }, null, 2)}\n`)
}

function printable(rule: Rule, { asOf, policy }: Asked) {
  const { id, kind, title, citation, exception, waitsFor } = rule
  const numbers = Object.entries(rule.parameters).map(([key, parameter]) => ({
    key,
    name: parameter.name,
    unit: parameter.unit,
    number: numberOn(policy, parameter, asOf),
    sourceNumber: numberOfSource(parameter, asOf),
  }))
  return {
    id,
    kind,
    title,
    source: citation.source,
    section: citation.section,
    parameters: numbers,
    exception: exception === undefined ? null : { by: exception.by, what: exception.what },
    isLive: waitsFor === undefined,
    waitsFor: waitsFor ?? null,
    isOn: policy.isOn(id, asOf),
  }
}
