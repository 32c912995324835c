import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { assetFolders } from './asset-folders.ts'

const assets = new URL('../../../assets/', import.meta.url)
const palette = await readPalette()

test('the committed styles are what the sources give', async () => {
  const script = fileURLToPath(new URL('build-styles.js', assets))
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined()
})

test('no font, picture or address of GOV.UK is used', async () => {
  const css = await readFile(new URL('alongside/alongside.css', assets), 'utf8')
  expect(css).not.toMatch(/GDS Transport|@font-face|crown|crest/i)
})

test('every static file that a page asks for is there', () => {
  const files = [
    '/assets/alongside/alongside.css',
    '/assets/alongside/alongside.js',
    '/assets/alongside/genogram.js',
    '/assets/alongside/mark.svg',
    '/assets/govuk/govuk-frontend.min.js',
  ]
  const missing = files.filter(file => {
    const folder = assetFolders.find(({ prefix }) => file.startsWith(prefix))
    return !folder || !existsSync(join(folder.root, file.slice(folder.prefix.length)))
  })
  expect(missing).toEqual([])
})

// WCAG 2.2 level AA: 4.5 to 1 for words (1.4.3), 3 to 1 for the edges of controls (1.4.11).
test.each([
  ['ink', ['paper', 'card', 'sand', 'teal-mist', 'focus', 'line'], 4.5],
  ['muted', ['paper', 'card', 'sand', 'teal-mist'], 4.5],
  ['cream', ['teal'], 4.5],
  ['card', ['teal', 'action', 'danger', 'link'], 4.5],
  ['teal', ['paper', 'card', 'teal-mist'], 4.5],
  ['teal-deep', ['met-ground'], 4.5],
  ['link', ['paper', 'card', 'sand', 'teal-mist', 'due-ground'], 4.5],
  ['link-visited', ['paper', 'card', 'sand', 'teal-mist'], 4.5],
  ['link-hover', ['paper', 'card', 'sand', 'teal-mist'], 4.5],
  ['danger', ['paper', 'card'], 4.5],
  ['action', ['paper', 'card'], 4.5],
  ['warning', ['card'], 4.5],
  ['due', ['card', 'due-ground'], 4.5],
  ['overdue', ['card', 'overdue-ground'], 4.5],
  ['met', ['card', 'met-ground'], 4.5],
  ['field', ['paper', 'card'], 3],
] as const)('%s can be read on %j', (front, backs, least) => {
  const tooFaint = backs.filter(back => contrast(colour(front), colour(back)) < least)
  expect(tooFaint).toEqual([])
})

test('the sum for contrast gives the known answers', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

async function readPalette(): Promise<ReadonlyMap<string, string>> {
  const scss = await readFile(new URL('styles/_palette.scss', assets), 'utf8')
  const found = scss.matchAll(/^\$([a-z-]+): (#[0-9a-f]{6});$/gm)
  return new Map(Array.from(found, ([, name = '', hex = '']) => [name, hex]))
}

function colour(name: string): string {
  const hex = palette.get(name)
  if (hex === undefined) throw new Error(`No colour called ${name} in the palette`)
  return hex
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(start => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
