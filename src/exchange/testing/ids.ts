/** An id that says which record it is of: the same for the same number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const worker = idOf(11)
export const manager = idOf(12)
export const police = idOf(13)
export const panelId = idOf(21)
