/** `recheck`: what is due by the rubric's days; runs what can run by itself. */

import { hostname } from 'node:os'
import type { StoredCheck } from '#db/check-results.ts'
import { listWaitingChecks } from '#db/check-results.ts'
import type { Db } from '#db/schema.ts'
import type { DueFile } from '../actions/due-files.ts'
import type { Fetched } from '../actions/fetch-due.ts'
import { fetchDue } from '../actions/fetch-due.ts'
import type { Due } from '../actions/recheck.ts'
import { listDue } from '../actions/recheck.ts'
import { REGISTRY_LISTS } from '../actions/registry-lists.ts'
import type { Verified, VerifyRequest } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { Command, Given, World } from './command.ts'
import { instantNow } from './data-commands.ts'
import { createProgress, progressInWords } from './progress.ts'
import { doneInWords, JSON_OPTION } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'
import { ACTOR_OPTION, actorOf, npiApiOf, ONLINE_OPTIONS, verifyShown } from './verify-commands.ts'

function dueLine(one: Due): string {
  const last = one.last_on === null ? 'never dated' : `last ${one.last_on}`
  const over = one.overdue_days === null ? '' : `, ${one.overdue_days} days overdue`
  const gate = one.is_gate ? ', required' : ''
  return `  ${one.criterion}  ${one.provider_id}: ${one.short_label} (${last}${over}${gate})`
}

const PERSONS_SHOWN = 40

/** "Load leie (Federal exclusion list …): no file of it was ever loaded." */
function fileLines({ list, title, loaded, covers_to, days_old, by, url }: DueFile): string[] {
  const age = days_old === null ? 'its day is not known' : `of ${covers_to}, ${days_old} days ago`
  const what = loaded ? `Load a newer file of ${list}` : `Load ${list}`
  const how = by === 'program' ? 'recheck --fetch gets it' : `a person gets it from ${url}`
  const why = loaded ? `the one in use is old, ${age}` : 'none was ever loaded'
  return [`${what}: ${why}; ${how}.`, `    ${title}`]
}

const fetchedLine = ({ list, done, trouble }: Fetched) =>
  done === null ? `${list} was not loaded: ${trouble}` : doneInWords(list, done)

/** Gets the due files that stand at an address of their own, if that is wanted. */
async function fetchFiles(
  db: Db,
  files: readonly DueFile[],
  { values }: Given,
  world: World,
): Promise<Fetched[]> {
  if (values.fetch !== true) return []
  const progress = createProgress(world, progressInWords)
  const holder = { pid: process.pid, host: hostname() }
  const how = { holder, now: instantNow, onProgress: progress.show, onNote: world.err }
  return await fetchDue(db, files, REGISTRY_LISTS, how).finally(progress.end)
}

/** Checks whom something is due for; after a new file, everybody. */
async function verifyDue(
  db: Db,
  due: readonly Due[],
  fetched: readonly Fetched[],
  how: Omit<VerifyRequest, 'provider_ids'>,
  world: World,
): Promise<Verified[]> {
  const mine = due.flatMap((one) => (one.by === 'program' ? one.provider_id : []))
  const provider_ids = fetched.some(({ done }) => done !== null) ? null : [...new Set(mine)]
  return provider_ids?.length === 0 ? [] : await verifyShown(db, { provider_ids, ...how }, world)
}

function tell(
  { due, files }: { due: readonly Due[]; files: readonly DueFile[] },
  fetched: readonly Fetched[],
  verified: readonly Verified[],
  waiting: readonly StoredCheck[],
  { values }: Given,
  { out }: World,
): void {
  for (const one of fetched) out(fetchedLine(one))
  const changed = verified.filter((one) => one.changed).length
  if (values['dry-run'] === true) out('Nothing was checked or fetched: this is a dry run.')
  else out(`${verified.length} providers checked against the loaded files, ${changed} changed.`)
  for (const line of files.flatMap(fileLines)) out(line)
  if (waiting.length > 0) out(`${waiting.length} checks wait for a person: review list.`)
  out(`${due.length} answers are due and need a person, the gravest first:`)
  const shown = values.all === true ? due : due.slice(0, PERSONS_SHOWN)
  for (const one of shown) out(dueLine(one))
  if (shown.length < due.length) out(`  and ${due.length - shown.length} more: --all`)
}

async function runRecheck(given: Given, world: World): Promise<0> {
  const settings = settingsOf(world)
  const { values } = given
  const how = { api: npiApiOf(values), actor: actorOf(values), at: instantNow() }
  return await withDatabase(settings.DATABASE_URL, async (db) => {
    const today = todayFrom(settings.TODAY)()
    const before = await listDue(db, today)
    const dry = values['dry-run'] === true
    const fetched = dry ? [] : await fetchFiles(db, before.files, given, world)
    const verified = dry ? [] : await verifyDue(db, before.due, fetched, { ...how, today }, world)
    const left = fetched.length + verified.length > 0 ? await listDue(db, today) : before
    const waiting = await listWaitingChecks(db)
    if (values.json === true) {
      world.out(JSON.stringify({ ...left, fetched, verified, waiting }, null, 2))
    } else tell(left, fetched, verified, waiting, given, world)
    return 0 as const
  })
}

export const recheckCommand: Command = {
  words: ['recheck'],
  operands: [],
  summary: 'check again what is due and can run by itself; list what needs a person',
  options: {
    'dry-run': { type: 'boolean', summary: 'list what is due; check and fetch nothing' },
    fetch: {
      type: 'boolean',
      summary: 'first load the missing and old registry files that stand at a fixed address',
    },
    all: { type: 'boolean', summary: `list more than the ${PERSONS_SHOWN} gravest` },
    ...ONLINE_OPTIONS,
    ...ACTOR_OPTION,
    ...JSON_OPTION,
  },
  run: runRecheck,
}
