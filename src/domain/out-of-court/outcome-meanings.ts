import type { PanelDecision } from '../vocabulary/outcomes.ts'

/** What an outcome means for a child, in words to read out. */
export interface OutcomeMeaning {
  readonly inOneLine: string
  readonly whatItIs: string
  readonly onYourRecord: string
  readonly whoCanBeTold: string
  readonly ifItIsNotKept: string
}

/** Where the meanings come from, to be checked when the law changes. */
export const meaningsSource =
  'Crime and Disorder Act 1998, sections 66ZA to 66G; Rehabilitation of Offenders Act 1974, schedule 2; Disclosure and Barring Service filtering guidance'

const policeRecordOnly =
  'The police keep a note of it. It is not a caution and not a conviction, so you do not have a criminal record for it.'
const seldomTold =
  'You do not have to tell a school or an employer. It is not on a basic check. For some jobs with children or vulnerable adults the police can choose to mention it, if they think that it matters for that job.'

/**
 * What each outcome means, to say to a child and a parent or carer before they accept.
 *
 * @source HMIP standard 3.4
 * @interpretation The words are ours and general: they are no legal advice, and the child can ask a solicitor.
 */
export const outcomeMeanings: Readonly<Record<PanelDecision, OutcomeMeaning>> = {
  'no-further-action': {
    inOneLine: 'Nothing more happens. Help can still be offered, and is the child’s choice.',
    whatItIs: 'It stops here. Nobody will take you to court for this.',
    onYourRecord: policeRecordOnly,
    whoCanBeTold: seldomTold,
    ifItIsNotKept: 'There is nothing that you have to keep to.',
  },
  'community-resolution': {
    inOneLine: 'The child puts things right with help from us, outside court.',
    whatItIs:
      'You accept that you did it, and do something to put it right. We agree with you what that is.',
    onYourRecord: policeRecordOnly,
    whoCanBeTold: seldomTold,
    ifItIsNotKept:
      'We talk with you about what made it hard. The police can look at what happened again.',
  },
  'outcome-22': {
    inOneLine: 'The child takes part in something that helps. No admission is needed.',
    whatItIs:
      'You take part in something that can help you. You do not have to say that you did it.',
    onYourRecord: policeRecordOnly,
    whoCanBeTold: seldomTold,
    ifItIsNotKept:
      'We talk with you about what made it hard. The police can look at what happened again.',
  },
  'deferred-prosecution': {
    inOneLine: 'The police wait. If the child does what was agreed, there is no charge.',
    whatItIs:
      'The police wait before they decide. You agree to do some things with us. You do not have to say that you did it.',
    onYourRecord:
      'When you have done what was agreed, it ends without a caution or a conviction. The police keep a note of it.',
    whoCanBeTold: seldomTold,
    ifItIsNotKept: 'The police can go on with the case, and it can go to court.',
  },
  'youth-caution': {
    inOneLine: 'A formal warning by the police, on the national record.',
    whatItIs: 'The police give you a formal warning. You have to admit that you did it.',
    onYourRecord:
      'It is on the police national computer. It is spent at once: in most cases you never have to mention it.',
    whoCanBeTold:
      'It is not on a basic check, and does not show by itself on other checks. For some jobs with children or vulnerable adults the police can choose to mention it. Some other countries ask before they let you in.',
    ifItIsNotKept:
      'There are no conditions. If it happens again, the caution is looked at when the next decision is made.',
  },
  'youth-conditional-caution': {
    inOneLine: 'A caution with conditions that the child has to keep, for three months at most.',
    whatItIs:
      'The police give you a caution, and you agree to do certain things by a certain day. You have to admit that you did it.',
    onYourRecord:
      'It is on the police national computer. It is spent when the conditions end, or after three months if that is sooner.',
    whoCanBeTold:
      'Until it is spent, you may have to say so when somebody asks about cautions. After that it is not on a basic check and does not show by itself on other checks. For some jobs with children or vulnerable adults the police can choose to mention it.',
    ifItIsNotKept: 'You can be charged with what happened, and it can go to court.',
  },
  charge: {
    inOneLine: 'The police charge the child, and a court decides.',
    whatItIs: 'The police charge you. A court hears what happened and decides.',
    onYourRecord: 'If the court finds that you did it, that is a conviction on your record.',
    whoCanBeTold: 'That depends on what the court decides. Your solicitor can tell you more.',
    ifItIsNotKept: 'You have to come to court. If you do not, the court can have you arrested.',
  },
}
