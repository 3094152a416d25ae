/** `registry import` and `registry status`: the files of public registries. */

import { hostname } from 'node:os'
import type { IsoDate } from '#core/calendar.ts'
import { parseDay } from '#core/calendar.ts'
import type { RegistryImport } from '#db/registry-imports.ts'
import { listCurrentImports, listRecentImports } from '#db/registry-imports.ts'
import { listRefusals } from '#db/registry-refusals.ts'
import type { ImportDone, KeepName } from '../actions/import-file.ts'
import { importFile, KEEP_RULES } from '../actions/import-file.ts'
import { isAlive } from '../actions/import-holder.ts'
import { nameInWords } from '../actions/import-naming.ts'
import { faultInWords, importTrouble } from '../actions/import-refusals.ts'
import type { RegistryList } from '../actions/registry-lists.ts'
import { REGISTRY_LISTS, registryList } from '../actions/registry-lists.ts'
import type { Command, ExitCode, Given, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { instantNow } from './data-commands.ts'
import { createProgress, progressInWords } from './progress.ts'
import { settingsOf, withDatabase } from './settings.ts'

export const JSON_OPTION = { json: { type: 'boolean', summary: 'write JSON' } } as const

/** The day that an option gives, or null; refuses what is no day. */
export function dayOption(values: Given['values'], name: string): IsoDate | null {
  const given = values[name]
  if (typeof given !== 'string') return null
  const day = parseDay(given)
  if (day === null) throw new CommandRefusal(`--${name} is "${given}"; write YYYY-MM-DD.`, 2)
  return day
}

/** Text of an option, or null where it is not given. */
export function textOption(values: Given['values'], name: string): string | null {
  const given = values[name]
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : null
}

const LIST_LINES = REGISTRY_LISTS.map((one) => `  ${one.name.padEnd(26)} ${one.title}`)

function listOf(name: string): RegistryList {
  const list = registryList(name)
  if (list) return list
  throw new CommandRefusal(
    `There is no list "${name}". The lists are:\n${LIST_LINES.join('\n')}\ndocs/registries.md says where each file comes from.`,
    2,
  )
}

function keepOf(values: Given['values']): KeepName {
  const given = textOption(values, 'keep') ?? 'relevant'
  const rule = KEEP_RULES.find((name) => name === given)
  if (rule) return rule
  throw new CommandRefusal(`--keep is "${given}"; it is one of ${KEEP_RULES.join(', ')}.`, 2)
}

const REFUSALS_SHOWN = 5

async function runImport({ values, operands }: Given, world: World): Promise<ExitCode> {
  const [name = '', file = ''] = operands
  const list = listOf(name)
  const covers_to = dayOption(values, 'covers')
  const keep = keepOf(values)
  const progress = createProgress(world, progressInWords)
  return await withDatabase<ExitCode>(settingsOf(world).DATABASE_URL, async (db) => {
    const done = await importFile(db, {
      list,
      file,
      keep,
      add: values.add === true,
      force: values.force === true,
      covers_to,
      holder: { pid: process.pid, host: hostname() },
      now: instantNow,
      onProgress: progress.show,
      onNote: world.err,
    }).finally(progress.end)
    const refusals = await listRefusals(db, done.id)
    if (values.json === true) world.out(JSON.stringify({ ...done, list: name, refusals }))
    else {
      world.out(doneInWords(name, done))
      for (const fault of refusals.slice(0, REFUSALS_SHOWN)) world.err(faultInWords(fault))
      const more = Math.max(done.rows_refused, refusals.length) - REFUSALS_SHOWN
      if (more > 0) world.err(`${more} more rows with faults: registry status --json lists them.`)
    }
    return 0
  })
}

/** What became of an import, and the day for which its file speaks. */
export function doneInWords(list: string, done: ImportDone): string {
  const { id, rows_read, rows_kept, rows_refused, covers_to, forced } = done
  const days =
    covers_to === null
      ? ' Nothing says for which day the file speaks, so its findings are undated: give --covers.'
      : ` It speaks for ${covers_to}.`
  return `Import ${id} of ${list} is in use: ${rows_read} rows read, ${rows_kept} kept, ${rows_refused} refused.${days}${forced === null ? '' : ` Loaded by force: ${forced}`}`
}

function refuseImport(error: unknown): never {
  const trouble = importTrouble(error)
  if (trouble === null) throw error
  throw new CommandRefusal(trouble)
}

export const registryImportCommand: Command = {
  words: ['registry', 'import'],
  operands: ['list', 'file'],
  summary: 'load a registry file from a path, a zip or an address; see docs/registries.md',
  options: {
    keep: {
      type: 'string',
      value: 'RULE',
      summary: 'NPI files: keep relevant rows (the default), known NPIs only, or all',
    },
    covers: {
      type: 'string',
      value: 'DAY',
      summary: 'the day for which the file speaks, where its name does not say',
    },
    add: { type: 'boolean', summary: 'read it beside what is loaded, in place of replacing it' },
    force: {
      type: 'boolean',
      summary: 'load a file that is the same, older, of no day, too short, or mostly unreadable',
    },
    ...JSON_OPTION,
  },
  notes: ['Lists:', ...LIST_LINES],
  run: (given, world) => runImport(given, world).catch(refuseImport),
}

const fromWhere = ({ address }: RegistryImport) => (address === null ? '' : ` from ${address}`)

function statusLine(one: RegistryImport): string {
  const day = one.covers_to ?? 'unknown day'
  return `${one.list.padEnd(24)} import ${one.id}, ${nameInWords(one)}${fromWhere(one)}, to ${day}, ${one.rows_kept} rows (${one.rows_refused} refused), loaded ${one.ended_at ?? one.started_at}${one.message === null ? '' : `, by force: ${one.message}`}`
}

/** Whether the process of an import ended before the import did. */
function brokeOff(one: RegistryImport): boolean {
  const us = { pid: process.pid, host: hostname() }
  return one.state === 'running' && !isAlive(one, us, instantNow())
}

/** What became of an import, in a word or two. */
function stateInWords(one: RegistryImport): string {
  if (brokeOff(one)) return 'broke off when its process ended, the same command goes on with it'
  if (one.state !== 'running') return one.state
  return `running by process ${one.held_by_pid} on ${one.held_by_host}`
}

function runLine(one: RegistryImport): string {
  const why =
    one.message === null ? '' : `: ${one.state === 'done' ? 'forced, ' : ''}${one.message}`
  return `  ${one.id}  ${one.started_at}  ${stateInWords(one)}  ${one.list}  ${nameInWords(one)}${fromWhere(one)}${why}`
}

const RUNS_SHOWN = 10

export const registryStatusCommand: Command = {
  words: ['registry', 'status'],
  operands: [],
  summary: 'say which registry files are in use, and what became of the last imports',
  options: JSON_OPTION,
  run: async ({ values }, world) =>
    await withDatabase<ExitCode>(settingsOf(world).DATABASE_URL, async (db) => {
      const current = await listCurrentImports(db)
      const recent = await listRecentImports(db, RUNS_SHOWN)
      if (values.json === true) {
        const runs = await Promise.all(
          recent.map(async (one) => ({
            ...one,
            broke_off: brokeOff(one),
            refusals: await listRefusals(db, one.id),
          })),
        )
        world.out(JSON.stringify({ in_use: current, runs }, null, 2))
        return 0
      }
      world.out(current.length === 0 ? 'No registry file is loaded.' : 'In use:')
      for (const one of current) world.out(`  ${statusLine(one)}`)
      const missing = REGISTRY_LISTS.filter(
        ({ name }) => !current.some(({ list }) => list === name),
      )
      world.out(`Not loaded: ${missing.map(({ name }) => name).join(', ')}.`)
      if (recent.length > 0) world.out('Last runs:')
      for (const one of recent) world.out(runLine(one))
      return 0
    }),
}
