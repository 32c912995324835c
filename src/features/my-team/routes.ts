import type { AlongsideRoute } from '../page.ts'
import { leavingPage } from './leaving.ts'
import { myTeamPage } from './my-team.ts'
import { leavingUrl, myTeamUrl } from './urls.ts'

export const myTeamRoutes: readonly AlongsideRoute[] = [
  { url: myTeamUrl, page: myTeamPage },
  { url: leavingUrl(':staffId'), page: leavingPage },
]
