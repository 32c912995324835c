import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lacksOf } from '#domain/assessment/complete-assessment.ts'
import { addDays, isOnOrBefore, plainDate } from '#domain/calendar/plain-date.ts'
import type { Decider } from '#domain/out-of-court/decision-facts.ts'
import { declaredPolicy } from '#domain/rules/policy.ts'
import { decisionGuards } from '#domain/out-of-court/out-of-court-rules.ts'
import { panelDecisions } from '#domain/vocabulary/outcomes.ts'
import { connect } from '#platform/db/connect.ts'
import { readDuties } from '#records/duties.ts'
import { readDecisionFacts } from '#records/decision-facts.ts'
import type { Database } from '#records/schema.ts'
import { formToRead } from '#records/assessment-forms.ts'
import { findAssessment } from '#records/assessments.ts'
import { inService, type Scope } from '#records/scope.ts'
import { connectWithin, testDatabase } from '#test/database.ts'
import { makeDemonstration } from './make-demonstration.ts'

// A Sunday: there is work to look at all the same.
const today = plainDate('2026-11-22')
const database = await testDatabase()
const empty = connect<Database>(database.connection)
let db: Kysely<Database>
let serviceId = ''

beforeAll(async () => {
  serviceId = (await makeDemonstration(empty, { seed: 7, today })).serviceId
  db = connectWithin(database, serviceId)
})
afterAll(async () => {
  await Promise.all([empty.destroy(), db.destroy()])
})

async function rowsOf<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(db)).rows
}

interface Made {
  readonly decidedOn: ReturnType<typeof plainDate>
  readonly conditionsEndOn: ReturnType<typeof plainDate> | null
  readonly decidedByService: string | null
  readonly decidedByPolice: string | null
  readonly rationale: string | null
  readonly weighedDiversity: string | null
  readonly weighedSafety: string | null
  readonly weighedWellbeing: string | null
  readonly weighedRisk: string | null
}

/** The decision as the guards read it. */
function asDecided(made: Made, staff: (id: string | null) => Decider | null) {
  const text = (written: string | null) => written ?? ''
  return {
    decidedOn: made.decidedOn,
    conditionsEndOn: made.conditionsEndOn,
    decidedByService: staff(made.decidedByService),
    decidedByPolice: staff(made.decidedByPolice),
    rationale: text(made.rationale),
    weighed: {
      diversity: text(made.weighedDiversity),
      safety: text(made.weighedSafety),
      wellbeing: text(made.weighedWellbeing),
      risk: text(made.weighedRisk),
    },
  }
}

