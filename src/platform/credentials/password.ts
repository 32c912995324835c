import { hash, parseOptions, verify } from '@node-rs/argon2'

/**
 * What a hash costs. Raise it by adding a line: the last one is used, and a hash made with less is made anew at the next sign-in.
 *
 * Source: OWASP Password Storage Cheat Sheet, argon2id.
 */
const costs = [
  { from: '2026-03-01', cost: { memoryCost: 19_456, timeCost: 2, parallelism: 1 } },
] as const

export interface HashCost {
  /** Kibibytes. */
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

const currentCost = (costs.at(-1) ?? costs[0]).cost

/** The argon2id hash of a password, with its salt and its cost inside. */
export async function hashPassword(
  password: string,
  cost: HashCost = currentCost,
): Promise<string> {
  return await hash(normalised(password), cost)
}

export type PasswordCheck = 'right' | 'right-but-weakly-hashed' | 'wrong'

/**
 * Compares a password with a hash. With no hash to compare (nobody of that name, or nobody with a password) it does the same work and
 * says no, so that the time it takes tells nothing.
 */
export async function checkPassword(
  passwordHash: string | null,
  password: string,
): Promise<PasswordCheck> {
  const compared = passwordHash ?? (await hashOfNobody())
  const isRight = await verify(compared, normalised(password))
  if (passwordHash === null || !isRight) return 'wrong'
  return isWeaker(passwordHash) ? 'right-but-weakly-hashed' : 'right'
}

let nobody: Promise<string> | undefined
function hashOfNobody(): Promise<string> {
  nobody ??= hash(crypto.randomUUID(), currentCost)
  return nobody
}

function isWeaker(passwordHash: string): boolean {
  const used = parseOptions(passwordHash)
  return (
    !passwordHash.startsWith('$argon2id$') ||
    used.memoryCost < currentCost.memoryCost ||
    used.timeCost < currentCost.timeCost
  )
}

/** The same letters typed on another keyboard are the same password. */
function normalised(password: string): string {
  return password.normalize('NFKC')
}
