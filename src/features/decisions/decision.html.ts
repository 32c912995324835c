import type { Role } from '#domain/access/permissions.ts'
import { formatDate } from '#domain/calendar/format-date.ts'
import type { Deadline } from '#domain/rules/deadline.ts'
import type { DecisionEvidence } from '#domain/out-of-court/decision-facts.ts'
import type { DecisionOption } from '#domain/out-of-court/decision-options.ts'
import type { Advice } from '#domain/rules/ask-prompts.ts'
import type { GuardStanding, StandingGap } from '#domain/out-of-court/guard-standing.ts'
import { summaryLimit } from '#domain/out-of-court/record-decision.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { AgreementRequest } from '#records/agreement-requests.ts'
import type { Referral } from '#records/referrals.ts'
import type { StaffMember } from '#records/staff.ts'
import { adviceList } from '../advice-list.ts'
import { assessmentQualityUrl, assessmentStartUrl, assessmentUrl } from '../assessments/urls.ts'
import { agreementOffer } from '../guard-stop.ts'
import { panelAttendanceUrl } from '../panels/urls.ts'
import { referralChecksUrl, referralPanelUrl, referralUrl } from '../referrals/urls.ts'
import { guardAnchor, guardList } from './guard-list.html.ts'
import { explanationUrl, outcomeUrl } from './urls.ts'

const lengthRule = 'OM-6.3-ycc-length'

interface Deciding {
  readonly childId: string
  readonly referral: Referral
  readonly evidence: DecisionEvidence
  /** The decision that is already recorded. */
  readonly recorded: string | null
  readonly standings: readonly GuardStanding[]
  readonly prompts: readonly Advice[]
  readonly options: readonly DecisionOption[]
  readonly practitioners: readonly StaffMember[]
  readonly police: readonly StaffMember[]
  /** Of conditions decided today that nobody has to agree to. */
  readonly lastDay: Deadline
  readonly role: Role
  /** Agreements that were asked for about this referral and wait. */
  readonly requests: readonly AgreementRequest[]
  readonly mayAssure: boolean
}

/** The rules in front of the decision first, then the decision itself. */
export function decisionBody(shown: ShownForm, about: Deciding): Html {
  const { childId, referral, recorded } = about
  if (recorded !== null && shown.errors.length === 0) {
    return nothingToDecide(
      html`A decision is already recorded for this referral.
        <a class="govuk-link" href="${outcomeUrl(childId, recorded)}">Read the decision</a>`,
    )
  }
  if (referral.closedOn !== null && shown.errors.length === 0) {
    return nothingToDecide(html`This referral was closed on ${formatDate(referral.closedOn)}.`)
  }
  return html`${whatIsWrong(shown)}
    <h1 class="govuk-heading-l">Record the decision</h1>
    <p class="govuk-body">
      The service and the police decide together. A decision can be recorded when everything here is
      there.
    </p>
    ${guards(shown, about)}
    <h2 class="govuk-heading-m">The decision</h2>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${adviceList(about.prompts)} ${form(shown, about)}
      </div>
    </div>`
}

function nothingToDecide(why: Html): Html {
  return html`<h1 class="govuk-heading-l">Record the decision</h1>
    <p class="govuk-body">${why}</p>`
}

function guards(shown: ShownForm, about: Deciding): Html {
  const { childId, referral, standings, role, requests } = about
  const subjectId = referral.id
  return guardList({
    standings,
    placeOf: part => placeOf(part, about),
    stopped: new Map(
      standings.map(({ guard }) => [guard.id, messagesFor(shown, guard.id)] as const),
    ),
    offerOf: ruleId => {
      const open = requests.find(request => request.ruleId === ruleId) ?? null
      return agreementOffer({ childId, ruleId, subjectId }, { role }, open)
    },
  })
}

function messagesFor(shown: ShownForm, ruleId: string): string[] {
  return shown.errors
    .filter(error => error.field === guardAnchor(ruleId))
    .map(error => error.message.slice(ruleId.length + 2))
}

