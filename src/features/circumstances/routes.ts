import type { AlongsideRoute } from '../page.ts'
import { changeCircumstancePage } from './change.ts'
import { circumstancePage } from './circumstance.ts'
import { circumstancesPage } from './circumstances.ts'
import { correctCircumstancePage } from './correct.ts'
import { endCircumstancePage } from './end.ts'
import { moveHomePage } from './move.ts'
import { newCircumstancePage } from './new-circumstance.ts'
import { stillTruePage } from './still-true.ts'
import { withdrawCircumstancePage } from './withdraw.ts'

const all = '/children/:childId/circumstances'
const one = `${all}/:circumstanceId`

export const circumstancesRoutes: readonly AlongsideRoute[] = [
  { url: all, page: circumstancesPage },
  { url: `${all}/new/:circumstanceKind`, page: newCircumstancePage },
  { url: `${all}/move`, page: moveHomePage },
  { url: `${all}/still-true`, page: stillTruePage },
  { url: one, page: circumstancePage },
  { url: `${one}/change`, page: changeCircumstancePage },
  { url: `${one}/end`, page: endCircumstancePage },
  { url: `${one}/correct`, page: correctCircumstancePage },
  { url: `${one}/withdraw`, page: withdrawCircumstancePage },
]
