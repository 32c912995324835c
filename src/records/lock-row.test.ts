import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { aChild, aReferral } from '#test/builders.ts'
import { startApp } from '#test/start-app.ts'
import { lockRow } from './lock-row.ts'

const app = await startApp()
afterAll(app.close)

async function lockAtOnce(id: string): Promise<void> {
  await app.inService(async scope => {
    await sql`set local lock_timeout = '100ms'`.execute(scope.db)
    await lockRow(scope, 'referrals', id)
  })
}

it('keeps a second person waiting until the first is done', async () => {
  const [held, other] = await app.inService(async scope => {
    const childId = await aChild(scope)
    return [await aReferral(scope, { childId }), await aReferral(scope, { childId })] as const
  })
  await app.inService(async scope => {
    await lockRow(scope, 'referrals', held)
    await expect(lockAtOnce(held)).rejects.toThrow('lock timeout')
    await expect(lockAtOnce(other)).resolves.toBeUndefined()
  })
  await expect(lockAtOnce(held)).resolves.toBeUndefined()
})
