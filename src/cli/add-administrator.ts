import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Config } from '#config'
import { foldUserName } from '#domain/access/sign-in/user-name.ts'
import { hashPassword } from '#platform/credentials/password.ts'
import { passwordProblem } from '#platform/credentials/password-rule.ts'
import { findOptionalAccount, insertAccount, insertStaffMember } from '#records/accounts.ts'
import { insertAuditEntry } from '#records/audit.ts'
import type { Database } from '#records/schema.ts'
import { inService } from '#records/scope.ts'
import { clockOf } from './clock.ts'
import { chooseService, say, withDatabase } from './database.ts'

export interface NewAdministrator {
  readonly name: string
  readonly userName: string
  readonly email: string | null
  readonly password: string
  readonly now: Temporal.Instant
}

/** Makes a person who may do the most in a service, with an account to sign in with. */
export async function addAdministrator(words: readonly string[], config: Config): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      service: { type: 'string' },
      name: { type: 'string' },
      user: { type: 'string' },
      email: { type: 'string' },
    },
  })
  const { name, user: userName, email = null } = values
  if (name === undefined || name.trim() === '') throw new Error('Say who it is with --name "NAME"')
  if (userName === undefined || userName.trim() === '') {
    throw new Error('Say what they sign in with: --user NAME')
  }
  const password = await readPassword(process.stdin)
  const now = clockOf(config).now()
  await withDatabase(config, async db => {
    const service = await chooseService(db, values.service)
    await makeAdministrator(db, service.id, { name: name.trim(), userName, email, password, now })
    say(`${name.trim()} can now sign in to ${service.name} as ${foldUserName(userName)}.`)
  })
}

/**
 * Makes the member of staff and the account.
 *
 * @throws Error that says what to do when the password is poor or the user name or e-mail address is taken
 */
export async function makeAdministrator(
  db: Kysely<Database>,
  serviceId: string,
  { name, password, now, ...person }: NewAdministrator,
): Promise<void> {
  const userName = foldUserName(person.userName)
  const email = person.email === null ? null : foldUserName(person.email)
  const problem = passwordProblem(password, [name, userName, email])
  if (problem !== null) throw new Error(`${problem}.`)
  if ((await findOptionalAccount(db, { userName })) !== undefined) {
    throw new Error(`Somebody signs in as ${userName} already. Choose another with --user.`)
  }
  if (email !== null && (await findOptionalAccount(db, { email })) !== undefined) {
    throw new Error(`Somebody has the e-mail address ${email} already.`)
  }
  const passwordHash = await hashPassword(password)
  await inService(db, { serviceId, staffId: null }, async scope => {
    const staffId = await insertStaffMember(scope, {
      name,
      role: 'head-of-service',
      jobTitle: 'Administrator',
    })
    const account = { staffId, userName, email, passwordHash, mustChangePassword: false, now }
    const subjectId = await insertAccount(scope, account)
    await insertAuditEntry(scope, { action: 'account.made', subjectId, detail: 'command line' })
  })
}

/**
 * The password is the first line of standard input, never an argument: arguments stand in the shell's history and in the list of
 * processes. At a terminal it is asked for and not shown.
 */
export async function readPassword(
  input: Readable & { readonly isTTY?: boolean },
): Promise<string> {
  const isTerminal = input.isTTY === true
  if (isTerminal) process.stderr.write('Password (it is not shown): ')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal: isTerminal })
  try {
    for await (const line of lines) return line
    throw new Error('Give the password on standard input, as its first line.')
  } finally {
    lines.close()
    if (isTerminal) process.stderr.write('\n')
  }
}
