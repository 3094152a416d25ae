/** `check record` notes a look by hand, or a number that a person found. */

import type { Npi } from '#core/npi.ts'
import { parseNpi } from '#core/npi.ts'
import { holderName } from '#core/registry-rows.ts'
import { US_STATES } from '#core/vocabulary.ts'
import { insertPersonCheck } from '#db/check-results.ts'
import { attachNumber } from '#db/check-reviews.ts'
import { findRecord } from '#db/providers.ts'
import type { PersonList } from '#db/registry-schema.ts'
import { ANSWERS_OF, PERSON_LISTS } from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import { attachedInWords, numberInTheWay } from '../actions/attached-npis.ts'
import { checkNumber } from '../actions/npi-check.ts'
import type { Subject } from '../actions/subjects.ts'
import { subjectsOf } from '../actions/subjects.ts'
import { verify } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { Command, Given, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { instantNow } from './data-commands.ts'
import { dayOption, JSON_OPTION, textOption } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'
import { ACTOR_OPTION, actorOf, verifiedInWords } from './verify-commands.ts'

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

/** The state whose board was asked; needed for a license. */
function stateOf(values: Given['values'], list: PersonList): string | null {
  const given = textOption(values, 'state')
  if (given === null && list !== 'license') return null
  return oneOf({ ...values, state: given?.toUpperCase() ?? '' }, 'state', US_STATES)
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

function addressOf(values: Given['values']): string {
  const url = needed(values, 'url')
  if (/^https?:\/\//.test(url)) return url
  throw new CommandRefusal(`--url is "${url}"; it must be an address.`, 2)
}

/** Verifies the provider by what was just noted, and says what came of it. */
async function tellVerified(
  db: Db,
  id: string,
  values: Given['values'],
  world: World,
): Promise<void> {
  const today = todayFrom(settingsOf(world).TODAY)()
  const actor = actorOf(values)
  const request = { provider_ids: [id], api: null, actor, today, at: instantNow() }
  for (const one of await verify(db, request)) {
    if (values.json === true) world.out(JSON.stringify(one))
    else for (const line of verifiedInWords(one)) world.out(line)
  }
}

/** Refuses a number that a loaded file holds under another name: it may be typed wrong. */
async function refuseStranger(db: Db, subject: Subject, npi: Npi, world: World): Promise<void> {
  const today = todayFrom(settingsOf(world).TODAY)()
  const check = await checkNumber(db, subject, npi, null, today)
  const [found] = check.outcome === 'checked' ? check.matches : []
  if (found === undefined || found.match.level === 'certain') return
  const { row } = found
  const who = holderName(row)
  throw new CommandRefusal(`NPI ${row.npi} is the number of ${who}, not of ${subject.name}.`)
}

async function recordNumber({ values, operands }: Given, world: World): Promise<0> {
  const [id = ''] = operands
  const given = needed(values, 'npi')
  const npi = parseNpi(given)
  if (npi === null) {
    const because = 'it is no NPI: ten digits, the last of them a check digit'
    throw new CommandRefusal(`--npi is "${given}"; ${because}.`, 2)
  }
  const url = addressOf(values)
  const reason = needed(values, 'because')
  return await withDatabase(settingsOf(world).DATABASE_URL, async (db) => {
    const subject = await subjectFor(db, id, textOption(values, 'clinician'))
    const whose = { provider_id: id, subject_kind: subject.kind, subject: subject.name }
    const obstacle = await numberInTheWay(db, whose, npi)
    if (obstacle !== null) throw new CommandRefusal(obstacle)
    await refuseStranger(
      db,
      { ...subject, identity: { ...subject.identity, npis: [npi] } },
      npi,
      world,
    )
    const found = { reason, url, actor: actorOf(values), decided_at: instantNow() }
    const item = await attachNumber(db, whose, npi, found)
    if (values.json !== true) {
      world.out(await attachedInWords(db, whose, npi))
      world.out(`To take it back: review reject ${item}`)
    }
    await tellVerified(db, id, values, world)
    return 0 as const
  })
}

async function recordCheck({ values, operands }: Given, world: World): Promise<0> {
  const [id = ''] = operands
  const settings = settingsOf(world)
  const list = oneOf(values, 'list', [...PERSON_LISTS, 'npi'] as const)
  if (list === 'npi') return await recordNumber({ values, operands }, world)
  const answer = oneOf(values, 'result', ANSWERS_OF[list])
  const url = addressOf(values)
  const state = stateOf(values, list)
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
    await tellVerified(db, id, values, world)
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
      summary: `where you looked: ${PERSON_LISTS.join(', ')}; npi for a number that you found`,
    },
    result: {
      type: 'string',
      value: 'WORD',
      summary: `what it said; of a license ${ANSWERS_OF.license.join(', ')}; elsewhere ${ANSWERS_OF.sam.join(', ')}`,
    },
    url: { type: 'string', value: 'URL', summary: 'the page that you looked at' },
    clinician: { type: 'string', value: 'NAME', summary: 'the clinician; without it, the company' },
    state: { type: 'string', value: 'ST', summary: 'the state of the board; needed for license' },
    number: { type: 'string', value: 'NUMBER', summary: 'the license or case number that you saw' },
    npi: { type: 'string', value: 'NPI', summary: 'the number that you found; with --list npi' },
    because: { type: 'string', value: 'REASON', summary: 'why it is theirs; with --list npi' },
    on: { type: 'string', value: 'DAY', summary: 'the day you looked; today otherwise' },
    note: { type: 'string', value: 'TEXT', summary: "the source's own words" },
    ...ACTOR_OPTION,
    ...JSON_OPTION,
  },
  run: recordCheck,
}
