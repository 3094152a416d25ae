/** `registry screen`, `discover` and `discover draft`: what the loaded NPI rows hold. */

import { discover, draftRecord } from '../actions/discover.ts'
import type { ScreenReport } from '../actions/screen.ts'
import { screenNpis } from '../actions/screen.ts'
import { todayFrom } from '../config.ts'
import type { Command } from './command.ts'
import { CommandRefusal } from './command.ts'
import { JSON_OPTION } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'

/** How many rows may matter; a list that is not loaded was not compared, and says nothing. */
function screenedInWords(report: ScreenReport): string {
  const { records, exclusions, deactivated, not_loaded } = report
  const unless = (list: string, words: string) =>
    not_loaded.includes(list) ? `not compared: no file of ${list} is loaded` : words
  const gone = `${deactivated.length} are deactivated`
  // Without the whole list, files of single months may still have been compared.
  const bans = `${exclusions.length} rows of exclusions may be about them`
  const banned = exclusions.length > 0 ? bans : unless('leie', bans)
  return [
    `${records} NPI records.`,
    `Exclusions: ${banned}.`,
    `Deactivated numbers: ${unless('nppes-deactivations', gone)}.`,
  ].join(' ')
}

export const registryScreenCommand: Command = {
  words: ['registry', 'screen'],
  operands: [],
  summary: 'compare all loaded NPI rows with exclusions and deactivations; stores nothing',
  options: JSON_OPTION,
  run: async ({ values }, world) =>
    await withDatabase(settingsOf(world).DATABASE_URL, async (db) => {
      const report = await screenNpis(db)
      if (values.json === true) {
        world.out(JSON.stringify(report, null, 2))
        return 0 as const
      }
      for (const one of report.exclusions) {
        world.out(`${one.level}  NPI ${one.npi}  ${one.name} (${one.state ?? 'no state'})`)
        world.out(`    ${one.row_words} (${one.list})`)
        world.out(
          `    ${one.because} Agreed: ${one.agreed.join(', ')}. Disagreed: ${one.disagreed.join(', ') || 'nothing'}.`,
        )
      }
      for (const { npi, name, deactivated_on } of report.deactivated) {
        world.out(`deactivated  NPI ${npi}  ${name}, on ${deactivated_on}`)
      }
      world.out(screenedInWords(report))
      return 0 as const
    }),
}

export const discoverCommand: Command = {
  words: ['discover'],
  operands: [],
  summary: 'list organizations of the NPI registry that look like ketamine providers',
  options: {
    all: { type: 'boolean', summary: 'also those that seem to be in the directory' },
    ...JSON_OPTION,
  },
  run: async ({ values }, world) =>
    await withDatabase(settingsOf(world).DATABASE_URL, async (db) => {
      const all = await discover(db)
      const shown =
        values.all === true ? all : all.filter(({ duplicates }) => duplicates.length === 0)
      if (values.json === true) {
        world.out(JSON.stringify(shown, null, 2))
        return 0 as const
      }
      for (const { npi, name, city, state, phone, reason, duplicates } of shown) {
        world.out(
          `${npi}  ${name}; ${[city, state, phone].filter(Boolean).join(', ') || 'no place loaded'}`,
        )
        world.out(`    ${reason}`)
        for (const { provider_id, by } of duplicates) {
          world.out(`    Perhaps ${provider_id}: same ${by.join(' and ')}.`)
        }
      }
      const hidden = all.length - shown.length
      world.out(
        `${shown.length} ${shown.length === 1 ? 'candidate' : 'candidates'}.${hidden > 0 ? ` ${hidden} more seem to be in the directory: --all.` : ''}`,
      )
      if (shown.length > 0) world.out('Start a record with: discover draft <npi>')
      return 0 as const
    }),
}

export const discoverDraftCommand: Command = {
  words: ['discover', 'draft'],
  operands: ['npi'],
  summary: 'write a draft record of a candidate, as JSON to fill in',
  options: {},
  run: async ({ operands: [npi = ''] }, world) => {
    const settings = settingsOf(world)
    return await withDatabase(settings.DATABASE_URL, async (db) => {
      const draft = await draftRecord(db, npi, todayFrom(settings.TODAY)())
      if (draft === null) {
        throw new CommandRefusal(`No candidate has the NPI "${npi}". See them with: discover --all`)
      }
      world.out(JSON.stringify(draft, null, 2))
      return 0 as const
    })
  },
}
