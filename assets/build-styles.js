// Compiles the styles: `node assets/build-styles.js`. With --check it writes nothing and fails when
// the committed file is not what the sources give.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const pathOf = path => fileURLToPath(new URL(path, import.meta.url))
const compiled = pathOf('./alongside/alongside.css')

const { css } = compile(pathOf('./styles/alongside.scss'), {
  style: 'compressed',
  charset: false,
  // MoJ Frontend names GOV.UK Frontend from the root of the project, hence both folders.
  loadPaths: [pathOf('../node_modules'), pathOf('..')],
  quietDeps: true,
})

if (!process.argv.includes('--check')) {
  await writeFile(compiled, `${css}\n`)
} else if ((await readFile(compiled, 'utf8')) !== `${css}\n`) {
  console.error('alongside.css is out of date: run node assets/build-styles.js')
  process.exitCode = 1
}