describe('the last twelve months', () => {
  it('hold a year of referrals, and work that is open today', async () => {
    const [row] = await rowsOf(sql<{ year: number; open: number; work: number }>`
      select (select count(*)::int from referrals where received_on > ${addDays(today, -365)}) as year,
        (select count(*)::int from referrals where closed_on is null and kind = 'out-of-court') as open,
        (select count(*)::int from interventions where ended_on is null) as work`)
    expect(row).toMatchObject({ open: 25, work: 90 })
    expect(row?.year).toBeGreaterThan(190)
    expect(row?.year).toBeLessThan(240)
  })

  it('pass every guard in front of every decision', async () => {
    const decisions = await db
      .selectFrom('outcomes')
      .select(['childId', 'referralId', 'kind', 'decidedOn', 'conditionsEndOn', 'rationale'])
      .select(['decidedByService', 'decidedByPolice', 'weighedDiversity', 'weighedSafety'])
      .select(['weighedWellbeing', 'weighedRisk'])
      .where('panelId', 'is not', null)
      .execute()
    expect(decisions.length).toBeGreaterThan(170)
    const agencies = new Map(
      (await db.selectFrom('staff').select(['id', 'agency']).execute()).map(one => [one.id, one]),
    )
    const blocked = await inService(db, { serviceId, staffId: null }, async scope => {
      const found: unknown[] = []
      for (const made of decisions) {
        const decision = panelDecisions.find(kind => kind === made.kind)
        if (decision === undefined || made.referralId === null) throw new Error(made.kind)
        const facts = {
          ...(await readDecisionFacts(scope, made.childId, made.referralId, made.decidedOn)),
          ...asDecided(made, id => agencies.get(id ?? '') ?? null),
          decision,
        }
        for (const guard of decisionGuards) {
          const answer = guard.decide(facts, made.decidedOn, declaredPolicy)
          if (answer.kind === 'blocked') found.push({ guard: guard.id, ...answer, ...made })
        }
      }
      return found
    })
    expect(blocked).toEqual([])
  })

  it('have reviews of assessments: completed ones, and one being written in which somebody was not sure', async () => {
    const [reviews] = await rowsOf(sql<{ completed: number; draft: number; unsure: number }>`
      select count(*) filter (where completed_on is not null)::int as completed,
        count(*) filter (where completed_on is null)::int as draft,
        count(*) filter (where completed_on is null and answers ? 'stillTrue')::int as unsure
      from assessments where review_of is not null`)
    expect(reviews?.completed).toBeGreaterThan(3)
    expect(reviews?.draft).toBeGreaterThan(0)
    expect(reviews?.unsure).toBe(reviews?.draft)
  })

  it('owe something in every state, each to someone', async () => {
    const duties = await inService(db, { serviceId, staffId: null }, scope =>
      readDuties(scope, { of: 'service' }, today),
    )
    const states = new Set(duties.map(duty => `${duty.ruleId} ${duty.state}`))
    for (const expected of [
      'OM-2.1-visit overdue',
      'OM-2.1-visit open',
      'OM-2.1-agreement overdue',
      'OM-2.1-agreement met',
      'OM-4.1-signed overdue',
      'OM-4.1-signed open',
      'OM-4.1-signed excused',
      'OM-2.5-review overdue',
      'OM-2.5-review open',
      'OM-4.5-review overdue',
      'OM-4.5-review open',
      'OM-4.5-review met',
      'OM-10.2-share overdue',
      'OM-10.2-share met',
      'OM-6.3-ycc-length overdue',
      'OM-6.3-ycc-length excused',
      'OM-6.3-ycc-length open',
      'OM-4.4-change open',
      'OM-4.4-change overdue',
      'OM-4.4-change excused',
      'OM-4.4-change met',
      'OM-9.2-exploitation met',
      'OM-9.2-exploitation open',
      'OM-9.4-referral met',
      'OM-9.5-escalate open',
      'OM-11.3-amends met',
      'OM-11.3-amends overdue',
    ]) {
      expect(states).toContain(expected)
    }
    expect(duties.filter(duty => duty.workerId === null)).toEqual([])
  })

  it('ask managers for a few agreements: some wait, one was declined, and what was granted was asked for', async () => {
    const requests = await rowsOf(sql<{ ruleId: string; answer: string; count: number }>`
      select rule_id, count(*)::int as count, case when answered_on is null then 'open'
        when agreement_id is null then 'declined' else 'granted' end as answer
      from agreement_requests group by 1, 3 order by 1, 3`)
    expect(requests).toEqual([
      { ruleId: 'OM-4.1-signed', answer: 'declined', count: 1 },
      { ruleId: 'OM-4.1-signed', answer: 'granted', count: 1 },
      { ruleId: 'OM-4.1-signed', answer: 'open', count: 1 },
      { ruleId: 'OM-6.3-ycc-length', answer: 'open', count: 1 },
      { ruleId: 'OM-6.5-longer', answer: 'granted', count: 1 },
    ])
    const open = await inService(db, { serviceId, staffId: null }, scope =>
      readDuties(scope, { of: 'service' }, today),
    )
    const waiting = await rowsOf(sql<{ subjectId: string }>`
      select subject_id from agreement_requests where answered_on is null`)
    const states = waiting.map(
      ({ subjectId }) => open.find(duty => duty.subjectId === subjectId)?.state,
    )
    expect(states).toEqual(['overdue', 'overdue'])
  })

  it('give each case manager two to five appointments today, each at its own time', async () => {
    const rows = await rowsOf(sql<{ count: number; times: number }>`
      select count(c.id)::int as count, count(distinct c.planned_time)::int as times
      from staff s left join contacts c on c.staff_id = s.id and c.planned_on = ${today}
      where s.role = 'case-manager' group by s.id`)
    expect(rows).toHaveLength(12)
    for (const { count, times } of rows) {
      expect(count).toBeGreaterThanOrEqual(2)
      expect(count).toBeLessThanOrEqual(5)
      expect(times).toBe(count)
    }
  })

  it('list five cases on the panel of today or the next working day, and two more panels ahead', async () => {
    const rows = await rowsOf(sql<{ heldOn: string; listed: number }>`
      select p.held_on::text, count(l.id)::int as listed from panels p
      left join panel_listings l on l.panel_id = p.id
      where p.held_on >= ${today} group by p.held_on order by p.held_on`)
    expect(rows.map(row => row.listed)).toEqual([5, 4, 2])
    expect(rows[0]?.heldOn).toBe('2026-11-23')
  })

  it('share the children who are looked after with their social workers', async () => {
    const rows = await rowsOf(sql<{ shared: number }>`
      select count(*)::int as shared from child_shares group by staff_id`)
    expect(rows).toHaveLength(2)
    for (const { shared } of rows) expect(Math.abs(shared - 15)).toBeLessThan(8)
  })

  it('have families: second partners, half-siblings, adoption, death, parents and professionals shared by files', async () => {
    const [row] = await rowsOf(sql<Record<string, number>>`
      select
        (select count(*)::int from relationships where kind = 'half-sibling') as half,
        (select count(*)::int from family_links where nature = 'adoptive') as adopted,
        (select count(*)::int from family_links where nature = 'step') as second,
        (select count(*)::int from family_links where nature = 'foster') as fostered,
        (select count(*)::int from people where died_on is not null) as died,
        (select count(*)::int from (select from relationships where kind in ('mother', 'father')
          group by person_id having count(*) > 1) p) as shared_parents,
        (select count(*)::int from (select from relationships where kind = 'teacher'
          group by person_id having count(*) > 1) p) as shared_teachers`)
    for (const [what, count] of Object.entries(row ?? {})) expect(count, what).toBeGreaterThan(2)
    expect(row).toBeDefined()
  })

  it('know brothers and sisters, and children who came back', async () => {
    const [row] = await rowsOf(sql<{ siblings: number; back: number }>`
      select (select count(*)::int from relationships r
          where exists (select from children c where c.person_id = r.person_id)) as siblings,
        (select count(*)::int from (select child_id from referrals
          where received_on > ${addDays(today, -365)} group by 1 having count(*) > 1) r) as back`)
    expect(row?.siblings).toBeGreaterThanOrEqual(12)
    expect(row?.back).toBeGreaterThanOrEqual(6)
  })
})

