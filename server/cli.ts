/** The command line: finds the command that the words name, reads its options, runs it. */

import { parseArgs } from 'node:util'
import type { Command, ExitCode, World } from './commands/command.ts'
import { CommandRefusal } from './commands/command.ts'
import { cutToWidth } from './commands/terminal-line.ts'

type Loader = { words: string; load: () => Promise<Command> }

/** Every command there is. Each is loaded when it is called, so that none slows the others. */
const COMMANDS: readonly Loader[] = [
  {
    words: 'prepare',
    load: async () => (await import('./commands/prepare-command.ts')).prepareCommand,
  },
  { words: 'serve', load: async () => (await import('./commands/serve-command.ts')).serveCommand },
  { words: 'build', load: async () => (await import('./commands/build-command.ts')).buildCommand },
  { words: 'dev', load: async () => (await import('./commands/dev-command.ts')).devCommand },
  {
    words: 'migrate',
    load: async () => (await import('./commands/data-commands.ts')).migrateCommand,
  },
  { words: 'seed', load: async () => (await import('./commands/data-commands.ts')).seedCommand },
  {
    words: 'providers check',
    load: async () => (await import('./commands/data-commands.ts')).checkProvidersCommand,
  },
  {
    words: 'registry import',
    load: async () => (await import('./commands/registry-commands.ts')).registryImportCommand,
  },
  {
    words: 'registry status',
    load: async () => (await import('./commands/registry-commands.ts')).registryStatusCommand,
  },
  {
    words: 'verify',
    load: async () => (await import('./commands/verify-commands.ts')).verifyCommand,
  },
  {
    words: 'check record',
    load: async () => (await import('./commands/check-commands.ts')).checkRecordCommand,
  },
  {
    words: 'review list',
    load: async () => (await import('./commands/review-commands.ts')).reviewListCommand,
  },
  {
    words: 'review confirm',
    load: async () => (await import('./commands/review-commands.ts')).reviewConfirmCommand,
  },
  {
    words: 'review reject',
    load: async () => (await import('./commands/review-commands.ts')).reviewRejectCommand,
  },
  {
    words: 'registry screen',
    load: async () => (await import('./commands/discover-commands.ts')).registryScreenCommand,
  },
  {
    words: 'discover',
    load: async () => (await import('./commands/discover-commands.ts')).discoverCommand,
  },
  {
    words: 'discover draft',
    load: async () => (await import('./commands/discover-commands.ts')).discoverDraftCommand,
  },
  {
    words: 'recheck',
    load: async () => (await import('./commands/recheck-command.ts')).recheckCommand,
  },
]

const PROGRAM = 'npm run cli --'

const REAL_WORLD: World = {
  environment: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY && {
    // A line that goes over the edge would leave its beginning behind each time.
    renew: (line: string) =>
      process.stderr.write(`\r\x1b[2K${cutToWidth(line, process.stderr.columns)}`),
  }),
}

const usageOf = ({ words, operands }: Command) =>
  [...words, ...operands.map((name) => `<${name}>`)].join(' ')

/** The commands that start with a word, or all; null if there is none. */
async function overview(group: string | null = null): Promise<string | null> {
  const loaders = COMMANDS.filter(({ words }) => group === null || words.startsWith(`${group} `))
  if (loaders.length === 0) return null
  const commands = await Promise.all(loaders.map(({ load }) => load()))
  const width = Math.max(...commands.map((command) => usageOf(command).length))
  const lines = commands.map((one) => `  ${usageOf(one).padEnd(width)}  ${one.summary}`)
  return [
    `Usage: ${PROGRAM} ${group === null ? '' : `${group} `}<command> [options]`,
    '',
    'Commands:',
    ...lines,
    '',
    'Every command takes --help. Exit codes: 0 done, 1 refused, 2 misused.',
    'With --json, a refusal is JSON on standard output, too.',
    'Settings come from the environment; see docs/settings.md.',
  ].join('\n')
}

