/** `verify` checks the directory against loaded registries. */

import { userInfo } from 'node:os'
import { checkedPlace } from '#core/check-view.ts'
import type { CheckState } from '#core/registry-check.ts'
import type { Db } from '#db/schema.ts'
import type { Verified, VerifyRequest } from '../actions/verify.ts'
import { verify } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { NpiApi } from '../registries/npi-api.ts'
import { createNpiApi } from '../registries/npi-api.ts'
import type { Command, Given, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { instantNow } from './data-commands.ts'
import { needsLook, recordHint } from './look-hint.ts'
import { createProgress, lookUpsInWords } from './progress.ts'
import { JSON_OPTION, textOption } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'

/** States that leave nothing to do at the source. */
const FINISHED: readonly CheckState[] = ['found', 'checked_nothing_found']

export const ACTOR_OPTION = {
  by: { type: 'string', value: 'NAME', summary: 'who does this; your login name otherwise' },
} as const

export const ONLINE_OPTIONS = {
  online: { type: 'boolean', summary: 'ask the NPI registry, by number or by name' },
  'npi-api': { type: 'string', value: 'URL', summary: 'ask this mirror of the NPI registry' },
} as const

/** Who acts: the name given, else the login name. */
export function actorOf(values: Given['values']): string {
  return textOption(values, 'by') ?? userInfo().username
}

/** A client of the NPI registry, or null when no calls are wanted. */
export function npiApiOf(values: Given['values']): NpiApi | null {
  const base = textOption(values, 'npi-api')
  if (base !== null && !/^https?:$/.test(URL.parse(base)?.protocol ?? '')) {
    throw new CommandRefusal(`--npi-api is "${base}"; it must be an address: https://…`, 2)
  }
  if (base !== null) return createNpiApi({ base })
  return values.online === true ? createNpiApi() : null
}

/** What a person has to do after a check that came to no end, a line each. */
function unfinished({ checks }: Verified): string[] {
  return checks
    .filter(({ state, todo }) => todo !== null && !FINISHED.includes(state))
    .flatMap((one) => [
      `  ${one.subject}, ${checkedPlace(one.list)}: ${one.statement} ${one.todo}`,
      ...(needsLook(one) ? [`    Note it with: ${recordHint(one)}`] : []),
    ])
}

/** What was checked of a provider, one line each; what was found stands first. */
export function verifiedInWords(verified: Verified): string[] {
  const { provider_id, name, checks, findings, waiting } = verified
  const count = (state: string) => checks.filter((one) => one.state === state).length
  const lines = [
    `${provider_id} (${name}): ${count('found')} found, ${count('checked_nothing_found')} checked and nothing found, ${count('not_checked')} not checked, ${count('source_unavailable')} unavailable, ${waiting} waiting for a person`,
  ]
  for (const { criterion, level, basis } of findings) {
    lines.push(`  ${criterion} ${level}: ${basis}`)
  }
  return [...lines, ...unfinished(verified)]
}

/** Verifies, and shows how far the calls to the NPI registry are. */
export async function verifyShown(
  db: Db,
  request: VerifyRequest,
  world: World,
): Promise<Verified[]> {
  const progress = createProgress(world, lookUpsInWords)
  return await verify(db, { ...request, onLookUp: progress.show }).finally(progress.end)
}

async function runVerify({ values }: Given, world: World): Promise<0> {
  const settings = settingsOf(world)
  const id = textOption(values, 'provider')
  const api = npiApiOf(values)
  return await withDatabase(settings.DATABASE_URL, async (db) => {
    const request = {
      provider_ids: id === null ? null : [id],
      api,
      actor: actorOf(values),
      today: todayFrom(settings.TODAY)(),
      at: instantNow(),
    }
    const verified = await verifyShown(db, request, world).catch(notFound)
    if (values.json === true) {
      world.out(JSON.stringify(verified, null, 2))
      return 0 as const
    }
    const told =
      id === null
        ? verified.filter((one) => one.findings.length + unfinished(one).length > 0)
        : verified
    for (const one of told) for (const line of verifiedInWords(one)) world.out(line)
    const changed = verified.filter((one) => one.changed).length
    const waiting = verified.reduce((sum, one) => sum + one.waiting, 0)
    world.out(
      `${verified.length} providers checked, ${changed} changed, ${waiting} checks wait for a person.`,
    )
    if (waiting > 0) world.out('See them with: review list')
    const unanswered = api?.unanswered() ?? 0
    if (unanswered > 0) {
      world.out(
        `The NPI registry left ${unanswered} calls unanswered: earlier answers, if any, still count.`,
      )
    }
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
