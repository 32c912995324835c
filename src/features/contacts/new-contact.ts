import { z } from 'zod'
import { may } from '#domain/access/permissions.ts'
import { contactHappened, planContact } from '#domain/contacts/plan-contact.ts'
import { recordContact } from '#domain/contacts/record-contact.ts'
import { contactKinds, type ContactKind } from '#domain/vocabulary/work.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { ask, postForm, whatIsWrong, type Asked } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import { insertAuditEntry } from '#records/audit.ts'
import { findChild } from '#records/children.ts'
import { findOptionalHolder } from '#records/interventions.ts'
import { findPolicy } from '#records/policy.ts'
import { childBanner } from '../child-banner.ts'
import { childInUrl, idInUrl, page, type PageContext } from '../page.ts'
import {
  contactRecord,
  newContactForm,
  type ContactValues,
  type RecordValues,
} from './contact-form.ts'
import { readAround, refusalOf, stopsOf } from './longer-work.ts'
import { changeRefused, saveChange, tickedChange } from './contact-change.ts'
import { changeQuestion, dayQuestions, kindQuestion, recordQuestions } from './contact-questions.ts'
import type { Belonging } from './belonging.ts'
import { findWorkOf, insertContact } from './queries.ts'
import { workUrl } from './work-url.ts'

const newContactQuery = z.object({
  intervention: idInUrl.optional(),
  referral: idInUrl.optional(),
  kind: z.string().max(50).optional(),
})

export const newContactPage = page({
  permission: 'contact.plan',
  params: childInUrl,
  query: newContactQuery,
  load: async ({ scope, user }, { params, query }) => {
    const belonging: Belonging = {
      interventionId: query.intervention ?? null,
      referralId: query.intervention === undefined ? (query.referral ?? null) : null,
    }
    return {
      child: await findChild(scope, user, params.childId),
      work: await findWorkOf(scope, params.childId, belonging),
      belonging,
      kind: readKind(query.kind),
      mayRecord: may(user.role, 'contact.record'),
    }
  },
  form: newContactForm,
  initial: ({ kind }, { today }) =>
    newContactForm.fill({ ...(kind !== null && { kind }), plannedOn: today }),
  submit: async (context, value, { params, loaded }) => {
    const { today } = context
    const { work, belonging } = loaded
    const on = value.plannedOn
    if (value.happened === 'planned') {
      const around = await readAround(context, params.childId, belonging)
      const policy = await findPolicy(context.scope)
      const refusal = refusalOf(planContact({ on, today, work, around, policy }))
      if (refusal !== null) return refusal
      const id = await save(context, { childId: params.childId, belonging, value, record: null })
      await insertAuditEntry(context.scope, entry('contact.planned', params.childId, id))
      return goTo(workUrl(params.childId, belonging), 'Contact planned')
    }
    const record = recordOf(value, loaded.mayRecord)
    if (record === null) {
      return refuse({
        field: 'happened',
        message: 'Your role plans contacts. Ask the worker to record it',
      })
    }
    const decisions = [
      contactHappened({ on, work }),
      recordContact(contactRecord(record, on, today)),
    ]
    const problems = decisions.flatMap(one => (one.kind === 'refused' ? one.problems : []))
    if (problems.length > 0) return refuse(...problems)
    const topic = tickedChange(value)
    const change = topic === null ? null : { childId: params.childId, belonging, work, on, topic }
    const refused = change === null ? [] : await changeRefused(context, change)
    if (refused.length > 0) return refuse(...refused)
    const id = await save(context, { childId: params.childId, belonging, value, record })
    if (change !== null) await saveChange(context.scope, id, change)
    await insertAuditEntry(context.scope, entry('contact.recorded', params.childId, id))
    return goTo(workUrl(params.childId, belonging), 'Contact recorded')
  },
  view: ({ child, belonging, mayRecord }, shown, { today, user }) => ({
    title: 'Plan or record a contact',
    identity: childBanner(child, today),
    backLink: workUrl(child.id, belonging),
    body: newContactBody(shown, {
      mayRecord,
      stops: stopsOf(shown, { childId: child.id, belonging, role: user.role }),
    }),
  }),
})

function readKind(text: string | undefined): ContactKind | null {
  const kinds = Object.keys(contactKinds) as ContactKind[]
  return kinds.find(kind => kind === text) ?? null
}

function entry(action: string, childId: string, subjectId: string) {
  return { action, childId, subjectId }
}

function recordOf(
  value: { readonly attendance: RecordValues['attendance'] | null } & Omit<
    RecordValues,
    'attendance'
  >,
  mayRecord: boolean,
): RecordValues | null {
  const { attendance, present, note } = value
  return mayRecord && attendance !== null ? { attendance, present, note } : null
}

/** The contact is the person's own, unless they only plan for others: then it is the worker's who holds the case. */
async function save(
  { scope, user, now }: PageContext,
  contact: {
    readonly childId: string
    readonly belonging: Belonging
    readonly value: ContactValues
    readonly record: RecordValues | null
  },
): Promise<string> {
  const { belonging, childId, record, value } = contact
  const holder = may(user.role, 'contact.record') ? undefined : await holderOf(scope, belonging)
  return await insertContact(scope, {
    ...belonging,
    childId,
    staffId: holder?.staffId ?? user.id,
    values: value,
    noted: record && { values: record, by: user.id, at: now },
  })
}

async function holderOf(scope: PageContext['scope'], { interventionId, referralId }: Belonging) {
  if (interventionId !== null) return await findOptionalHolder(scope, { interventionId })
  return referralId === null ? undefined : await findOptionalHolder(scope, { referralId })
}

interface NewContact {
  readonly mayRecord: boolean
  /** The rules that stopped what was sent. */
  readonly stops: readonly Html[]
}

function newContactBody(asked: Asked, { mayRecord, stops }: NewContact): Html {
  const happened = {
    value: 'happened',
    content: 'It has happened',
    conditional: html`${recordQuestions(asked)} ${changeQuestion(asked)}`,
  }
  return html`${whatIsWrong(asked)}
    <h1 class="govuk-heading-l">Plan or record a contact</h1>
    ${stops}
    ${postForm(
      asked,
      { submit: 'Save' },
      html`${kindQuestion(asked)} ${dayQuestions(asked)}
      ${ask(asked).one(
        'happened',
        'Is it planned, or has it happened?',
        [{ value: 'planned', content: 'It is planned' }, ...(mayRecord ? [happened] : [])],
        { size: 's' },
      )}`,
    )}`
}
