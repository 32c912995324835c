import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { z } from 'zod'

const folders = [
  '@ministryofjustice/frontend/package.json',
  'govuk-frontend/dist/govuk/template.njk',
]
  .map(file => fileURLToPath(import.meta.resolve(file)))
  .map(path => path.replace(/\/(package\.json|govuk\/template\.njk)$/, ''))

const filters = z
  .custom<() => Record<string, (...values: unknown[]) => unknown>>(
    value => typeof value === 'function',
  )
  .parse(createRequire(import.meta.url)('@ministryofjustice/frontend/moj/filters/all.js'))

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders))
for (const [name, filter] of Object.entries(filters())) environment.addFilter(name, filter)

/** What MoJ Frontend's own macro prints, as it publishes no fixtures. */
export function renderMojMacro(component: string, macro: string, options: object): string {
  return environment.renderString(
    `{% from "moj/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`,
    { options },
  )
}
