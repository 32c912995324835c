import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Permission } from '#domain/access/permissions.ts'
import { definePage, type Page, type PageDefinition } from '#platform/http/page.ts'
import type { Route } from '#platform/http/router.ts'
import type { Scope } from '#records/scope.ts'
import type { StaffMember } from '#records/staff.ts'
import type { Viewer } from '#records/visible-children.ts'

/** What every page of Alongside is handed: one transaction for its service, the person, and today. */
export interface PageContext {
  readonly scope: Scope
  readonly user: StaffMember & Viewer
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

export type AlongsidePage = Page<PageContext, Permission>
export type AlongsideRoute = Route<PageContext, Permission>

/**
 * A page of Alongside.
 *
 * A URL with `:childId` is about that child: the application has already checked that the person may know of the child, and written
 * the look down, before `load` runs. Its queries name the child too, so that a record of another child is not found there.
 */
export function page<Params, Query, Loaded, Value>(
  definition: PageDefinition<PageContext, Permission, Params, Query, Loaded, Value>,
): AlongsidePage {
  return definePage(definition)
}

/** An id in a URL. */
export const idInUrl = z.uuid()

/** `:childId` alone. */
export const childInUrl = z.object({ childId: idInUrl })
