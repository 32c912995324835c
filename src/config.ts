import { resolve } from 'node:path'
import { z } from 'zod'
import { isRole } from '#domain/access/permissions.ts'
import type { GroupRole } from '#domain/access/sign-in/role-of-groups.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'

const civilDate = z.string().transform((text, check) => {
  const date = parsePlainDate(text)
  if (date !== undefined) return date
  check.addIssue('is not a date like 2026-03-01')
  return z.NEVER
})

/** `group=role,group=role`, in the order in which they count. */
const groupRoles = z.string().transform((text, check): GroupRole[] =>
  text.split(',').map(pair => {
    const [group = '', role = ''] = pair.split('=').map(part => part.trim())
    if (group !== '' && isRole(role)) return { group, role }
    check.addIssue(`has "${pair}", which is not a group and a role like yjs-staff=case-manager`)
    return z.NEVER
  }),
)

/** Every setting, each an environment variable. `--help` prints this table. */
const settings = {
  PORT: {
    about: 'Port that the pages are served on',
    byDefault: '3000',
    schema: z.coerce.number().int().min(0).max(65_535),
  },
  HOST: {
    about: 'Address that the pages are served on; 0.0.0.0 for all',
    byDefault: '127.0.0.1',
    schema: z.string().min(1),
  },
  ALONGSIDE_DATA: {
    about: 'Folder for the local database and what belongs to it',
    byDefault: '.alongside',
    schema: z
      .string()
      .min(1)
      .transform(folder => resolve(folder)),
  },
  DATABASE_URL: {
    about:
      'A PostgreSQL (15 or later) of your own, postgres://…; without it Alongside runs its own in the data folder',
    byDefault: null,
    schema: z.url().nullable(),
  },
  ALONGSIDE_POSTGRES: {
    about:
      'Folder with the PostgreSQL programs to run; otherwise those found on the machine, otherwise the ones that came along',
    byDefault: null,
    schema: z.string().nullable(),
  },
  ALONGSIDE_SECRET: {
    about:
      'At least 32 characters that sign the session cookie; without it one is made and kept in the data folder',
    byDefault: null,
    schema: z.string().min(32, 'needs at least 32 characters').nullable(),
  },
  ALONGSIDE_HTTPS: {
    about: '"yes" when people reach Alongside over https: cookies are then never sent without it',
    byDefault: 'no',
    schema: z.enum(['yes', 'no']).transform(answer => answer === 'yes'),
  },
  ALONGSIDE_TODAY: {
    about: 'Demonstration only: the day on which the demonstration stands still, like 2026-03-01',
    byDefault: null,
    schema: civilDate.nullable(),
  },
  ALONGSIDE_PROXY: {
    about: '"yes" when a proxy of your own stands in front and tells the address of each person',
    byDefault: 'no',
    schema: z.enum(['yes', 'no']).transform(answer => answer === 'yes'),
  },
  ALONGSIDE_ADDRESS: {
    about: 'Where people reach Alongside, like https://alongside.example; single sign-on needs it',
    byDefault: null,
    schema: z.url().nullable(),
  },
  ALONGSIDE_OIDC_ISSUER: {
    about: "Single sign-on: the address of your organisation's OpenID provider",
    byDefault: null,
    schema: z.url().nullable(),
  },
  ALONGSIDE_OIDC_CLIENT_ID: {
    about: 'Single sign-on: the name under which the provider knows Alongside',
    byDefault: null,
    schema: z.string().nullable(),
  },
  ALONGSIDE_OIDC_CLIENT_SECRET: {
    about: 'Single sign-on: the secret that goes with it',
    byDefault: null,
    schema: z.string().nullable(),
  },
  ALONGSIDE_OIDC_SCOPE: {
    about: 'Single sign-on: what to ask the provider for',
    byDefault: 'openid email profile',
    schema: z.string(),
  },
  ALONGSIDE_OIDC_GROUPS_CLAIM: {
    about: 'Single sign-on: the claim that lists the groups of a person',
    byDefault: 'groups',
    schema: z.string(),
  },
  ALONGSIDE_OIDC_GROUPS: {
    about:
      'Single sign-on: groups and the roles they give, the first match counts, like yjs-managers=team-manager,yjs-staff=case-manager',
    byDefault: null,
    schema: groupRoles.nullable(),
  },
  ALONGSIDE_SMTP_URL: {
    about:
      'A mail server for one e-mail a day to each person with work waiting, like smtp://user:password@host:587; needs ALONGSIDE_MAIL_FROM and ALONGSIDE_ADDRESS',
    byDefault: null,
    schema: z.url({ protocol: /^smtps?$/ }).nullable(),
  },
  ALONGSIDE_MAIL_FROM: {
    about: 'The address that e-mail comes from, like Alongside <alongside@example.gov.uk>',
    byDefault: null,
    schema: z.string().min(3).nullable(),
  },
  LOG_LEVEL: {
    about: 'How much is written to the log: silent, error, warn, info, debug',
    byDefault: 'warn',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']),
  },
} as const satisfies Record<string, { about: string; byDefault: string | null; schema: z.ZodType }>

type Settings = typeof settings
export type Config = Readonly<{ [Name in keyof Settings]: z.output<Settings[Name]['schema']> }>

/**
 * Reads the settings from the environment: the only place that does.
 *
 * @throws Error that names the setting and says what is wrong with it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(settings).map(([name, { byDefault, schema }]) => {
    const given = environment[name]
    const read = (schema as z.ZodType).safeParse(
      given === undefined || given === '' ? byDefault : given,
    )
    if (!read.success) {
      throw new Error(`The setting ${name} ${read.error.issues[0]?.message ?? 'cannot be read'}`)
    }
    return [name, read.data]
  })
  return Object.freeze(Object.fromEntries(entries)) as Config
}

/** The table of settings for `--help`. */
export function describeSettings(): string {
  return Object.entries(settings)
    .map(([name, { about, byDefault }]) => {
      const standard = byDefault === null ? 'not set' : byDefault
      return `  ${name.padEnd(30)}${about} (default: ${standard})`
    })
    .join('\n')
}
