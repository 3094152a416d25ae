/** `recheck`: what is due by the rubric's days; runs what can run by itself. */

import type { Due } from '../actions/recheck.ts'
import { listDue } from '../actions/recheck.ts'
import type { Verified } from '../actions/verify.ts'
import { verify } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { Command } from './command.ts'
import { instantNow } from './data-commands.ts'
import { JSON_OPTION } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'
import { ACTOR_OPTION, actorOf, npiApiOf, ONLINE_OPTIONS } from './verify-commands.ts'

function dueLine(one: Due): string {
  const last = one.last_on === null ? 'never dated' : `last ${one.last_on}`
  const over = one.overdue_days === null ? '' : `, ${one.overdue_days} days overdue`
  const gate = one.is_gate ? ', required' : ''
  return `  ${one.criterion}  ${one.provider_id}: ${one.short_label} (${last}${over}${gate})`
}

const PERSONS_SHOWN = 40

export const recheckCommand: Command = {
  words: ['recheck'],
  operands: [],
  summary: 'check again what is due and can run by itself; list what needs a person',
  options: {
    'dry-run': { type: 'boolean', summary: 'list what is due and check nothing' },
    all: { type: 'boolean', summary: `list more than the ${PERSONS_SHOWN} gravest` },
    ...ONLINE_OPTIONS,
    ...ACTOR_OPTION,
    ...JSON_OPTION,
  },
  run: async ({ values }, world) => {
    const settings = settingsOf(world)
    const api = npiApiOf(values)
    return await withDatabase(settings.DATABASE_URL, async (db) => {
      const today = todayFrom(settings.TODAY)()
      const before = await listDue(db, today)
      const ids = [
        ...new Set(before.due.flatMap((one) => (one.by === 'program' ? one.provider_id : []))),
      ]
      let verified: Verified[] = []
      if (values['dry-run'] !== true && ids.length > 0) {
        const request = { provider_ids: ids, api, actor: actorOf(values), today, at: instantNow() }
        verified = await verify(db, request)
      }
      const { due, files } = verified.length > 0 ? await listDue(db, today) : before
      if (values.json === true) {
        world.out(JSON.stringify({ due, files, verified }, null, 2))
        return 0 as const
      }
      const changed = verified.filter((one) => one.changed).length
      world.out(
        `${verified.length} providers checked against the loaded files, ${changed} changed.`,
      )
      for (const { list, covers_to, days_old } of files) {
        const age =
          days_old === null
            ? 'its day is not known'
            : `it speaks for ${covers_to}, ${days_old} days ago`
        world.out(`Load a newer file of ${list}: ${age}.`)
      }
      world.out(`${due.length} answers are due and need a person, the gravest first:`)
      const shown = values.all === true ? due : due.slice(0, PERSONS_SHOWN)
      for (const one of shown) world.out(dueLine(one))
      if (shown.length < due.length) world.out(`  and ${due.length - shown.length} more: --all`)
      return 0 as const
    })
  },
}
