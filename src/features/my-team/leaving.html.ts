import type { CaseFacts } from '#domain/rules/case-facts.ts'
import { interventionKinds } from '#domain/vocabulary/work.ts'
import type { Share } from '#domain/workload/fair-share.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, whatIsWrong } from '#platform/views/ask.ts'
import { button } from '#platform/views/components/button.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Worker } from '#records/workers.ts'
import { caseField } from './case-field.ts'

interface Leaving {
  readonly leaving: Worker
  readonly others: readonly Worker[]
  readonly cases: readonly CaseFacts[]
  readonly points: ReadonlyMap<string, number>
  readonly before: readonly Share[]
  /** What the choices would make of it; null before anything was chosen. */
  readonly after: readonly Share[] | null
}

/** A choice for each child, then what it makes of everybody's share. */
export function leavingBody(shown: ShownForm, about: Leaving): Html {
  const { leaving, cases, after } = about
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Give the work of ${leaving.name} to others</h1>
    ${
      cases.length === 0
        ? html`<p class="govuk-body">${leaving.name} holds no open work.</p>`
        : html`<p class="govuk-body">
              ${leaving.name} holds ${cases.length === 1 ? '1 open case' : `${cases.length} open cases`}. Tell each child and family before
              their worker changes. Whom you leave empty stays with ${leaving.name}.
            </p>
            <form method="post" novalidate>
              ${shown.hiddenFields} ${cases.map(facts => question(shown, facts, about))} ${shareTable(about)}
              <div class="govuk-button-group">
                ${
                  after !== null &&
                  button({
                    content: 'Give the work as chosen',
                    name: 'step',
                    value: 'give',
                    preventDoubleClick: true,
                  })
                }
                ${button({
                  content: after === null ? 'See what it makes of the shares' : 'See it again',
                  name: 'step',
                  value: 'look',
                  classes: after === null ? undefined : 'govuk-button--secondary',
                })}
              </div>
            </form>`
    }`
}

function question(shown: ShownForm, facts: CaseFacts, { others, points, before }: Leaving): Html {
  const kind =
    facts.intervention === null
      ? 'assessment for panel'
      : interventionKinds[facts.intervention.kind].name.toLowerCase()
  const weight = points.get(facts.caseId) ?? 1
  const choices = byRoom(others, before).map(({ id, name, jobTitle }) => ({
    value: id,
    content: `${name}, ${jobTitle.toLowerCase()}`,
  }))
  return ask(shown).from(caseField(facts), facts.child.name, choices, {
    size: 's',
    hint: `${kind}, ${weight === 1 ? '1 point' : `${weight} points`}`,
    nothing: 'Nobody else yet',
  })
}

/** The one with the most room first. */
function byRoom(workers: readonly Worker[], shares: readonly Share[]): Worker[] {
  return shares.flatMap(share => workers.filter(({ id }) => id === share.staffId))
}

function shareTable({ others, before, after }: Leaving): Html {
  const shareIn = (shares: readonly Share[], id: string) =>
    shares.find(({ staffId }) => staffId === id)
  return scrollingTable({
    caption: after === null ? 'How work is shared now' : 'How work would be shared',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { content: 'Worker' },
      { content: 'Load now', format: 'numeric' },
      ...(after === null ? [] : [{ content: 'Load then', format: 'numeric' as const }]),
    ],
    rows: byRoom(others, before).map(({ id, name }) => [
      { content: name },
      { content: loadInWords(shareIn(before, id)), format: 'numeric' },
      ...(after === null
        ? []
        : [{ content: loadInWords(shareIn(after, id)), format: 'numeric' as const }]),
    ]),
  })
}

function loadInWords(share: Share | undefined): string {
  return share?.load == null ? 'holds none' : share.load.toFixed(1)
}
