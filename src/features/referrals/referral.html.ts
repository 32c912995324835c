import { describeDay, formatDate, formatShortDate } from '#domain/calendar/format-date.ts'
import { formatTime, londonTime, type Instant } from '#domain/calendar/time.ts'
import { isOvernight, stayInWords } from '#domain/referrals/police-stay.ts'
import { referralStages, type ReferralStep } from '#domain/referrals/referral-stage.ts'
import { admissions, offenceGroups, policeContacts } from '#domain/vocabulary/work.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { scrollingTable } from '#platform/views/components/table.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Detention, Referral, ReferralOffence } from '#records/referrals.ts'
import { linkOf, referralTasks, type ReferralView } from './referral-tasks.html.ts'
import { closeReferralUrl } from './urls.ts'

/** A referral: where it stands first, then what happened. */
export function referralBody(view: ReferralView): Html {
  const { referral, progress, today } = view
  const came = `${formatDate(referral.receivedOn)}, ${describeDay(referral.receivedOn, today)}`
  return html`<h1 class="govuk-heading-l">${headings[referral.kind]}</h1>
    <p class="govuk-body-l">${referralStages[progress.stage]}. It came on ${came}.</p>
    ${whatIsNext(view)}
    <h2 class="govuk-heading-m">Where it stands</h2>
    ${referralTasks(view)}
    <h2 class="govuk-heading-m">What happened</h2>
    ${whatHappened(referral)} ${facts(view)} ${offences(referral.offences)}`
}

const headings = { 'out-of-court': 'Referral', safeguarding: 'Safeguarding referral' } as const

function whatIsNext(view: ReferralView): Html | null {
  const { referral, progress } = view
  if (referral.closedOn !== null) {
    const because = referral.closedBecause === null ? '' : `: ${referral.closedBecause}`
    return insetText({ content: `Closed on ${formatDate(referral.closedOn)}${because}` })
  }
  if (progress.next === null) return null
  const { words } = progress.next
  const href = nextLink(progress.next.step, view)
  return insetText({
    content: html`<strong>Next:</strong> ${
      href === null ? words : html`<a class="govuk-link" href="${href}">${words}</a>`
    }`,
  })
}

function nextLink(step: ReferralStep | 'close', view: ReferralView): string | null {
  if (step !== 'close') return linkOf(step, view)
  const { referral, may } = view
  return may('referral.screen') ? closeReferralUrl(referral.childId, referral.id) : null
}

function whatHappened({ whatHappened: text }: Referral): Html {
  const paragraphs = text.split(/\n{2,}/u)
  return html`${paragraphs.map(paragraph => html`<p class="govuk-body">${lines(paragraph)}</p>`)}`
}

function lines(paragraph: string): Html[] {
  return paragraph
    .split('\n')
    .map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))
}

function facts({ referral, now }: ReferralView): Html {
  const { policeContact, admission, victimKnown, detention } = referral
  return summaryList({
    rows: [
      { key: 'Referred by', value: referral.referredBy },
      policeContact !== null && {
        key: 'How the police met the child',
        value: policeContacts[policeContact],
      },
      admission !== null && { key: 'Does the child admit it?', value: admissions[admission] },
      { key: 'Is a victim known?', value: yesNoUnknown(victimKnown) },
      ...(detention === null ? [] : detentionRows(detention, now)),
    ],
  })
}

function yesNoUnknown(answer: boolean | null): string {
  if (answer === null) return 'Not known yet'
  return answer ? 'Yes' : 'No'
}

function detentionRows(detention: Detention, now: Instant) {
  const { station, arrivedAt, releasedAt, appropriateAdult } = detention
  const until = releasedAt ?? now
  const length = stayInWords(arrivedAt, until)
  const soFar = releasedAt === null ? ' so far' : ''
  const night = isOvernight(arrivedAt, until) ? ', overnight' : ''
  return [
    { key: 'Police station', value: station ?? 'Not recorded' },
    { key: 'Arrived', value: moment(arrivedAt) },
    { key: 'Released', value: releasedAt === null ? 'Not yet' : moment(releasedAt) },
    { key: 'Time held', value: `${length}${soFar}${night}` },
    { key: 'Appropriate adult', value: appropriateAdult ?? 'Not recorded' },
  ]
}

function moment(at: Instant): string {
  const { date, time } = londonTime(at)
  return `${formatDate(date)} at ${formatTime(time)}`
}

function offences(list: readonly ReferralOffence[]): Html | null {
  if (list.length === 0) return null
  return scrollingTable({
    caption: 'What the police say the child did',
    captionClasses: 'govuk-table__caption--m',
    head: ['Offence', 'Group', 'Date', 'CJS code'],
    rows: list.map(offence => [
      offence.title,
      offenceGroups[offence.group],
      formatShortDate(offence.occurredOn),
      offence.cjsCode ?? '',
    ]),
  })
}
