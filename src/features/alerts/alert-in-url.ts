import { z } from 'zod'
import { idInUrl } from '../page.ts'

/** An alert of a child. */
export const alertInUrl = z.object({ childId: idInUrl, alertId: idInUrl })
