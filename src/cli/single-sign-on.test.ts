import { describe, expect, it } from 'vitest'
import { readConfig } from '#config'
import { singleSignOnOf } from './single-sign-on.ts'

const whole = {
  ALONGSIDE_OIDC_ISSUER: 'https://id.example',
  ALONGSIDE_OIDC_CLIENT_ID: 'alongside',
  ALONGSIDE_OIDC_CLIENT_SECRET: 'secret',
  ALONGSIDE_ADDRESS: 'https://alongside.example',
  ALONGSIDE_OIDC_GROUPS: 'yjs-managers=team-manager, yjs-staff=case-manager',
}

describe('the settings of single sign-on', () => {
  it('are read whole, groups in their order', () => {
    expect(singleSignOnOf(readConfig(whole))).toMatchObject({
      issuer: 'https://id.example',
      scope: 'openid email profile',
      roles: [
        { group: 'yjs-managers', role: 'team-manager' },
        { group: 'yjs-staff', role: 'case-manager' },
      ],
    })
  })

  it('are none when nothing is set', () => {
    expect(singleSignOnOf(readConfig({}))).toBe(null)
  })

  it('say what is missing when only some are set', () => {
    const some = { ...whole, ALONGSIDE_OIDC_GROUPS: undefined }
    expect(() => singleSignOnOf(readConfig(some))).toThrow(/also needs ALONGSIDE_OIDC_GROUPS/)
  })

  it('refuse a role that does not exist', () => {
    const wrong = { ...whole, ALONGSIDE_OIDC_GROUPS: 'staff=wizard' }
    expect(() => readConfig(wrong)).toThrow(/ALONGSIDE_OIDC_GROUPS has "staff=wizard"/)
  })
})
