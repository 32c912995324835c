/** Roles of people who sign in. The rest of the roles in the design come with the screens that they need. */
export const roles = {
  'case-manager': 'Case manager',
  'team-manager': 'Team manager',
  'head-of-service': 'Head of service',
  'performance-officer': 'Performance officer',
  'business-support': 'Business support',
  'police-colleague': 'Police colleague',
  'social-worker-read-only': 'Social worker (read-only)',
  'panel-member': 'Panel member',
} as const
export type Role = keyof typeof roles

const practitioners = ['case-manager', 'team-manager', 'head-of-service'] as const
const managers = ['team-manager', 'head-of-service'] as const
const everyone = Object.keys(roles) as Role[]

/**
 * Who may do what: the one permission table. A page names one of these; what is not listed for a role is refused.
 */
export const permissions = {
  'child.find': everyone,
  'child.open': everyone,
  'child.restrict': managers,
  'identity.open': [...practitioners, 'business-support', 'social-worker-read-only'],
  'identity.change': [...practitioners, 'business-support'],
  'alert.open': [
    ...practitioners,
    'business-support',
    'police-colleague',
    'social-worker-read-only',
  ],
  'alert.record': practitioners,
  'person.record': [...practitioners, 'business-support'],
  'child.merge': [...managers, 'performance-officer'],
  'work.own': practitioners,
  'team.open': managers,
  'service.open': ['head-of-service'],
  'referral.list': [...practitioners, 'business-support', 'police-colleague'],
  'referral.record': [...practitioners, 'business-support', 'police-colleague'],
  'referral.open': [...practitioners, 'business-support', 'police-colleague', 'panel-member'],
  'referral.screen': [...practitioners, 'business-support'],
  'panel.open': [...practitioners, 'business-support', 'police-colleague', 'panel-member'],
  'panel.arrange': [...practitioners, 'business-support'],
  'assessment.open': [
    ...practitioners,
    'police-colleague',
    'social-worker-read-only',
    'panel-member',
  ],
  'assessment.write': practitioners,
  'assessment.quality-assure': managers,
  'assessment-question.change': ['head-of-service', 'performance-officer'],
  'decision.record': practitioners,
  'intervention.open': [...practitioners, 'business-support', 'social-worker-read-only'],
  'intervention.start': practitioners,
  'intervention.allocate': managers,
  'intervention.close': practitioners,
  'plan.open': [...practitioners, 'social-worker-read-only'],
  'plan.write': practitioners,
  'contact.open': [...practitioners, 'social-worker-read-only'],
  'contact.plan': [...practitioners, 'business-support'],
  'contact.record': practitioners,
  'agreement.ask': practitioners,
  'circumstance.open': [...practitioners, 'business-support', 'social-worker-read-only'],
  'circumstance.record': [...practitioners, 'business-support'],
  'event.open': [...practitioners, 'social-worker-read-only'],
  'event.record': practitioners,
  'chronology.open': practitioners,
  'chronology.write': practitioners,
  'genogram.change': practitioners,
  'agreement.grant': managers,
  'agreement.grant-as-head': ['head-of-service'],
  'performance.open': ['performance-officer', ...managers],
  'rules.open': everyone,
  'policy.open': managers,
  'policy.change': ['head-of-service'],
  'audit.open': managers,
  'access.open': managers,
  'account.own': everyone,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** True when the role holds the permission. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}

/** True for a text that names a role. */
export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}

/** True for roles that manage other people's work and can grant a manager's agreement. */
export function isManagerRole(role: Role): boolean {
  return (managers as readonly Role[]).includes(role)
}
