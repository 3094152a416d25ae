/**
 * A3, "Are the clinician and the company free of current bans, suspensions and serious board
 * orders?" Outcomes: not_met (a confirmed ban in force), partly (an order, or a ban that ended),
 * met (every list was checked for everyone, and nothing was found), or none. Accusations are
 * allegations: they become events, never findings.
 */

import { dateInWords } from './calendar.ts'
import type { ExclusionSpan } from './exclusion-span.ts'
import { spanState } from './exclusion-span.ts'
import { exclusionReason } from './exclusion-type.ts'
import type { Check, CheckedMatch, CheckResult, CheckSource } from './registry-check.ts'
import {
  CONFIRM_ROWS,
  isSettled,
  isWaiting,
  observedOn,
  sourcedFinding,
  withoutFinding,
} from './registry-check.ts'
import type { DisciplineItem, LicenseRow } from './registry-rows.ts'
import { actionWords } from './registry-rows.ts'
import type { Level } from './vocabulary.ts'

/** What `met` demands to be looked through, for the clinician and for the company. */
export const BAN_LISTS = ['oig_leie', 'sam', 'board_orders', 'dea_orders'] as const
export type BanList = (typeof BAN_LISTS)[number]

export const BAN_LIST_NAMES: Record<BanList, string> = {
  oig_leie: 'the federal exclusion list (OIG)',
  sam: 'SAM.gov',
  board_orders: 'state board orders',
  dea_orders: 'DEA orders',
}

/** `ban`: in force. `limit`: an order short of it, or a waived ban. `ended`. `unclear`: a person must look. */
export type BanEffect = 'ban' | 'limit' | 'ended' | 'unclear'
export type BanRow = { effect: BanEffect; words: string }

/** What one exclusion means for a patient in `state`. A waiver lifts it there, but it stays on record. */
export function exclusionBan(span: ExclusionSpan, state: string | null): BanRow {
  const { citation, words } = exclusionReason(span.row.exclusion_type)
  const since = `excluded from federal health programs on ${dateInWords(span.excluded_on)}: ${words} (${citation})`
  const held = spanState(span)
  if (held === 'ended' && span.reinstated_on !== null) {
    return { effect: 'ended', words: `${since}; reinstated on ${dateInWords(span.reinstated_on)}` }
  }
  if (held === 'unclear') {
    const { absent_on } = span
    const gone = absent_on === null ? '' : `; not on the list of ${dateInWords(absent_on)}`
    return { effect: 'unclear', words: `${since}${gone}` }
  }
  const waived = span.row.waiver_state !== null && span.row.waiver_state === state
  return waived
    ? { effect: 'limit', words: `${since}; waived in ${state}` }
    : { effect: 'ban', words: since }
}

/** A license given up or canceled under a board's eye ends practice as one that is taken away. */
const STOPS_PRACTICE = /suspen|revok|revoc|cease practice|surrender|relinquish|cancel/i
const IS_OFF: readonly LicenseRow['status'][] = ['suspended', 'revoked', 'surrendered']

/** Whether a board's own action stopped, or may have stopped, practice under a license. */
export function stopsPractice({ kind, words }: DisciplineItem): boolean {
  return kind === 'order' && STOPS_PRACTICE.test(words)
}

/** What a board's item means; null for allegations. An old suspension may have ended: a person looks. */
export function disciplineBan(item: DisciplineItem, row: LicenseRow): BanRow | null {
  if (item.kind === 'allegation' || item.kind === 'closed_allegation') return null
  const day = item.on === null ? '' : ` on ${dateInWords(item.on)}`
  const words = `board action${day}: ${actionWords(item)}`
  if (item.kind === 'unspecified') return { effect: 'unclear', words }
  if (!stopsPractice(item)) return { effect: 'limit', words }
  return { effect: IS_OFF.includes(row.status) ? 'ban' : 'unclear', words }
}

/** What is said of an action that is on record and may have ended. */
export const UNCLEAR = {
  statement: 'An action is on record; whether it is still in force is being checked.',
  todo: 'Look up if the exclusion or order is still in force.',
}

/** One person or company, and what was looked through for it. */
export type BanSubject = { name: string; checks: Record<BanList, Check<BanRow>> }

