import { describeSettings, readConfig } from '#config'
import { commands, isCommand } from './commands.ts'

const [name, ...words] = process.argv.slice(2)
process.exitCode = await run(name, words)

/** Runs one command; what it says for people goes to standard error, and only its result to standard output. */
async function run(command: string | undefined, rest: readonly string[]): Promise<number> {
  if (command === undefined || command === '--help' || command === 'help') {
    process.stdout.write(`${overview()}\n`)
    return 0
  }
  if (!isCommand(command)) {
    process.stderr.write(`There is no command "${command}".\n\n${overview()}\n`)
    return 2
  }
  if (rest.includes('--help')) {
    process.stdout.write(
      `${commands[command].usage}\n\nSettings, from the environment:\n${describeSettings()}\n`,
    )
    return 0
  }
  try {
    await commands[command].run(rest, readConfig(process.env))
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function overview(): string {
  const lines = Object.values(commands).map(({ usage }) => `  npx ${usage.split('\n')[0] ?? ''}`)
  return `Alongside\n\n${lines.join('\n')}\n\nEach command explains itself: npx alongside serve --help`
}
