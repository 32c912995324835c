import type { z } from 'zod'
import { identifierKey } from '#domain/matching/identifiers.ts'
import { matchKeysOf } from '#records/new-child.ts'
import { assessment, judgement, outcome as outcomeSchema } from './format/assessment-and-outcome.ts'
import { alert, child, identifier, relationship, share } from './format/child-line.ts'
import { genogramPiece } from './format/genogram-piece.ts'
import { circumstance, confirmation } from './format/circumstance.ts'
import { toolResult } from './format/tool-result.ts'
import * as work from './format/work.ts'
import { chronologies } from './layout-of-chronologies.ts'
import { merges, notDuplicates } from './layout-of-merges.ts'
import { offencePart, referralPart } from './layout-of-referral.ts'
import { part, type Part } from './part.ts'

const matchKeys = (row: Readonly<Record<string, unknown>>) =>
  matchKeysOf(row as { givenName: string; familyName: string; knownAs: string | null })

const valueKey = (row: Readonly<Record<string, unknown>>) =>
  identifierKey(row as z.output<typeof identifier>)

const signature = {
  table: 'signatures',
  schema: work.signature,
  ofChild: true,
  once: 'signatory',
  past: ['signedOn'],
} as const

const intervention = part({
  table: 'interventions',
  schema: work.intervention,
  parent: 'childId',
  sortBy: 'startedOn',
  inOrder: [['startedOn', 'endedOn']],
  past: ['endedOn'],
  links: {
    outcomeIds: { table: 'interventionOutcomes', own: 'interventionId', other: 'outcomeId' },
  },
  parts: {
    plans: part({
      table: 'plans',
      schema: work.plan,
      parent: 'interventionId',
      ofChild: true,
      sortBy: 'writtenOn',
      inOrder: [['writtenOn', 'reviewedOn']],
      past: ['writtenOn', 'reviewedOn'],
      parts: {
        steps: part({
          table: 'planSteps',
          schema: work.planStep,
          parent: 'planId',
          sortBy: 'position',
        }),
        signatures: part({ ...signature, parent: 'planId', empty: ['serviceAgreementId'] }),
      },
    }),
    feedback: part({
      table: 'feedback',
      schema: work.feedback,
      parent: 'interventionId',
      ofChild: true,
      past: ['givenOn'],
    }),
  },
})

/** A child and everything beneath: the tables in the order in which each can refer to those before. */
export const childPart: Part = part({
  table: 'children',
  schema: child,
  derived: { matchKeys },
  past: ['bornOn', 'ethnicityAskedOn'],
  parts: {
    identifiers: part({
      table: 'childIdentifiers',
      schema: identifier,
      parent: 'childId',
      derived: { valueKey },
      past: ['withdrawnOn'],
    }),
    alerts: part({
      table: 'alerts',
      schema: alert,
      parent: 'childId',
      sortBy: 'startedOn',
      inOrder: [
        ['startedOn', 'reviewOn'],
        ['startedOn', 'endedOn'],
      ],
      past: ['startedOn', 'endedOn'],
    }),
    circumstances: part({
      table: 'circumstances',
      schema: circumstance,
      parent: 'childId',
      sortBy: 'startedOn',
      inOrder: [['startedOn', 'endedOn']],
      past: ['withdrawnOn'],
      parts: {
        confirmations: part({
          table: 'circumstanceConfirmations',
          schema: confirmation,
          parent: 'circumstanceId',
          sortBy: 'confirmedOn',
          past: ['confirmedOn'],
        }),
      },
    }),
    relationships: part({
      table: 'relationships',
      schema: relationship,
      parent: 'childId',
      inOrder: [['startedOn', 'endedOn']],
    }),
    genogramPieces: part({
      table: 'genogramPieces',
      schema: genogramPiece,
      parent: 'childId',
      once: 'personId',
    }),
    shares: part({
      table: 'childShares',
      schema: share,
      parent: 'childId',
      sortBy: 'startedOn',
      inOrder: [['startedOn', 'endedOn']],
    }),
    referrals: referralPart,
    offences: part({ ...offencePart, parent: 'childId', empty: ['referralId'] }),
    outcomes: part({
      table: 'outcomes',
      schema: outcomeSchema,
      parent: 'childId',
      sortBy: 'decidedOn',
      past: ['decidedOn'],
      links: { offenceIds: { table: 'outcomeOffences', own: 'outcomeId', other: 'offenceId' } },
    }),
    interventions: intervention,
    assessments: part({
      table: 'assessments',
      schema: assessment,
      parent: 'childId',
      sortBy: 'startedOn',
      inOrder: [
        ['startedOn', 'completedOn'],
        ['completedOn', 'countersignedOn'],
      ],
      past: ['startedOn', 'completedOn', 'countersignedOn'],
      parts: {
        judgements: part({
          table: 'judgements',
          schema: judgement,
          parent: 'assessmentId',
          once: 'kind',
        }),
      },
    }),
    allocations: part({
      table: 'allocations',
      schema: work.allocation,
      parent: 'childId',
      sortBy: 'startedOn',
      inOrder: [['startedOn', 'endedOn']],
    }),
    serviceAgreements: part({
      table: 'serviceAgreements',
      schema: work.serviceAgreement,
      parent: 'childId',
      sortBy: 'madeOn',
      past: ['madeOn'],
      parts: {
        signatures: part({ ...signature, parent: 'serviceAgreementId', empty: ['planId'] }),
      },
    }),
    contacts: part({
      table: 'contacts',
      schema: work.contact,
      parent: 'childId',
      sortBy: 'plannedOn',
    }),
    events: part({
      table: 'caseEvents',
      schema: work.caseEvent,
      parent: 'childId',
      sortBy: 'happenedOn',
      inOrder: [['happenedOn', 'withdrawnOn']],
      past: ['happenedOn', 'withdrawnOn'],
    }),
    toolResults: part({
      table: 'toolResults',
      schema: toolResult,
      parent: 'childId',
      sortBy: 'doneOn',
      inOrder: [['doneOn', 'withdrawnOn']],
      past: ['doneOn', 'withdrawnOn'],
    }),
    ruleAgreements: part({
      table: 'ruleAgreements',
      schema: work.ruleAgreement,
      parent: 'childId',
      sortBy: 'grantedOn',
      inOrder: [['grantedOn', 'untilOn']],
      past: ['grantedOn'],
    }),
    agreementRequests: part({
      table: 'agreementRequests',
      schema: work.agreementRequest,
      parent: 'childId',
      sortBy: 'askedOn',
      inOrder: [['askedOn', 'answeredOn']],
      past: ['askedOn', 'answeredOn'],
    }),
    chronologies,
    merges,
    notDuplicates,
  },
})
