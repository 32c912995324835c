/** What a contact belongs to: either work or a referral. */
export interface Belonging {
  readonly interventionId: string | null
  readonly referralId: string | null
}
