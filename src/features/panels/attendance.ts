import { mayRecordAttendance } from '#domain/referrals/panel-days.ts'
import { panelAgencies, type PanelAgency } from '#domain/vocabulary/work.ts'
import { choiceField } from '#platform/forms/choice-field.ts'
import { defineForm, type FormValues, type Problem } from '#platform/forms/form.ts'
import { groupField } from '#platform/forms/group-field.ts'
import { textField } from '#platform/forms/text-field.ts'
import { goTo, refuse } from '#platform/http/page.ts'
import { lockRow } from '#records/lock-row.ts'
import { findPanel, listAttendances, type PanelAttendance } from '#records/panels.ts'
import { findLastSaved } from '../last-saved.ts'
import { page } from '../page.ts'
import { attendanceBody } from './attendance.html.ts'
import { panelInUrl } from './panel.ts'
import { saveAttendances } from './queries.ts'
import { panelUrl } from './urls.ts'

/** The agencies in the order of the page: one row each. */
const agencies = Object.keys(panelAgencies) as PanelAgency[]

const attendanceForm = defineForm({
  fields: {
    agencies: groupField({
      fields: {
        agency: choiceField({ choices: panelAgencies, missing: 'Name the agency' }),
        came: choiceField({ choices: ['yes', 'no'], missing: 'Select whether the agency came' }),
        person: textField({ name: 'Who came', optional: true }),
        reason: textField({ name: 'Why not', optional: true }),
      },
      min: agencies.length,
      max: agencies.length,
    }),
  },
  check: ({ agencies: rows }) => rows.flatMap(problemsOfRow),
})
interface Row {
  readonly agency: PanelAgency
  readonly came: 'yes' | 'no'
  readonly person: string | null
  readonly reason: string | null
}

export const attendancePage = page({
  permission: 'panel.arrange',
  params: panelInUrl,
  load: async ({ scope }, { params }) => ({
    panel: await findPanel(scope, params.panelId),
    attendances: await listAttendances(scope, params.panelId),
  }),
  form: attendanceForm,
  initial: ({ attendances }) => valuesOf(attendances),
  version: {
    lock: ({ scope }, { panelId }) => lockRow(scope, 'panels', panelId),
    holds: ({ attendances }) => valuesOf(attendances),
    questions: agencies.flatMap((agency, row) => [
      { field: `agencies-${row}-agency`, title: 'Agency' },
      {
        field: `agencies-${row}-came`,
        title: `${panelAgencies[agency]}: did they come?`,
        words: { yes: 'Yes', no: 'No' },
      },
      { field: `agencies-${row}-person`, title: `${panelAgencies[agency]}: who came` },
      { field: `agencies-${row}-reason`, title: `${panelAgencies[agency]}: why not` },
    ]),
    lastSaved: ({ scope }, { panel }) =>
      findLastSaved(scope, {
        action: 'panel.attendance-recorded',
        childId: null,
        subjectId: panel.id,
      }),
  },
  submit: async ({ scope, today }, { agencies: rows }, { params, loaded }) => {
    if (!mayRecordAttendance(loaded.panel.heldOn, today)) {
      const message = 'The panel has not met yet: record who came on its day or after it'
      return refuse({ field: 'agencies-0-came', message })
    }
    await saveAttendances(scope, params.panelId, toAttendances(rows))
    return goTo(panelUrl(params.panelId), 'Attendance recorded')
  },
  view: ({ panel }, shown, { today }) => ({
    title: 'Who came to the panel?',
    backLink: panelUrl(panel.id),
    body: attendanceBody({
      panel,
      agencies,
      shown,
      hasMet: mayRecordAttendance(panel.heldOn, today),
    }),
  }),
})

/** The inputs of the four rows, filled with what is recorded already. */
function valuesOf(attendances: readonly PanelAttendance[]): FormValues {
  const rows = agencies.flatMap((agency, row) => {
    const recorded = attendances.find(attendance => attendance.agency === agency)
    const came = recorded === undefined ? '' : recorded.attended ? 'yes' : 'no'
    return [
      [`agencies-${row}-agency`, agency] as const,
      [`agencies-${row}-came`, came] as const,
      [`agencies-${row}-person`, recorded?.person ?? ''] as const,
      [`agencies-${row}-reason`, recorded?.reason ?? ''] as const,
    ]
  })
  return Object.fromEntries(rows)
}

function problemsOfRow(row: Row, index: number): Problem<'agencies'>[] {
  const at = (part: string) => `agencies-${index}-${part}` as const
  if (row.agency !== agencies[index]) {
    return [{ field: at('came'), message: 'This page has gone wrong. Open it again and retry' }]
  }
  const name = panelAgencies[row.agency]
  if (row.came === 'yes' && row.person === null) {
    return [{ field: at('person'), message: `${name}: enter who came` }]
  }
  if (row.came === 'no' && row.reason === null) {
    return [{ field: at('reason'), message: `${name}: say why they could not come` }]
  }
  return []
}

/** Only the answer that applies is kept: a name where somebody came, a reason where nobody could. */
function toAttendances(rows: readonly Row[]): PanelAttendance[] {
  return rows.map(({ agency, came, person, reason }) => ({
    agency,
    attended: came === 'yes',
    person: came === 'yes' ? person : null,
    reason: came === 'no' ? reason : null,
  }))
}
