import { sql } from 'kysely'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { signatories } from '#domain/vocabulary/work.ts'
import { serviceAgreementUrl } from '../../interventions/urls.ts'
import { planUrl } from '../../plans/urls.ts'
import { columns } from '../columns.ts'
import { lower } from '../lower.ts'
import type { TimelineSource } from '../source.ts'

const picked = columns({
  id: 's.id',
  on: 's.signed_on',
  part: `case when s.plan_id is null then 'agreement' else 'plan' end`,
  code: 's.signatory',
  more: 'coalesce(s.plan_id, s.service_agreement_id)',
  staff: 's.recorded_by',
  at: 's.recorded_at',
  intervention: 'p.intervention_id',
})

export const signatures: TimelineSource = {
  kind: 'signature',
  name: 'Signatures',
  label: 'Signature',
  permission: 'plan.open',
  select: ({ serviceId, childId }) => sql`select ${picked} from signatures s
    left join plans p on p.service_id = s.service_id and p.id = s.plan_id
    where s.service_id = ${serviceId} and s.child_id = ${childId}`,
  line: ({ code, part }) => ({
    what: `${part === 'plan' ? 'Plan' : 'Service agreement'} signed: ${lower(nameOf(signatories, code ?? ''))}`,
    said: null,
  }),
  url: (childId, { more, part }) => {
    if (more === null) return null
    return part === 'plan' ? planUrl(childId, more) : serviceAgreementUrl(childId, more)
  },
}
