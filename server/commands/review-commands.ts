/** `review list`, `review confirm`, `review reject`: matches that a person decides on. */

import { checkedPlace } from '#core/check-view.ts'
import { listWaitingChecks } from '#db/check-results.ts'
import type { ReviewDecision, ReviewItem } from '#db/check-reviews.ts'
import {
  decideReviewItem,
  findReviewItem,
  listDecisionHistory,
  listReviewItems,
  NPI_SOURCE,
} from '#db/check-reviews.ts'
import type { Decision } from '#db/registry-schema.ts'
import type { Db } from '#db/schema.ts'
import {
  attachedInWords,
  furtherNumbers,
  isDoubtful,
  numberInTheWay,
  withoutAnswered,
} from '../actions/attached-npis.ts'
import { verify } from '../actions/verify.ts'
import { todayFrom } from '../config.ts'
import type { Command, Given, World } from './command.ts'
import { CommandRefusal } from './command.ts'
import { instantNow } from './data-commands.ts'
import { needsLook, recordHint } from './look-hint.ts'
import { JSON_OPTION, textOption } from './registry-commands.ts'
import { settingsOf, withDatabase } from './settings.ts'
import { ACTOR_OPTION, actorOf, verifiedInWords } from './verify-commands.ts'

function decidedLine({ decision, actor, decided_at, reason, url }: ReviewDecision): string {
  return `    ${decision} by ${actor}, ${decided_at}: ${reason}${url === null ? '' : ` (${url})`}`
}

function linesOf(item: ReviewItem, decisions: readonly ReviewDecision[]): string[] {
  return [
    `${item.id}  ${item.level}  ${item.provider_id}: ${item.subject}  (${item.list})`,
    `    ${item.row_words}`,
    `    ${item.because} Agreed: ${item.agreed || 'nothing'}. Disagreed: ${item.disagreed || 'nothing'}.`,
    // The last one stands.
    ...decisions.map(decidedLine),
  ]
}

/** Waits for a decision, or for a second look at a number that another name goes with. */
const isOpen = (item: ReviewItem) =>
  (item.decision === null && item.level !== 'certain') || isDoubtful(item)

export const reviewListCommand: Command = {
  words: ['review', 'list'],
  operands: [],
  summary: 'list what waits for a person: rows that may be about someone, and looks at a source',
  options: {
    all: { type: 'boolean', summary: 'decided and certain ones, too' },
    ...JSON_OPTION,
  },
  run: async ({ values }, world) =>
    await withDatabase(settingsOf(world).DATABASE_URL, async (db) => {
      const listed = await listReviewItems(db, true)
      // A number that agrees is settled; it is listed so that it can be undone, not to be asked.
      const items = values.all === true ? listed : await withoutAnswered(db, listed.filter(isOpen))
      const history = await listDecisionHistory(db)
      const looks = (await listWaitingChecks(db)).filter(needsLook)
      if (values.json === true) {
        const rows = items.map((one) => ({
          kind: 'row',
          ...one,
          decisions: history.get(one.id) ?? [],
        }))
        const checks = looks.map((one) => ({ kind: 'check', ...one, command: recordHint(one) }))
        world.out(JSON.stringify([...rows, ...checks], null, 2))
      } else {
        const further = await furtherNumbers(db)
        for (const one of items) {
          for (const line of linesOf(one, history.get(one.id) ?? [])) world.out(line)
          const more = further(one)
          if (more !== null) world.out(`    ${more}`)
        }
        world.out(
          `${items.length} to review. Likely ones are published once confirmed; names alone never.`,
        )
        if (looks.length > 0) world.out(`${looks.length} to look up at the source:`)
        for (const one of looks) {
          world.out(
            `  ${one.provider_id}: ${one.subject}, ${checkedPlace(one.list)}: ${one.statement} ${one.todo}`,
          )
          world.out(`    Note it with: ${recordHint(one)}`)
        }
      }
      return 0 as const
    }),
}

/** Refuses to confirm a second number of one clinician. */
async function refuseSecondNumber(db: Db, id: string): Promise<void> {
  const item = await findReviewItem(db, id)
  if (item === null || item.list !== NPI_SOURCE) return
  const because = await numberInTheWay(db, item, item.row_key)
  if (because !== null) throw new CommandRefusal(because)
}

/** What a decision on the item means beyond its own row, or null. */
async function consequence(db: Db, item: ReviewItem, decision: Decision): Promise<string | null> {
  if (decision === 'rejected') return null
  if (item.list === NPI_SOURCE) return await attachedInWords(db, item, item.row_key)
  if (item.level !== 'possible') return null
  return 'A name alone is never published: look at the source, and note what you saw there.'
}

async function decide(decision: Decision, { values, operands }: Given, world: World): Promise<0> {
  const [id = ''] = operands
  const reason = textOption(values, 'because')
  if (reason === null) throw new CommandRefusal('--because is needed: say why in a sentence.', 2)
  const settings = settingsOf(world)
  return await withDatabase(settings.DATABASE_URL, async (db) => {
    const actor = actorOf(values)
    const at = instantNow()
    if (decision === 'confirmed') await refuseSecondNumber(db, id)
    const item = await decideReviewItem(db, id, { decision, reason, actor, decided_at: at })
    if (item === null) throw new CommandRefusal(`There is nothing to review with the id "${id}".`)
    const today = todayFrom(settings.TODAY)()
    const request = { provider_ids: [item.provider_id], api: null, actor, today, at }
    const [verified] = await verify(db, request)
    if (values.json === true) {
      world.out(JSON.stringify({ item, verified }))
      return 0 as const
    }
    world.out(`${id} is ${decision}.`)
    const more = await consequence(db, item, decision)
    if (more !== null) world.out(more)
    if (verified) for (const line of verifiedInWords(verified)) world.out(line)
    return 0 as const
  })
}

function decision(word: 'confirm' | 'reject', decided: Decision, summary: string): Command {
  return {
    words: ['review', word],
    operands: ['id'],
    summary,
    options: {
      because: { type: 'string', value: 'REASON', summary: 'why, in a sentence; needed' },
      ...ACTOR_OPTION,
      ...JSON_OPTION,
    },
    run: (given, world) => decide(decided, given, world),
  }
}

export const reviewConfirmCommand = decision(
  'confirm',
  'confirmed',
  'say that a row is about this person or company, and why',
)

export const reviewRejectCommand = decision(
  'reject',
  'rejected',
  'say that a row is about someone else, and why',
)
