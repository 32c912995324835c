import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { familyAndFriendKinds, sexes } from '#domain/vocabulary/children.ts'
import { admissions, policeContacts } from '#domain/vocabulary/work.ts'
import { textsOf } from '#platform/forms/typed-values.ts'
import type { ShownForm } from '#platform/http/view.ts'
import { ask, offers, postForm, whatIsWrong } from '#platform/views/ask.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { ChildMatch } from './matches.ts'
import { otherIdentifierKinds, victimAnswers } from './new-referral-form.ts'
import { offenceRows } from './offence-rows.html.ts'
import { sameChildQuestion } from './same-child.html.ts'
import { referralsUrl } from './urls.ts'

interface NewReferralView {
  readonly shown: ShownForm
  readonly matches: readonly ChildMatch[]
  readonly today: PlainDate
}

/** One page in sections. What is asked only at times opens below the answer that calls for it. */
export function newReferralBody({ shown, matches, today }: NewReferralView): Html {
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${whatIsWrong(shown)}
      <h1 class="govuk-heading-l">Record a referral</h1>
      ${postForm(
        shown,
        { submit: 'Record the referral', cancel: referralsUrl },
        html`${enterSaves} ${sameChildQuestion(shown, matches, today)} ${whatItBecomes(shown)}
        ${theChild(shown)} ${home(shown)} ${theReferral(shown)} ${whatHappened(shown)}
        ${offenceRows(shown)}`,
      )}
    </div>
  </div>`
}

/** Enter in an input presses the form's first button: without this one, that would be "Add another offence". */
const enterSaves = html`<button
  type="submit"
  class="govuk-visually-hidden"
  tabindex="-1"
  aria-hidden="true"
>
  Record the referral
</button>`

function theChild(shown: ShownForm): Html {
  const form = ask(shown)
  return html`<h2 class="govuk-heading-m">The child</h2>
    ${form.text('givenName', 'Given name', { width: 20 })}
    ${form.text('familyName', 'Family name', { width: 20 })}
    ${form.text('knownAs', 'What the child is called, if different', { width: 20 })}
    ${form.date('bornOn', 'Date of birth', { hint: 'For example, 27 3 2011' })}
    ${form.one('sex', 'Sex', offers(sexes), { inline: true })}
    ${form.text('firstLanguage', 'First language, if known', { width: 20 })}
    ${form.text('pnc', 'PNC number, if known', { width: 20, hint: 'For example, 2012/0000123A' })}
    ${form.from('otherIdentifierKind', 'Another number, if known', options(otherIdentifierKinds), {
      nothing: 'None',
    })}
    ${form.text('otherIdentifier', 'That number', { width: 20 })}`
}

function home(shown: ShownForm): Html {
  const form = ask(shown)
  return html`<h2 class="govuk-heading-m">Home and family</h2>
    ${form.text('addressLine', 'Address', { hint: 'House or flat, street and town' })}
    ${form.text('postcode', 'Postcode', { width: 10 })}
    ${form.text('carerName', 'Name of a parent or carer', { width: 20 })}
    ${form.from('carerKind', 'Who they are to the child', options(familyAndFriendKinds))}
    ${form.text('carerPhone', 'Phone number of the parent or carer', {
      width: 20,
      inputmode: 'tel',
    })}`
}

function theReferral(shown: ShownForm): Html {
  const form = ask(shown)
  return html`<h2 class="govuk-heading-m">The referral</h2>
    ${form.text('referredBy', 'Who referred the child')}
    ${form.date('receivedOn', 'When the referral came')}`
}

function whatHappened(shown: ShownForm): Html {
  const form = ask(shown)
  const contacts = offers(policeContacts).map(offer =>
    offer.value === 'arrest' ? { ...offer, conditional: policeStay(shown) } : offer,
  )
  return html`<h2 class="govuk-heading-m">What happened</h2>
    ${form.longText('whatHappened', 'What happened, in plain words', {
      hint: 'The child and the family may read this. Name no victim.',
      rows: 6,
    })}
    ${form.one('policeContact', 'How did the police meet the child?', contacts)}
    ${form.one('admission', 'Does the child admit it?', offers(admissions))}
    ${form.one('victimKnown', 'Is a victim known?', offers(victimAnswers), { inline: true })}`
}

function policeStay(shown: ShownForm): Html {
  const form = ask(shown)
  return html`${form.text('station', 'Police station', { width: 20 })}
  ${form.date('arrivedOn', 'Day of arrival')}
  ${form.text('arrivedTime', 'Time of arrival', { width: 5, hint: 'For example, 14:30' })}
  ${form.date('releasedOn', 'Day of release', { hint: 'Leave empty if the child is still there' })}
  ${form.text('releasedTime', 'Time of release', { width: 5 })}
  ${confirmation(shown, 'longStay', {
    legend: 'The stay was longer than 36 hours',
    value: 'checked',
    content: 'I have checked both dates and times: they are right',
  })}
  ${form.text('appropriateAdult', 'Appropriate adult', {
    hint: 'Who came to support the child at the station',
  })}`
}

/** Plainly said before anything is saved: a child under 10 cannot commit an offence. */
function whatItBecomes(shown: ShownForm): Html | null {
  const tick = confirmation(shown, 'underTen', {
    legend: 'This child was under 10',
    value: 'confirmed',
    content: 'Refer the child to children’s social care, as a child to be kept safe',
  })
  if (tick === null) return null
  return html`${warningText({
    content: 'The child was under 10 when this happened. It cannot be recorded as an offence.',
  })}
    <p class="govuk-body">
      What happened is kept in words. No offence will stand on the child’s record. Tell children’s
      social care today.
    </p>
    ${tick}`
}

/** A tick that is only asked for when something calls for it. */
function confirmation(
  shown: ShownForm,
  name: 'longStay' | 'underTen',
  { legend, value, content }: { legend: string; value: string; content: string },
): Html | null {
  const isAsked = shown.errors.some(error => error.field === name)
  if (!isAsked && textsOf(shown.values, name).length === 0) return null
  return ask(shown).several(name, legend, [{ value, content }])
}

function options(list: Readonly<Record<string, string>>) {
  return Object.entries(list).map(([value, content]) => ({ value, content }))
}
