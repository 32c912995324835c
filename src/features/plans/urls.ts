/** Writes the next plan of a piece of work. */
export function newPlanUrl(childId: string, interventionId: string): string {
  return `/children/${childId}/interventions/${interventionId}/plans/new`
}

/** A plan, to read with the child and to print. */
export function planUrl(childId: string, planId: string): string {
  return `/children/${childId}/plans/${planId}`
}

/** Signs a plan. */
export function signPlanUrl(childId: string, planId: string): string {
  return `${planUrl(childId, planId)}/sign`
}

/** Looks back on a plan with the child. */
export function reviewPlanUrl(childId: string, planId: string): string {
  return `${planUrl(childId, planId)}/review`
}
