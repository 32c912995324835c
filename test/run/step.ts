export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export type Step = { readonly name: string; readonly run: () => Promise<Counts> }

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}
