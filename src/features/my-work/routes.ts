import type { AlongsideRoute } from '../page.ts'
import { myWorkPage } from './my-work.ts'

export const myWorkRoutes: readonly AlongsideRoute[] = [{ url: '/my-work', page: myWorkPage }]
