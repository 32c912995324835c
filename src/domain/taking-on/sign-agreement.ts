import { formatDate } from '../calendar/format-date.ts'
import { isAfter, isBefore } from '../calendar/plain-date.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { refused } from '../interventions/refused.ts'
import type { Refused } from '../interventions/refused.ts'
import { signatories } from '../vocabulary/work.ts'
import type { Signatory, SignatureMethod } from '../vocabulary/work.ts'

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

export interface SignatureAsked {
  readonly signatory: AgreementSignatory
  /** Null: signs later. */
  readonly method: SignatureMethod | null
  readonly name: string | null
  /** The question that asks for the name. */
  readonly field: string
}

export type AgreementMade =
  | {
      readonly kind: 'make'
      readonly signatures: readonly {
        readonly signatory: AgreementSignatory
        readonly method: SignatureMethod
        readonly name: string
      }[]
    }
  | Refused

/**
 * Decides whether a service agreement may be saved: on a day of the work, signed by one of the two at least.
 *
 * @returns the signatures given now; who signs later is left out
 */
export function agreementMade(asked: {
  readonly madeOn: PlainDate
  readonly today: PlainDate
  readonly work: { readonly endedOn: PlainDate | null }
  readonly signatures: readonly SignatureAsked[]
}): AgreementMade {
  const { madeOn, today, work } = asked
  if (work.endedOn !== null) {
    const message = 'This work is closed. Make the agreement in work that is open'
    return refused({ field: 'whatWePromise', message })
  }
  if (isAfter(madeOn, today)) {
    return refused({ field: 'madeOn', message: 'The day must be today or in the past' })
  }
  const signing = asked.signatures.filter(({ method }) => method !== null)
  if (signing.length === 0) {
    const message = 'One of the two signs now. Save the agreement when you have read it together'
    return refused({ field: 'child', message })
  }
  const nameless = signing.filter(({ name }) => name === null)
  if (nameless.length > 0) {
    return refused(
      ...nameless.map(({ field }) => ({ field, message: 'Enter the name as it was signed' })),
    )
  }
  const signatures = signing.flatMap(({ signatory, method, name }) =>
    method === null || name === null ? [] : [{ signatory, method, name }],
  )
  return { kind: 'make', signatures }
}
