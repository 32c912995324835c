import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { describeSettings } from '#config'
import { commands, isCommand } from '#cli/commands.ts'
import { sources } from '#domain/rules/sources.ts'

const root = new URL('../', import.meta.url)
const read = async (path: string) => await readFile(new URL(path, root), 'utf8')

async function sourceFiles(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, root), { recursive: true })
  return names.filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`)
}

describe('the register of sources', () => {
  it('has every key that the code cites', async () => {
    const register = await read('docs/policy/sources.md')
    const keys = new Set(
      [...register.matchAll(/^\| ([A-Z][A-Z0-9-]+) \|/gmu)].map(([, key]) => key),
    )
    const cited = new Map<string, string>(Object.keys(sources).map(key => [key, 'sources.ts']))
    for (const file of [
      ...(await sourceFiles('src/domain')),
      ...(await sourceFiles('src/records')),
    ]) {
      for (const [, key = ''] of (await read(file)).matchAll(/@source ([A-Za-z0-9-]+)/gu)) {
        cited.set(key, file)
      }
    }
    const unknown = [...cited].filter(([key]) => !keys.has(key))
    expect(unknown).toEqual([])
  })
})

describe('the documents', () => {
  it('name folders and files that exist', async () => {
    const texts = await Promise.all(
      ['docs/architecture.md', 'README.md', 'CONTRIBUTING.md'].map(read),
    )
    const paths = texts.flatMap(text =>
      [
        ...text.matchAll(
          /`((?:src|docs|platform|records|domain|features|migrations)\/[\w./-]*)`/gu,
        ),
      ].map(([, path = '']) => path),
    )
    const missing = paths.filter(
      path =>
        !existsSync(new URL(path, root)) &&
        !existsSync(new URL(`src/${path}`, root)) &&
        !path.startsWith('migrations/0'),
    )
    expect(missing).toEqual([])
  })

  it('list every command and every setting', async () => {
    const cli = await read('docs/cli.md')
    for (const command of Object.keys(commands)) expect(cli).toContain(`\`${command}`)
    for (const [, setting = ''] of describeSettings().matchAll(/^ {2}([A-Z_]+)/gmu)) {
      expect(cli).toContain(`\`${setting}\``)
    }
  })

  it('name no command that there is not', async () => {
    const pages = (await readdir(new URL('docs/', root))).filter(name => name.endsWith('.md'))
    const texts = await Promise.all(['README.md', ...pages.map(name => `docs/${name}`)].map(read))
    const named = texts.flatMap(text =>
      [...text.matchAll(/npx alongside ([a-z-]+)/gu)].map(([, name = '']) => name),
    )
    expect(named).toContain('export')
    expect(named.filter(name => !isCommand(name))).toEqual([])
  })

  it('keep the README short', async () => {
    expect((await read('README.md')).split('\n').length).toBeLessThan(120)
  })
})
