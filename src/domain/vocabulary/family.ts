/** How somebody is a parent to a child. */
export const parentNatures = {
  birth: 'Birth parent',
  adoptive: 'Adoptive parent',
  step: 'Step-parent',
  foster: 'Foster parent',
} as const
export type ParentNature = keyof typeof parentNatures

/** How two people stand who are, or were, a couple. */
export const partnerStatuses = {
  married: 'Married or in a civil partnership',
  together: 'Together',
  separated: 'Separated',
  divorced: 'Divorced',
} as const
export type PartnerStatus = keyof typeof partnerStatuses

export const familyLinkKinds = { parent: 'Parent and child', partner: 'Partners' } as const
export type FamilyLinkKind = keyof typeof familyLinkKinds

/** Sexes as words for grown-ups and children alike. */
export const personSexes = { female: 'Female', male: 'Male', 'not-known': 'Not known' } as const
