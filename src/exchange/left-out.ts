import type { TableName } from './part.ts'

/** Tables that the format does not carry, and why. */
export const leftOutTables: Readonly<Partial<Record<TableName, string>>> = {
  sessions: 'Who is signed in now; it ends with the browser and says nothing of a child.',
  submissions: 'Keys of forms, so that the same form sent twice acts once; worthless elsewhere.',
  keptForms: 'What one person typed and could not send, sealed for their browser and for a day.',
  childSearchKeys:
    'Made afresh from names, numbers and addresses, by the version that reads the file.',
  searchSpellings: 'Made afresh from names and addresses, by the version that reads the file.',
  searches: 'What one person typed into the search box, kept for a day so that they can go back.',
  rowHistory:
    'Earlier versions belong to the database in which they were replaced; a backup carries them.',
  auditEntries:
    'Who looked and what was done belongs to the service that wrote it down, and must not be written by a file; a backup carries it.',
  auditSeals: 'They vouch for the entries of one database, and are worthless without them.',
  accounts: 'Ways in with their secrets: nobody gains a way in by a file.',
  identityLinks: 'Ways in: nobody gains one by a file.',
  roleReaches: 'Who sees which child is settled by each service for its own people.',
  restrictions:
    'Who may open a record is settled by managers of the service that holds it; a backup carries it.',
  restrictionNames:
    'Who may open a record is settled by managers of the service that holds it; a backup carries it.',
  childMergeRestrictions:
    'Who may open a record is settled by managers of the service that holds it; a backup carries it.',
  urgentAccesses:
    'Who opened a restricted record, and why, belongs to the service where it was opened; a backup carries it.',
  notices: 'What somebody is told on their first page; worthless to anybody else.',
  dailyMails: 'Whose e-mail of a day was sent, so that it goes once; worthless elsewhere.',
  signInAttempts: 'Kept for a few hours against guessing; says nothing of a child.',
}

/** Columns of carried tables that a line does not say, and why. */
export const leftOutColumns: Readonly<Record<string, string>> = {
  'children.matchKeys': 'Made afresh from the names, by the version that reads the file.',
  'people.matchKeys': 'Made afresh from the names, by the version that reads the file.',
  'childIdentifiers.valueKey':
    'Made afresh from kind and value, by the version that reads the file.',
}

/** Tables that are the database's own and belong to no record. */
export const ownTables: readonly string[] = ['migrations', 'migrations_lock']
