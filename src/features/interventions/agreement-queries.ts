import type { Temporal } from 'temporal-polyfill'
import type { AgreementSignatory } from '#domain/taking-on/sign-agreement.ts'
import type { SignatureMethod } from '#domain/vocabulary/work.ts'
import { NotFound } from '#platform/http/errors.ts'
import { documentHash } from '#records/document-hash.ts'
import { selectSignatures, type Signature } from '#records/plans.ts'
import type { Scope } from '#records/scope.ts'

type PlainDate = Temporal.PlainDate

/** What the service promised a child and asked, and who signed it. */
export interface ServiceAgreement {
  readonly id: string
  readonly childId: string
  readonly madeOn: PlainDate
  readonly whatWePromise: string
}

/** @throws NotFound when there is no such agreement with this child */
export async function findServiceAgreement(
  scope: Scope,
  about: { readonly childId: string; readonly agreementId: string },
): Promise<ServiceAgreement & { readonly signatures: readonly Signature[] }> {
  const row = await scope.db
    .selectFrom('serviceAgreements')
    .select(['id', 'childId', 'madeOn', 'whatWePromise'])
    .where('serviceId', '=', scope.serviceId)
    .where('childId', '=', about.childId)
    .where('id', '=', about.agreementId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { ...row, signatures: await selectSignatures(scope, { serviceAgreementId: row.id }) }
}

export async function insertServiceAgreement(
  scope: Scope,
  agreement: Omit<ServiceAgreement, 'id'>,
): Promise<ServiceAgreement> {
  const { id } = await scope.db
    .insertInto('serviceAgreements')
    .values({ serviceId: scope.serviceId, recordedBy: scope.staffId, ...agreement })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, ...agreement }
}

/** Writes a signature with the fingerprint of what the agreement said. */
export async function insertAgreementSignature(
  scope: Scope,
  agreement: ServiceAgreement,
  signature: {
    readonly signatory: AgreementSignatory
    readonly name: string
    readonly on: PlainDate
    readonly method: SignatureMethod
  },
): Promise<void> {
  await scope.db
    .insertInto('signatures')
    .values({
      serviceId: scope.serviceId,
      childId: agreement.childId,
      serviceAgreementId: agreement.id,
      signatory: signature.signatory,
      signedName: signature.name,
      signedOn: signature.on,
      method: signature.method,
      contentHash: agreementHash(agreement),
      recordedBy: scope.staffId,
    })
    .execute()
}

function agreementHash({ id, childId, madeOn, whatWePromise }: ServiceAgreement): string {
  const document = 'service-agreement'
  return documentHash({ document, id, childId, madeOn: madeOn.toString(), whatWePromise })
}
