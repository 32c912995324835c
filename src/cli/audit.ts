import { parseArgs } from 'node:util'
import type { Config } from '#config'
import { verifyAuditChain, type ChainReport } from '#records/audit-chain/verify-audit-chain.ts'
import { inService } from '#records/scope.ts'
import { listServices } from '#records/services.ts'
import { chooseService, withDatabase } from './database.ts'

/**
 * `audit verify`: computes the chain of the audit anew, of one service or of all, and prints what was found as JSON.
 *
 * @throws Error that names the first entry that was altered, removed or inserted
 */
export async function verifyAudit(words: readonly string[], config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { service: { type: 'string' }, expect: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.join(' ') !== 'verify') throw new Error('Say: npx alongside audit verify')
  const expected = readHash(values.expect)
  const found = await withDatabase(config, async db => {
    const services =
      values.service === undefined && expected === null
        ? await listServices(db)
        : [await chooseService(db, values.service)]
    const reports: { service: string; report: ChainReport }[] = []
    for (const { id } of services) {
      const report = await inService(db, { serviceId: id, staffId: null }, scope =>
        verifyAuditChain(scope, expected),
      )
      reports.push({ service: id, report })
    }
    return reports
  })
  const printed = found.map(({ service, report }) => ({ service, ...report }))
  process.stdout.write(`${JSON.stringify({ services: printed }, null, 2)}\n`)
  const broken = found.find(({ report }) => report.fault !== null)
  if (broken?.report.fault) throw new Error(inWords(broken.service, broken.report.fault))
}

function readHash(text: string | undefined): string | null {
  if (text === undefined) return null
  const hash = text.trim().toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('--expect takes a hash of 64 characters')
  return hash
}

function inWords(service: string, fault: NonNullable<ChainReport['fault']>): string {
  return `The audit of service ${service} is not as it was written (${fault.kind}). ${fault.says}`
}
