import { formatDate } from '#domain/calendar/format-date.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import { agencyNames, agencyOfKind, type AgencyGroup } from '#domain/vocabulary/children.ts'
import { relationshipKinds } from '#domain/vocabulary/children.ts'
import { nameOf } from '#domain/vocabulary/name-of.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Relationship } from '#records/relationships.ts'
import { adviceList } from '../advice-list.ts'

interface ProfessionalsView {
  /** What the child is called. */
  readonly name: string
  readonly people: readonly Relationship[]
  readonly own: readonly { readonly name: string; readonly jobTitle: string }[]
  readonly advice: readonly Advice[]
}

interface Professional {
  readonly agency: AgencyGroup
  readonly name: string
  readonly job: string
  readonly organisation: string
  readonly phone: string
  readonly since: string
}

/** The child in the middle, each agency round about; the same as a table beneath. */
export function professionalsBody({ name, people, own, advice }: ProfessionalsView): Html {
  const all = [...own.map(ownProfessional), ...people.map(otherProfessional)]
  const groups = Map.groupBy(all, ({ agency }) => agency)
  const agencies = (Object.keys(agencyNames) as AgencyGroup[]).filter(key => groups.has(key))
  return html`<h1 class="govuk-heading-l">Professionals around ${name}</h1>
    ${adviceList(advice)}
    ${
      all.length === 0
        ? html`<p class="govuk-body">Nobody is recorded.</p>`
        : html`<div class="app-people-map">
              <p class="app-people-map__child">
                ${name}<span class="app-people-map__count"
                  >${all.length === 1 ? '1 professional' : `${all.length} professionals`}</span
                >
              </p>
              <ul class="app-people-map__agencies">
                ${agencies.map(
                  agency =>
                    html`<li class="app-people-map__agency">
                      <strong>${agencyNames[agency]}</strong>
                      <ul class="app-people-map__people">
                        ${groups.get(agency)?.map(one => html`<li>${one.name}<br />${one.job}</li>`)}
                      </ul>
                    </li>`,
                )}
              </ul>
            </div>
            ${scrollingTable({
              caption: 'The same as a table',
              captionClasses: 'govuk-table__caption--m',
              head: ['Name', 'Job', 'Organisation', 'Telephone', 'Since'],
              rows: agencies
                .flatMap(agency => groups.get(agency) ?? [])
                .map(one => [one.name, one.job, one.organisation, one.phone, one.since]),
            })}`
    }`
}

function ownProfessional({ name, jobTitle }: ProfessionalsView['own'][number]): Professional {
  return { agency: 'ours', name, job: jobTitle, organisation: 'This service', phone: '', since: '' }
}

function otherProfessional(person: Relationship): Professional {
  return {
    agency: agencyOfKind(person.kind),
    name: person.name,
    job: person.jobTitle ?? nameOf(relationshipKinds, person.kind),
    organisation: person.organisation ?? '',
    phone: person.mayBeContacted ? (person.phone ?? '') : 'Do not contact',
    since: person.startedOn === null ? '' : formatDate(person.startedOn),
  }
}
