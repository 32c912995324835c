import type { z } from 'zod'
import type { childLine } from '../format/child-line.ts'
import { idOf, manager, panelId, police, worker } from './ids.ts'

export type WrittenChild = z.input<typeof childLine>
type Member<Key extends keyof WrittenChild> =
  NonNullable<WrittenChild[Key]> extends readonly (infer Item)[] ? Item : never

const at = '2026-03-01T10:00:00Z'

/** A child with a conditional caution whose evidence is all there, work, a plan, a contact and an agreement. @param base first id of the child */
export function aChildLine(base: number, values: Partial<WrittenChild> = {}): WrittenChild {
  const [referralId, offenceId, outcomeId] = [idOf(base + 1), idOf(base + 2), idOf(base + 3)]
  return {
    record: 'child',
    id: idOf(base),
    givenName: 'Robin',
    familyName: 'Example',
    bornOn: '2011-06-15',
    sex: 'female',
    ethnicity: 'not-asked',
    needsInterpreter: false,
    recordedAt: at,
    recordedBy: worker,
    identifiers: [{ id: idOf(base + 5), kind: 'pnc', value: '25/1234W' }],
    circumstances: [
      {
        id: idOf(base + 6),
        kind: 'care-status',
        value: 'early-help',
        startedOn: '2025-09-01',
        source: 'Children’s social care',
        recordedAt: at,
      },
    ],
    relationships: [
      {
        id: idOf(base + 7),
        kind: 'mother',
        personId: idOf(base + 50),
        hasParentalResponsibility: true,
        livesWithChild: true,
        mayBeContacted: true,
      },
    ],
    referrals: [aReferralOf(base, referralId, offenceId)],
    assessments: [anAssessmentOf(base, referralId)],
    outcomes: [anOutcomeOf(outcomeId, referralId, offenceId)],
    interventions: [aWorkOf(base, referralId, outcomeId)],
    allocations: [
      { id: idOf(base + 8), referralId, staffId: worker, startedOn: '2026-02-10', recordedAt: at },
    ],
    contacts: [aContactOf(base)],
    ...values,
  }
}

function aWorkOf(base: number, referralId: string, outcomeId: string): Member<'interventions'> {
  return {
    id: idOf(base + 4),
    referralId,
    kind: 'conditional-caution',
    startedOn: '2026-03-02',
    recordedAt: at,
    outcomeIds: [outcomeId],
    plans: [aPlanOf(base)],
  }
}

function aContactOf(base: number): Member<'contacts'> {
  return {
    id: idOf(base + 9),
    interventionId: idOf(base + 4),
    staffId: worker,
    kind: 'home-visit',
    plannedOn: '2026-03-05',
    attendance: 'attended',
    sawChild: true,
    sawParent: true,
    note: 'We talked about bikes.',
    recordedAt: at,
  }
}

function aReferralOf(base: number, id: string, offenceId: string): Member<'referrals'> {
  return {
    id,
    kind: 'out-of-court',
    receivedOn: '2026-02-09',
    referredBy: 'Testshire Police',
    policeContact: 'arrest',
    admission: 'admitted',
    victimKnown: false,
    whatHappened: 'Took a bike that was not locked.',
    closedOn: '2026-03-02',
    closedBecause: 'Work started',
    recordedAt: at,
    detentions: [
      {
        id: idOf(base + 20),
        arrivedAt: '2026-02-01T10:00:00Z',
        releasedAt: '2026-02-01T15:30:00Z',
      },
    ],
    offences: [
      {
        id: offenceId,
        title: 'Theft of a bike',
        offenceGroup: 'THEFT_AND_HANDLING_STOLEN_GOODS',
        occurredOn: '2026-02-01',
        recordedAt: at,
      },
    ],
    checks: [
      {
        id: idOf(base + 21),
        kind: 'childrens-social-care',
        result: 'done',
        checkedOn: '2026-02-10',
        note: 'Early help.',
        recordedAt: at,
      },
    ],
    listings: [{ id: idOf(base + 22), panelId, recordedAt: at }],
    explanations: [
      {
        id: idOf(base + 23),
        explainedOn: '2026-02-25',
        explainedBy: worker,
        how: 'In simple words',
        childUnderstood: true,
        childWords: 'I have to mend bikes.',
        parentName: 'Mo Example',
        parentUnderstood: true,
        recordedAt: at,
      },
    ],
  }
}

function anAssessmentOf(base: number, referralId: string): Member<'assessments'> {
  const reasons = 'Because of what we know.'
  const kinds = [
    'likelihood-of-reoffending',
    'risk-of-serious-harm',
    'safety-and-wellbeing',
  ] as const
  return {
    id: idOf(base + 30),
    referralId,
    form: 'short',
    formVersion: 1,
    answers: {
      childWords: 'I was bored.',
      familyWords: 'He is kind.',
      strengths: 'Mends things.',
      whatHappened: 'A dare.',
      safety: 'Safe at home.',
      needs: 'A place to go.',
      accommodationFlags: ['overcrowded', 'shortTerm'],
      factorsFor: [{ category: 'family', words: 'An aunt', rating: 'strong' }],
      [`own:${idOf(9)}`]: 'Chess',
    },
    startedOn: '2026-02-11',
    completedOn: '2026-02-20',
    authorId: worker,
    judgements: kinds.map((kind, index) => ({
      id: idOf(base + 31 + index),
      kind,
      level: 'low',
      reasons,
    })),
  }
}

function anOutcomeOf(id: string, referralId: string, offenceId: string): Member<'outcomes'> {
  return {
    id,
    referralId,
    panelId,
    kind: 'youth-conditional-caution',
    decidedOn: '2026-02-26',
    decidedByService: manager,
    decidedByPolice: police,
    rationale: 'A first mistake.',
    weighedDiversity: 'Heard.',
    weighedSafety: 'Safe.',
    weighedWellbeing: 'Well.',
    weighedRisk: 'Low.',
    conditionsEndOn: '2026-05-20',
    residence: 'local',
    appeal: 'none',
    recordedAt: at,
    offenceIds: [offenceId],
  }
}

function aPlanOf(base: number): NonNullable<Member<'interventions'>['plans']>[number] {
  return {
    id: idOf(base + 40),
    writtenOn: '2026-03-03',
    strengths: 'You mend bikes.',
    easierForYou: 'We meet at the workshop.',
    keepingSafe: 'Mum knows where you are.',
    contingency: 'If you are followed, ring Mum.',
    restorative: 'Mend the bike that was taken.',
    restorativeKind: 'standard-reparation',
    restorativeChoices: 'The bike, or a letter.',
    restorativeReason: 'You asked for the Saturday group.',
    exitPlan: 'The workshop stays open to you.',
    authorId: worker,
    recordedAt: at,
    steps: [{ id: idOf(base + 41), position: 0, goal: 'Ride', step: 'Mend two bikes', who: 'Me' }],
    signatures: [
      {
        id: idOf(base + 42),
        signatory: 'child',
        signedName: 'Robin',
        signedOn: '2026-03-04',
        method: 'typed',
        contentHash: 'abc',
        recordedAt: at,
      },
    ],
  }
}
