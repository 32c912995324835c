import { fileURLToPath } from 'node:url'

export type AssetFolder = { readonly prefix: string; readonly root: string }

/** The folders that the pages' styles, scripts and pictures are served from, as static files. */
export const assetFolders: readonly AssetFolder[] = [
  {
    prefix: '/assets/alongside/',
    root: fileURLToPath(new URL('../../../assets/alongside/', import.meta.url)),
  },
  {
    prefix: '/assets/govuk/',
    root: fileURLToPath(
      new URL('.', import.meta.resolve('govuk-frontend/dist/govuk/template.njk')),
    ),
  },
]