describe('assessments', () => {
  it('are on every form, short ones in both versions, some gone on from a shorter one', async () => {
    const rows = await rowsOf(
      sql<{
        form: string
        deepened: number
      }>`select form || ' ' || form_version as form, count(deepens)::int as deepened
        from assessments group by 1 order by 1`,
    )
    expect(rows.map(({ form }) => form)).toEqual([
      'full 1',
      'prevention-and-diversion 1',
      'short 1',
      'short 2',
    ])
    expect(rows[0]?.deepened).toBeGreaterThan(2)
  })

  it('say what their forms ask once they are completed, and keep what the shorter one said', async () => {
    const { assessments, said } = await inService(empty, { serviceId, staffId: null }, readAll)
    for (const one of assessments.filter(({ completedOn }) => completedOn !== null)) {
      const form = formToRead(one, one.answers)
      expect(lacksOf({ form, content: one, last: null })).toEqual([])
    }
    for (const one of assessments.filter(({ deepens }) => deepens !== null)) {
      expect(one.answers).toMatchObject(said.get(one.deepens ?? '') ?? { missing: true })
    }
  })

  async function readAll(scope: Scope) {
    const rows = await scope.db.selectFrom('assessments').select(['id', 'childId']).execute()
    const assessments = []
    for (const { id, childId } of rows) assessments.push(await findAssessment(scope, childId, id))
    return { assessments, said: new Map(assessments.map(({ id, answers }) => [id, answers])) }
  }
})

