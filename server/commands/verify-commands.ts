/** `verify` checks the directory against loaded registries; `check record` notes a look by hand. */

import { userInfo } from 'node:os'
import { insertPersonCheck } from '#db/check-results.ts'
import { findRecord } from '#db/providers.ts'
import { PERSON_ANSWERS, PERSON_LISTS } from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import { subjectsOf } from '../actions/subjects.ts'
import type { Verified } from '../actions/verify.ts'
import { verify } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import { createNpiApi } from '../registries/npi-api.ts'
import type { Command, Given, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { instantNow } from './data-commands.ts'
import { dayOption, JSON_OPTION, textOption } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'

export const ACTOR_OPTION = {
  by: { type: 'string', value: 'NAME', summary: 'who does this; your login name otherwise' },
} as const

export const ONLINE_OPTIONS = {
  online: { type: 'boolean', summary: 'ask the NPI registry for numbers that no file holds' },
  'npi-api': { type: 'string', value: 'URL', summary: 'ask this mirror of the NPI registry' },
} as const

/** Who acts: the name given, else the login name. */
export function actorOf(values: Given['values']): string {
  return textOption(values, 'by') ?? userInfo().username
}

/** A client of the NPI registry, or null when no calls are wanted. */
export function npiApiOf(values: Given['values']): NpiApi | null {
  const base = textOption(values, 'npi-api')
  if (base !== null && !URL.canParse(base)) {
    throw new CommandRefusal(`--npi-api is "${base}"; it must be an address.`, 2)
  }
  if (base !== null) return createNpiApi({ base })
  return values.online === true ? createNpiApi() : null
}

/** What was checked of a provider, one line each; what was found stands first. */
export function verifiedInWords({ provider_id, name, checks, findings, waiting }: Verified) {
  const count = (state: string) => checks.filter((one) => one.state === state).length
  const lines = [
    `${provider_id} (${name}): ${count('found')} found, ${count('checked_nothing_found')} checked and nothing found, ${count('not_checked')} not checked, ${count('source_unavailable')} unavailable, ${waiting} waiting for a person`,
  ]
  for (const { criterion, level, basis } of findings) {
    lines.push(`  ${criterion} ${level}: ${basis}`)
  }
  return lines
}

async function runVerify({ values }: Given, world: World): Promise<0> {
  const settings = settingsOf(world)
  const id = textOption(values, 'provider')
  const api = npiApiOf(values)
  return await withDatabase(settings.DATABASE_URL, async (db) => {
    const verified = await verify(db, {
      provider_ids: id === null ? null : [id],
      api,
      actor: actorOf(values),
      today: todayFrom(settings.TODAY)(),
      at: instantNow(),
    }).catch(notFound)
    if (values.json === true) {
      world.out(JSON.stringify(verified, null, 2))
      return 0 as const
    }
    const told =
      id === null
        ? verified.filter(({ findings, waiting }) => findings.length + waiting > 0)
        : verified
    for (const one of told) for (const line of verifiedInWords(one)) world.out(line)
    const changed = verified.filter((one) => one.changed).length
    const waiting = verified.reduce((sum, one) => sum + one.waiting, 0)
    world.out(
      `${verified.length} providers checked, ${changed} changed, ${waiting} checks wait for a person.`,
    )
    if (waiting > 0) world.out('See them with: review list')
    return 0 as const
  })
}

/** Turns an unknown id into one sentence. */
export function notFound(error: unknown): never {
  if (error instanceof RangeError) throw new CommandRefusal(error.message)
  throw error
}

export const verifyCommand: Command = {
  words: ['verify'],
  operands: [],
  summary: 'check the people and companies of the directory against the loaded registries',
  options: {
    provider: { type: 'string', value: 'ID', summary: 'this provider only' },
    ...ONLINE_OPTIONS,
    ...ACTOR_OPTION,
    ...JSON_OPTION,
  },
  run: runVerify,
}

function oneOf<Word extends string>(
  values: Given['values'],
  name: string,
  words: readonly Word[],
): Word {
  const given = textOption(values, name)
  const word = words.find((one) => one === given)
  if (word) return word
  throw new CommandRefusal(`--${name} is "${given ?? ''}"; it is one of ${words.join(', ')}.`, 2)
}

function needed(values: Given['values'], name: string): string {
  const given = textOption(values, name)
  if (given === null) throw new CommandRefusal(`--${name} is needed.`, 2)
  return given
}

/** The company, or the clinician of that name; refuses a name that the record does not hold. */
async function subjectFor(db: Db, id: string, name: string | null) {
  const record = await findRecord(db, id)
  if (record === null) throw new CommandRefusal(`No provider has the id "${id}".`)
  const subjects = subjectsOf(record)
  const found = subjects.find((one) =>
    name === null ? one.kind === 'provider' : one.kind === 'clinician' && one.name === name,
  )
  if (found) return found
  const names = subjects.flatMap((one) => (one.kind === 'clinician' ? one.name : []))
  throw new CommandRefusal(
    `${record.name} has no clinician "${name}" to check. It has: ${names.join('; ') || 'none by name'}.`,
  )
}

async function recordCheck({ values, operands }: Given, world: World): Promise<0> {
  const [id = ''] = operands
  const settings = settingsOf(world)
  const list = oneOf(values, 'list', PERSON_LISTS)
  const answer = oneOf(values, 'result', PERSON_ANSWERS)
  const url = needed(values, 'url')
  if (!/^https?:\/\//.test(url))
    throw new CommandRefusal(`--url is "${url}"; it must be an address.`, 2)
  const state =
    list === 'license' ? needed(values, 'state').toUpperCase() : textOption(values, 'state')
  const today = todayFrom(settings.TODAY)()
  const checked_on = dayOption(values, 'on') ?? today
  if (checked_on > today)
    throw new CommandRefusal(`--on is ${checked_on}, which is yet to come.`, 2)
  return await withDatabase(settings.DATABASE_URL, async (db) => {
    const subject = await subjectFor(db, id, textOption(values, 'clinician'))
    const actor = actorOf(values)
    await insertPersonCheck(db, {
      provider_id: id,
      subject_kind: subject.kind,
      subject: subject.name,
      list,
      state,
      answer,
      row_key: textOption(values, 'number'),
      note: textOption(values, 'note'),
      url,
      checked_on,
      actor,
      at: instantNow(),
    })
    const request = { provider_ids: [id], api: null, actor, today, at: instantNow() }
    for (const one of await verify(db, request)) {
      if (values.json === true) world.out(JSON.stringify(one))
      else for (const line of verifiedInWords(one)) world.out(line)
    }
    return 0 as const
  })
}

export const checkRecordCommand: Command = {
  words: ['check', 'record'],
  operands: ['provider'],
  summary: 'note what you saw at a source that has no file, then verify the provider',
  options: {
    list: {
      type: 'string',
      value: 'LIST',
      summary: `where you looked: ${PERSON_LISTS.join(', ')}`,
    },
    result: {
      type: 'string',
      value: 'WORD',
      summary: `what it said: ${PERSON_ANSWERS.join(', ')}`,
    },
    url: { type: 'string', value: 'URL', summary: 'the page that you looked at' },
    clinician: { type: 'string', value: 'NAME', summary: 'the clinician; without it, the company' },
    state: { type: 'string', value: 'ST', summary: 'the state of the board; needed for license' },
    number: { type: 'string', value: 'NUMBER', summary: 'the license or case number that you saw' },
    on: { type: 'string', value: 'DAY', summary: 'the day you looked; today otherwise' },
    note: { type: 'string', value: 'TEXT', summary: "the source's own words" },
    ...ACTOR_OPTION,
    ...JSON_OPTION,
  },
  run: recordCheck,
}