/** The help of one command, every option included. */
export function helpOf(command: Command): string {
  const options = { ...command.options, help: { type: 'boolean', summary: 'show this help' } }
  const flags = Object.entries(options).map(([name, option]): [string, string] => {
    const value = 'value' in option && option.value ? ` ${option.value}` : ''
    return [`--${name}${value}`, option.summary]
  })
  const width = Math.max(...flags.map(([flag]) => flag.length))
  return [
    `Usage: ${PROGRAM} ${usageOf(command)}`,
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    '',
    'Options:',
    ...flags.map(([flag, summary]) => `  ${flag.padEnd(width)}  ${summary}`),
    ...(command.notes === undefined ? [] : ['', ...command.notes]),
  ].join('\n')
}

function refuseMisuse(message: string): never {
  throw new CommandRefusal(`${message} Try ${PROGRAM} --help.`, 2)
}

/** The longest command that the words start with, and the words after it. */
function findCommand(words: readonly string[]): { loader: Loader; rest: string[] } {
  const found = COMMANDS.filter(({ words: name }) => {
    const parts = name.split(' ')
    return parts.every((part, at) => words[at] === part)
  }).sort((one, other) => other.words.length - one.words.length)[0]
  const option = words.findIndex((word) => word.startsWith('-'))
  const named = option < 0 ? words : words.slice(0, option)
  if (!found) refuseMisuse(`There is no command "${named.join(' ')}".`)
  return { loader: found, rest: words.slice(found.words.split(' ').length) }
}

function readOptions(command: Command, words: readonly string[]) {
  const known = Object.entries(command.options).map(([name, { type }]) => [name, { type }] as const)
  const options = { ...Object.fromEntries(known), help: { type: 'boolean' as const } }
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    refuseMisuse(`${(error as Error).message}.`)
  }
}

async function runCommand(words: readonly string[], world: World): Promise<ExitCode> {
  const { loader, rest } = findCommand(words)
  const command = await loader.load()
  const { values, positionals } = readOptions(command, rest)
  if (values.help === true) {
    world.out(helpOf(command))
    return 0
  }
  if (positionals.length !== command.operands.length) {
    refuseMisuse(`It goes: ${usageOf(command)}.`)
  }
  return await command.run({ values, operands: positionals }, world)
}

const isCommand = (name: string) => COMMANDS.some(({ words }) => words === name)

/** A reader that has seen enough, such as `head`, closes the pipe: no failure of ours. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}

const TITLES: Record<ExitCode, string> = { 0: 'Done', 1: 'Refused', 2: 'Misused' }

/**
 * Says why a command ended: a refusal as its sentence on `err`, with `--json` anything at all as a
 * problem on `out` (the members of RFC 9457, and the exit code), where its result would stand.
 */
function tellEnd(error: unknown, json: boolean, { out, err }: World): ExitCode {
  const refused = error instanceof CommandRefusal
  if (!refused && !json) throw error
  const detail = error instanceof Error ? error.message : String(error)
  const exit_code = refused ? error.exitCode : 1
  if (json)
    out(JSON.stringify({ title: refused ? TITLES[exit_code] : 'Failed', detail, exit_code }))
  else err(detail)
  return exit_code
}

/** Runs the command that the words name; the exit code. */
export async function run(words: readonly string[], world: World = REAL_WORLD): Promise<ExitCode> {
  const [first] = words
  if (world === REAL_WORLD) process.stdout.once('error', endQuietly)
  if (first === undefined || first === '--help' || first === 'help') {
    world.out((await overview()) ?? '')
    return first === undefined ? 2 : 0
  }
  if (words.length === 2 && words[1] === '--help' && !isCommand(first)) {
    const group = await overview(first)
    if (group !== null) {
      world.out(group)
      return 0
    }
  }
  try {
    return await runCommand(words, world)
  } catch (error) {
    return tellEnd(error, words.includes('--json'), world)
  }
}