describe('no record', () => {
  it('lies after today, but for what is planned', async () => {
    const columns = [
      ['referrals', 'received_on'],
      ['referral_checks', 'checked_on'],
      ['assessments', 'started_on'],
      ['assessments', 'completed_on'],
      ['assessments', 'countersigned_on'],
      ['explanations', 'explained_on'],
      ['outcomes', 'decided_on'],
      ['interventions', 'started_on'],
      ['interventions', 'ended_on'],
      ['plans', 'written_on'],
      ['plans', 'reviewed_on'],
      ['signatures', 'signed_on'],
      ['service_agreements', 'made_on'],
      ['feedback', 'given_on'],
      ['circumstances', 'started_on'],
      ['rule_agreements', 'granted_on'],
      ['agreement_requests', 'asked_on'],
      ['agreement_requests', 'answered_on'],
      ['allocations', 'started_on'],
    ] as const
    for (const [table, column] of columns) {
      const [row] = await rowsOf(sql<{ last: ReturnType<typeof plainDate> }>`
        select max(${sql.ref(column)}) as last from ${sql.table(table)}`)
      if (row === undefined) throw new Error(`${table} is empty`)
      expect(isOnOrBefore(row.last, today), `${table}.${column} ${row.last.toString()}`).toBe(true)
    }
  })

  it('is out of order: referral, assessment, panel, explanation, decision, work, plan, signatures', async () => {
    const rows = await rowsOf(sql`
      select r.id from referrals r
      left join assessments a on a.referral_id = r.id
      left join panel_listings l on l.referral_id = r.id left join panels p on p.id = l.panel_id
      left join explanations e on e.referral_id = r.id
      left join outcomes o on o.referral_id = r.id
      left join interventions i on i.referral_id = r.id
      left join plans n on n.intervention_id = i.id left join signatures s on s.plan_id = n.id
      where a.started_on < r.received_on or a.completed_on < a.started_on or a.completed_on > p.held_on
        or e.explained_on < p.held_on or o.decided_on < p.held_on or o.decided_on < e.explained_on
        or i.started_on < o.decided_on or r.closed_on <> coalesce(i.started_on, r.closed_on)
        or n.written_on < i.started_on or s.signed_on < n.written_on or s.signed_on > i.ended_on`)
    expect(rows).toEqual([])
  })

  it('is of a child outside 10 to 17, but for those under ten who were never accused', async () => {
    const rows = await rowsOf(sql`
      select c.id from children c join referrals r on r.child_id = c.id and r.kind = 'out-of-court'
      where extract(year from age(r.received_on, c.born_on)) not between 10 and 17
      union all
      select c.id from children c join interventions i on i.child_id = c.id
      where extract(year from age(coalesce(i.ended_on, ${today}), c.born_on)) not between 10 and 17
      union all
      select c.id from children c join referrals r on r.child_id = c.id and r.kind = 'safeguarding'
      where extract(year from age(r.received_on, c.born_on)) >= 10
        or exists (select from offences o where o.child_id = c.id)`)
    expect(rows).toEqual([])
  })
})

async function expectOurWords(table: string) {
  const rows = await rowsOf(sql<{ text: string }>`
    select t::text as text from ${sql.table(table)} t
    where t::text ~* '\\m(offender|nominal|client|perpetrator)'`)
  expect(rows, table).toEqual([])
}

describe('what is written', () => {
  it('uses the words of the service in every table', async () => {
    for (const table of [
      'children',
      'referrals',
      'assessments',
      'judgements',
      'outcomes',
      'plans',
    ]) {
      await expectOurWords(table)
    }
    for (const table of ['plan_steps', 'contacts', 'interventions', 'feedback', 'explanations']) {
      await expectOurWords(table)
    }
  })

  it('is to the child, and hardly ever the same twice', async () => {
    const notes = await rowsOf(sql<{ note: string }>`
      select note from contacts where note is not null and attendance = 'attended'`)
    expect(notes.length).toBeGreaterThan(900)
    expect(notes.filter(({ note }) => !/\b(you|your|yours)\b/iu.test(note))).toEqual([])
    const distinct = new Set(notes.map(({ note }) => note)).size
    expect(distinct / notes.length).toBeGreaterThan(0.95)
  })
})
