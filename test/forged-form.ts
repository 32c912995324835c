import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/permissions.ts'
import type { TestApp, TestForm, TestPage } from './start-app.ts'

/** Sends a form that the page did not show this person, with a good token from elsewhere: what somebody does who walks around the page. */
export async function sendForged(
  app: TestApp,
  url: string,
  form: TestForm,
  as: Role,
): Promise<TestPage> {
  const elsewhere = await app.get('/rules', as)
  const token = elsewhere.$('input[name=_csrf]').first().attr('value') ?? ''
  return await app.sendBare(url, { _csrf: token, _form: randomUUID(), ...form }, as)
}
