import { eventKindList, eventKinds } from '#domain/vocabulary/events.ts'
import { html, type Html } from '#platform/views/html.ts'
import { groupNames } from './new-event.html.ts'
import { newEventUrl } from './urls.ts'

interface Chosen {
  readonly about?: string | undefined
  readonly intervention?: string | undefined
  readonly referral?: string | undefined
}

/** Every kind of event in its group, each leading to its questions. */
export function chooseKindBody(childId: string, chosen: Chosen): Html {
  return html`<h1 class="govuk-heading-l">Record what happened or was done</h1>
    <p class="govuk-body">
      What you record here calls for what is owed to the child, and shows that it was done.
    </p>
    ${group('happened', childId, chosen)} ${group('done', childId, chosen)}`
}

function group(name: 'happened' | 'done', childId: string, chosen: Chosen): Html {
  const { about, intervention, referral } = chosen
  const rest = {
    ...(about !== undefined && { aboutId: about }),
    ...(intervention !== undefined && { interventionId: intervention }),
    ...(referral !== undefined && { referralId: referral }),
  }
  return html`<h2 class="govuk-heading-m">${groupNames[name]}</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${eventKindList
        .filter(kind => eventKinds[kind].group === name)
        .map(
          kind =>
            html`<li>
              <a class="govuk-link" href="${newEventUrl(childId, { kind, ...rest })}"
                >${eventKinds[kind].name}</a
              >
            </li>`,
        )}
    </ul>`
}