function placeOf(part: StandingGap['about'], about: Deciding): string {
  const { childId, mayAssure } = about
  const referralId = about.referral.id
  const { panel, assessment } = about.evidence
  switch (part) {
    case 'checks':
      return referralChecksUrl(childId, referralId)
    case 'listing':
      return referralPanelUrl(childId, referralId)
    case 'attendance':
      return panel === null ? referralPanelUrl(childId, referralId) : panelAttendanceUrl(panel.id)
    case 'explanation':
      return explanationUrl(childId, referralId)
    case 'quality-assurance':
      if (assessment === null) return assessmentStartUrl(childId, referralId)
      return mayAssure
        ? assessmentQualityUrl(childId, assessment.id)
        : assessmentUrl(childId, assessment.id)
    case 'assessment':
      return assessmentStartUrl(childId, referralId)
  }
}

function form(shown: ShownForm, about: Deciding): Html {
  const asked = ask(shown)
  const people = (staff: readonly StaffMember[]) =>
    staff.map(({ id, name, jobTitle }) => ({ value: id, content: `${name}, ${jobTitle}` }))
  const nothing = 'Choose a person'
  return postForm(
    shown,
    { submit: 'Record the decision', cancel: referralUrl(about.childId, about.referral.id) },
    html`${asked.one('decision', 'What was decided?', choices(shown, about), { size: 's' })}
    ${asked.date('decidedOn', 'When?', { size: 's' })}
    ${asked.from('decidedByService', 'Who decided for the service?', people(about.practitioners), {
      size: 's',
      nothing,
    })}
    ${asked.from('decidedByPolice', 'Who decided for the police?', people(about.police), {
      size: 's',
      nothing,
    })}
    ${asked.longText('rationale', 'Why this, for this child?', {
      size: 's',
      hint: 'What would a less serious decision not have done? What did each agency bring?',
    })}
    <h3 class="govuk-heading-s">What was weighed</h3>
    ${asked.longText('weighedDiversity', 'Who the child is', {
      hint: 'Culture, faith, needs, how they are treated elsewhere, and whether another child would get the same.',
    })}
    ${asked.longText('weighedSafety', 'The child’s safety', {
      hint: 'Who could hurt them, and what this decision does about it.',
    })}
    ${asked.longText('weighedWellbeing', 'The child’s well-being', {
      hint: 'School, home, health, hopes: what this decision helps or harms.',
    })}
    ${asked.longText('weighedRisk', 'Risk to others', {
      hint: 'What harm, to whom, how likely, and what keeps them safe.',
    })}`,
  )
}

function choices(shown: ShownForm, about: Deciding) {
  const { options, referral, lastDay } = about
  const limit = summaryLimit(referral.offences.map(offence => offence.occurredOn))
  const law =
    limit === null
      ? null
      : html` For a summary offence the law’s limit is 16 weeks from the offence:
        ${formatDate(limit)}.`
  const hint = html`At most ${lastDay.limit}: decided today, the last day is
  ${formatDate(lastDay.dueOn)}.${agreedLonger(about)}${law}`
  const conditional = ask(shown).date('conditionsEndOn', 'When do the conditions end?', { hint })
  return options.map(({ code, kind, name, explanation }) => ({
    value: code,
    content: name,
    hint: explanation,
    ...(kind === 'youth-conditional-caution' && { conditional }),
  }))
}

/** What was agreed about the length of the conditions of this very referral. */
function agreedLonger({ evidence, referral }: Deciding): string | null {
  const agreed = evidence.agreements.findLast(
    ({ ruleId, subjectId }) => ruleId === lengthRule && subjectId === referral.id,
  )
  if (agreed?.untilOn == null) return null
  return ` ${agreed.grantedBy} agreed to longer: until ${formatDate(agreed.untilOn)}.`
}
