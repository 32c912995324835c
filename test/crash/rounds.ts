import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import { connect } from '#platform/db/connect.ts'
import type { Database } from '#records/schema.ts'
import { listServices } from '#records/services.ts'
import { inService } from '#records/scope.ts'
import { listStaff } from '#records/staff.ts'
import { readLedger } from './ledger.ts'
import { startService, type Killed, type Service } from './service.ts'
import { tableHead, tableRow } from './table.ts'
import { aWriter, type Order, type Writer } from './writer.ts'

export interface Options {
  readonly rounds: number
  /** How long each round writes before the kill. */
  readonly seconds: number
  readonly fault: 'late-commits' | 'forgotten-key' | null
}

interface Counts {
  passed: number
  failed: number
}

interface Run {
  readonly service: Service
  readonly db: Kysely<Database>
  readonly serviceId: string
  readonly writers: readonly Writer[]
  readonly acknowledged: Set<string>
  readonly check: (what: string, holds: boolean, why?: string) => void
}

const writersAtOnce = 8
const everyMarker = 'crash-test-'
/** Milliseconds before the kill. */
const lastAnswersBefore = 500
const turns: readonly Killed[] = ['application', 'database', 'both']
const secondsToRecover = 60
const secondsInAll = 345

/** Runs the rounds, prints what they found, and removes everything again. */
export async function crashTest(options: Options): Promise<Counts> {
  const began = performance.now()
  const counts: Counts = { passed: 0, failed: 0 }
  const said: string[] = []
  const service = await startService(line => said.push(line))
  const onSignal = () => {
    service.remove()
    process.exit(130)
  }
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  const check = (what: string, holds: boolean, why = '') => {
    counts[holds ? 'passed' : 'failed'] += 1
    if (!holds) console.log(`  FAILED: ${what}${why === '' ? '' : ` (${why})`}`)
  }
  try {
    const run = await prepare(service, options, check)
    console.log(tableHead())
    for (let round = 1; round <= options.rounds; round += 1) {
      if ((performance.now() - began) / 1000 > secondsInAll) {
        check('all rounds within six minutes', false, `${round - 1} of ${options.rounds} done`)
        break
      }
      const killed = turns[(round - 1) % turns.length] ?? 'both'
      await oneRound(run, { round, killed, seconds: options.seconds })
    }
    await run.db.destroy()
    check('the service stops in order when asked', await service.stop())
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${run.acknowledged.size} writes acknowledged in all, ${seconds} s`)
  } catch (error) {
    check('the test came to its end', false, error instanceof Error ? error.message : String(error))
  } finally {
    service.remove()
  }
  if (counts.failed > 0) console.log(`What the service said last:\n${said.slice(-15).join('\n')}`)
  return counts
}

async function prepare(service: Service, options: Options, check: Run['check']): Promise<Run> {
  console.log('Making the demonstration on a temporary folder …')
  if ((await service.answersWithin(120)) === null) throw new Error('The service did not start')
  const db = connect<Database>({ ...service.connection, max: 1 })
  const [only] = await listServices(db)
  if (only === undefined) throw new Error('The demonstration made no service')
  if (options.fault === 'late-commits') await commitLate(db)
  const acknowledged = new Set<string>()
  const writers = await hire(db, only.id, {
    address: service.address,
    acknowledge: marker => acknowledged.add(marker),
    forgetsTheKey: options.fault === 'forgotten-key',
  })
  return { service, db, serviceId: only.id, writers, acknowledged, check }
}

/** The planted fault: the database says "committed" before the commit is written anywhere. */
async function commitLate(db: Kysely<Database>): Promise<void> {
  await sql`alter role alongside set synchronous_commit = off`.execute(db)
  // Connections that are open already still have the old setting.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'alongside' and pid <> pg_backend_pid()`.execute(db)
}

async function hire(
  db: Kysely<Database>,
  serviceId: string,
  about: Pick<Parameters<typeof aWriter>[0], 'address' | 'acknowledge' | 'forgetsTheKey'>,
): Promise<Writer[]> {
  const { staff, work } = await inService(db, { serviceId, staffId: null }, async scope => ({
    staff: await listStaff(scope, { roles: ['case-manager'] }),
    work: await scope.db
      .selectFrom('interventions')
      .select(['id', 'childId'])
      .where('serviceId', '=', serviceId)
      .where('endedOn', 'is', null)
      .orderBy('id')
      .execute(),
  }))
  if (staff.length === 0 || work.length === 0) throw new Error('The demonstration has no open work')
  const forms = work.map(
    ({ id, childId }) => `/children/${childId}/contacts/new?intervention=${id}`,
  )
  return Array.from({ length: writersAtOnce }, (_, index) =>
    aWriter({
      ...about,
      name: `${everyMarker}${index}`,
      staffId: staff[index % staff.length]?.id ?? '',
      forms: forms.filter((_form, at) => at % writersAtOnce === index % forms.length),
    }),
  )
}

async function oneRound(
  run: Run,
  { round, killed, seconds }: { round: number; killed: Killed; seconds: number },
): Promise<void> {
  const { service, writers, acknowledged, check } = run
  const before = { acknowledged: acknowledged.size, endings: service.endings() }
  await writeAndKill(run, killed, seconds)
  const recovered = await service.answersWithin(secondsToRecover)
  const saying = (what: string) => `round ${round}, ${killed} killed: ${what}`
  check(saying('it answers again by itself'), recovered !== null)
  const open = writers.flatMap(writer => writer.unanswered() ?? [])
  const saved = await readLedger(run.db, run.serviceId, everyMarker)
  const [duties] = await Promise.all([
    service.command('duties', '--as-of', '2026-03-01', '--json'),
    sendAllAgain(writers),
  ])
  check(saying('alongside duties works'), duties.status === 0, duties.err.trim())
  const unanswered = writers.flatMap(writer => writer.unanswered() ?? [])
  check(saying('what was sent again is answered'), unanswered.length === 0, unanswered.join(', '))
  const found = await audit(run, saying)
  const ended = service.endings() - before.endings
  check(saying('the application went only when it was killed'), ended === 0, `${ended} times`)
  console.log(
    tableRow({
      round,
      killed,
      acknowledged: acknowledged.size - before.acknowledged,
      sentAgain: open.length,
      alreadySaved: open.filter(marker => saved.times.has(marker)).length,
      ...found,
      seconds: recovered === null ? null : recovered / 1000,
    }),
  )
}

/**
 * A kill seldom falls between a commit and its answer. So every other writer loses its last answer before: its form is
 * saved, it does not know, and what it sends again must not act twice.
 */
async function writeAndKill({ service, writers }: Run, killed: Killed, seconds: number) {
  const orders: [Order, Order] = ['go on', 'go on']
  const work = Promise.all(
    writers.map((writer, index) => writer.work(() => orders[index % 2 === 0 ? 0 : 1])),
  )
  await pause(Math.max(0, seconds * 1000 - lastAnswersBefore))
  orders[0] = 'lose the answer'
  await pause(lastAnswersBefore)
  service.kill(killed)
  orders.fill('stop')
  await work
}

/** Every form whose answer stayed out is sent again with its key, a few times if need be. */
async function sendAllAgain(writers: readonly Writer[]): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answered = await Promise.all(writers.map(writer => writer.sendAgain()))
    if (answered.every(Boolean)) return
    await pause(500)
  }
}

async function audit(run: Run, saying: (what: string) => string) {
  const { acknowledged, check, service } = run
  const ledger = await readLedger(run.db, run.serviceId, everyMarker)
  const lost = [...acknowledged].filter(marker => !ledger.times.has(marker))
  const doubled = [...ledger.times].filter(([, times]) => times > 1).map(([marker]) => marker)
  const halves = [
    ['contacts without their audit row', ledger.contactsWithoutAudit],
    ['audit rows without their contact', ledger.auditWithoutContact],
    ['forms half saved', ledger.formsHalfSaved],
  ] as const
  check(saying('no acknowledged write is lost'), lost.length === 0, lost.join(', '))
  check(saying('nothing is there twice'), doubled.length === 0, doubled.join(', '))
  for (const [what, count] of halves) check(saying(`no ${what}`), count === 0, String(count))
  const chain = await service.command('audit', 'verify')
  check(saying('the audit chain holds'), chain.status === 0, `${chain.out}${chain.err}`.trim())
  check(saying('the audit chain has seals'), /"sealed": [1-9]/.test(chain.out))
  return { found: acknowledged.size - lost.length, lost: lost.length, doubled: doubled.length }
}
