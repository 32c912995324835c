export const signInUrl = '/sign-in'
export const secondFactorUrl = '/sign-in/second-factor'
export const organisationUrl = '/sign-in/organisation'
export const organisationBackUrl = '/sign-in/organisation/back'

/** How a person signs in, and what they can change about it. */
export const accountUrl = '/account'
export const confirmUrl = '/account/confirm'
export const passwordUrl = '/account/password'
export const setUpSecondFactorUrl = '/account/second-factor'
export const recoveryCodesUrl = '/account/recovery-codes'
export const signOutEverywhereUrl = '/account/sign-out-everywhere'
