import { comparePage } from './comparisons.ts'
import { makeDatabases, asOwner } from './databases.ts'
import { startLoader } from './loader.ts'
import { addLongHistory } from './long-history.ts'
import { shownPage, statementsOfPage } from './pages.ts'
import { profileOf } from './profile.ts'
import { runApp } from './running-app.ts'
import { listenToStatements } from './statements.ts'
import { chooseSubjects } from './subjects.ts'
listenToStatements()
const databases = await makeDatabases([], m => process.stderr.write(m + '\n'))
const loader = startLoader()
try {
  const app = await runApp(databases.longHistory)
  const subjects = await chooseSubjects(app.db)
  const child = await addLongHistory(app, subjects)
  await asOwner(databases.longHistory, async c => { await c.query('vacuum analyze') })
  for (const [name, path] of [['child', ''], ['timeline', '/timeline']]) {
    const page = await shownPage(app, subjects.workerId, `/children/${child}${path}`)
    const heard = await statementsOfPage(page); const biggest = heard.filter(h => h.text.includes('each_kind'))[0]; if (biggest) { await asOwner(databases.longHistory, async c => { const r = await c.query('explain analyze ' + biggest.text, [...biggest.values]); console.log(r.rows.map(x => Object.values(x)[0]).filter(l => /Planning|Execution|contacts/.test(String(l))).join('\n')) }) }
    const p = await profileOf(name, page)
    console.log(JSON.stringify(p))
    const c = await comparePage(loader, { rounds: 5, requests: 80, sizes: [] }, { name, page, target: { atLeast: 0.4 } })
    console.log(JSON.stringify(c))
  }
  await app.close()
} finally { loader.stop(); await databases.remove() }
