import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import { signatories } from '../vocabulary/work.ts'
import type { Signatory } from '../vocabulary/work.ts'

/** Who signs a service agreement: the two whom it is for. */
export const agreementSignatories = ['child', 'parent-or-carer'] as const
export type AgreementSignatory = (typeof agreementSignatories)[number]

export interface AgreementToSign {
  readonly madeOn: PlainDate
  readonly signatures: readonly { readonly signatory: Signatory }[]
}

/** Who has not signed the agreement. */
export function missingFromAgreement(
  agreement: Pick<AgreementToSign, 'signatures'>,
): AgreementSignatory[] {
  const signed = new Set(agreement.signatures.map(({ signatory }) => signatory))
  return agreementSignatories.filter(who => !signed.has(who))
}

/** Decides whether a signature may be added to a service agreement: each person once, on the day it was made or later. */
export function signAgreement(asked: {
  readonly agreement: AgreementToSign
  readonly signatory: AgreementSignatory
  readonly signedOn: PlainDate
  readonly today: PlainDate
}): { readonly kind: 'sign' } | Refused {
  const { agreement, signatory, signedOn } = asked
  if (!missingFromAgreement(agreement).includes(signatory)) {
    return refused({ field: 'signatory', message: `${signatories[signatory]}: signed already` })
  }
  if (isAfter(signedOn, asked.today)) {
    return refused({ field: 'signedOn', message: 'The day must be today or in the past' })
  }
  if (isBefore(signedOn, agreement.madeOn)) {
    const message = `The agreement was made on ${formatDate(agreement.madeOn)}. It was signed then or later`
    return refused({ field: 'signedOn', message })
  }
  return { kind: 'sign' }
}
