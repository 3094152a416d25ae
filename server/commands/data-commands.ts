/** Commands for the database and for record files: `migrate`, `seed`, `providers check`. */

import { existsSync } from 'node:fs'
import { migrateToLatest } from '#db/migrate.ts'
import { RubricChanged } from '#db/rubrics.ts'
import type { Seeded } from '#seeds/load.ts'
import { MixedOrigins, REAL_PROVIDERS, SAMPLE_PROVIDERS, seedAll } from '#seeds/load.ts'
import { RefusedFiles, readRecordFiles } from '#seeds/record-files.ts'
import type { Command } from './command.ts'
import { CommandRefusal } from './command.ts'
import { settingsOf, withDatabase } from './settings.ts'

const SAMPLE_OPTION = {
  sample: { type: 'boolean', summary: 'use the invented sample providers' },
} as const

/** The instant that is written down as the time of a change. */
export const instantNow = () => new Date().toISOString()

/** "88 providers read: 88 added, 0 changed, 0 unchanged." */
export function seededInWords({ providers }: Seeded): string {
  const { read, added, changed, unchanged } = providers
  return `${read} providers read: ${added} added, ${changed} changed, ${unchanged} unchanged.`
}

/** Turns records that cannot be loaded into one refusal that says why. */
export function filesRefused(error: unknown): never {
  if (error instanceof RefusedFiles) throw new CommandRefusal(error.message)
  if (error instanceof MixedOrigins) {
    throw new CommandRefusal(
      'Nothing was loaded: real and invented providers never share a database. Set DATABASE_URL to another file.',
    )
  }
  if (error instanceof RubricChanged) {
    throw new CommandRefusal(
      `No record was loaded: ${error.message}, in seeds/rubric. Or set DATABASE_URL to a new file.`,
    )
  }
  throw error
}

export const migrateCommand: Command = {
  words: ['migrate'],
  operands: [],
  summary: 'bring the database to the newest shape',
  options: {},
  run: async (_given, world) => {
    const { DATABASE_URL } = settingsOf(world)
    const names = await withDatabase(DATABASE_URL, migrateToLatest)
    const done = names.length === 0 ? 'Nothing to migrate.' : `Migrated: ${names.join(', ')}.`
    world.out(done)
    return 0
  },
}

export const seedCommand: Command = {
  words: ['seed'],
  operands: [],
  summary: 'load the shipped records into a migrated database; doing it again changes nothing',
  options: SAMPLE_OPTION,
  run: async ({ values }, world) => {
    const { DATABASE_URL } = settingsOf(world)
    const folder = values.sample === true ? SAMPLE_PROVIDERS : REAL_PROVIDERS
    const seeded = await withDatabase(DATABASE_URL, (db) =>
      seedAll(db, { now: instantNow(), folder }),
    ).catch(filesRefused)
    world.out(seededInWords(seeded))
    return 0
  },
}

export const checkProvidersCommand: Command = {
  words: ['providers', 'check'],
  operands: ['folder'],
  summary: 'check the record files of a folder; nothing is loaded',
  options: {},
  run: async ({ operands: [folder = ''] }, { out }) => {
    if (!existsSync(folder)) throw new CommandRefusal(`There is no folder ${folder}.`)
    try {
      out(`${readRecordFiles(folder).length} record files are sound.`)
    } catch (error) {
      filesRefused(error)
    }
    return 0
  },
}