type Hit = { subject: string; found: CheckedMatch<BanRow>; source: CheckSource }

const LEVEL_OF: Record<Exclude<BanEffect, 'unclear'>, Level> = {
  ban: 'not_met',
  limit: 'partly',
  ended: 'partly',
}

const nothing = withoutFinding('A3')

function settledHits(subjects: readonly BanSubject[]): Hit[] {
  return subjects.flatMap(({ name, checks }) =>
    BAN_LISTS.flatMap((list) => {
      const check = checks[list]
      if (check.outcome !== 'checked' || check.disputed) return []
      return check.matches
        .filter(isSettled)
        .map((found) => ({ subject: name, found, source: found.source ?? check.source }))
    }),
  )
}

function hitResult({ subject, found, source }: Hit, effect: keyof typeof LEVEL_OF): CheckResult {
  const basis = `${subject}: ${found.row.words}.`
  return {
    criterion: 'A3',
    state: 'found',
    finding: {
      criterion: 'A3',
      level: LEVEL_OF[effect],
      strength: 'proof',
      state: null,
      basis,
      ...sourcedFinding(source, found.row_key),
    },
    statement: basis,
    todo: null,
  }
}

/** All lists of all subjects were looked through: met, as of the oldest day among them. */
function allClear(sources: CheckSource[]): CheckResult {
  const oldest = sources.reduce((one, other) =>
    (observedOn(other) ?? '') < (observedOn(one) ?? '') ? other : one,
  )
  const basis = `Nothing was found in ${BAN_LISTS.map((list) => BAN_LIST_NAMES[list]).join(', ')}.`
  return {
    criterion: 'A3',
    state: 'checked_nothing_found',
    finding: {
      criterion: 'A3',
      level: 'met',
      strength: 'proof',
      state: null,
      basis,
      ...sourcedFinding(oldest, null),
    },
    statement: basis,
    todo: null,
  }
}

type Survey = {
  checked: CheckSource[]
  unchecked: Set<BanList>
  failed: Set<BanList>
  waiting: boolean
}

function survey(subjects: readonly BanSubject[]): Survey {
  const seen: Survey = { checked: [], unchecked: new Set(), failed: new Set(), waiting: false }
  for (const { checks } of subjects) {
    for (const list of BAN_LISTS) {
      const check = checks[list]
      if (check.outcome === 'checked') {
        seen.checked.push(check.source)
        if (check.disputed || check.matches.some(isWaiting)) seen.waiting = true
      } else if (check.outcome === 'not_checked') seen.unchecked.add(list)
      else seen.failed.add(list)
    }
  }
  return seen
}

const listed = (lists: Iterable<BanList>) =>
  [...lists].map((list) => BAN_LIST_NAMES[list]).join(', ')

/**
 * The result over everyone who must be free of bans: the clinician and the company. Nothing found
 * in some lists only is said as such, and scores nothing: the rubric asks for all of them.
 */
export function banResult(subjects: readonly BanSubject[]): CheckResult {
  const hits = settledHits(subjects)
  for (const effect of ['ban', 'limit', 'ended'] as const) {
    const hit = hits.find(({ found }) => found.row.effect === effect)
    // An order must not hide a ban that a person has yet to look at.
    const unclear = hits.some(({ found }) => found.row.effect === 'unclear')
    if (hit && (effect === 'ban' || !unclear)) return hitResult(hit, effect)
  }
  const { checked, unchecked, failed, waiting } = survey(subjects)
  if (hits.length > 0) {
    return nothing('in_review', UNCLEAR.statement, UNCLEAR.todo)
  }
  if (waiting) {
    return nothing('in_review', 'The check is not finished.', CONFIRM_ROWS)
  }
  if (checked.length === 0) {
    return failed.size > 0
      ? nothing('source_unavailable', `Could not be reached: ${listed(failed)}.`, 'Try again.')
      : nothing('not_checked', 'Bans and orders were not checked.')
  }
  if (unchecked.size === 0 && failed.size === 0) return allClear(checked)
  const missing = listed(new Set([...unchecked, ...failed]))
  return nothing(
    'checked_nothing_found',
    `Nothing was found in what was checked. Not checked: ${missing}.`,
    `Check ${missing}.`,
  )
}
