/** Checks against public registers as a visitor reads them. */

import type { BanList } from './ban-finding.ts'
import { BAN_LIST_NAMES } from './ban-finding.ts'
import type { IsoDate } from './calendar.ts'
import type { CheckState } from './registry-check.ts'
import { stateName } from './state-names.ts'

/**
 * What the public is told. A check that waits for a person is told as one that was not made: were
 * it marked, a stranger of the same name on a list of bans would hint at the clinician here.
 */
export const PUBLIC_CHECK_STATES = [
  'not_checked',
  'checked_nothing_found',
  'source_unavailable',
  'found',
] as const satisfies readonly CheckState[]
export type PublicCheckState = (typeof PUBLIC_CHECK_STATES)[number]

export type CheckView = {
  /** The company's or the clinician's name. */
  subject: string
  subject_kind: 'provider' | 'clinician'
  /** Where it was looked for, in words. */
  place: string
  state: PublicCheckState
  /** What was found there; null for the states that say all there is to say. */
  statement: string | null
  url: string | null
  checked_on: IsoDate
  /** The day for which the source speaks; null if it does not say. */
  covers_to: IsoDate | null
  by: 'person' | 'program'
}

/** Three of these are easily mixed up, and must not be: none of them means "fine". */
export const CHECK_STATE_WORDS: Record<PublicCheckState, string> = {
  not_checked: 'Not checked, or not finished',
  checked_nothing_found: 'Checked, nothing found',
  source_unavailable: 'Tried, the source did not answer',
  found: 'Checked and found',
}

/** The check with nothing left in it by which one that waits for a person could be told apart. */
export function publicCheck(
  check: Omit<CheckView, 'state'> & { state: CheckState },
  made_on: IsoDate,
): CheckView {
  const { state } = check
  if (state !== 'in_review' && state !== 'not_checked') {
    // Only what is settled is put into words.
    return { ...check, state, statement: state === 'found' ? check.statement : null }
  }
  return {
    ...check,
    state: 'not_checked',
    statement: null,
    url: null,
    checked_on: made_on,
    covers_to: null,
    by: 'program',
  }
}

const BOARD_OF = 'the license board of '

/** More boards than these are counted, not named: a telehealth service may serve fifty states. */
const MOST_BOARDS = 6

function shortPlaces(places: readonly string[]): string[] {
  const boards = places.filter((place) => place.startsWith(BOARD_OF))
  if (boards.length <= MOST_BOARDS) return [...places]
  const others = places.filter((place) => !place.startsWith(BOARD_OF))
  return [`the license boards of ${boards.length} states`, ...others]
}

/** The words for a source: `license:NY` is the state board of New York, `license` any board. */
export function checkedPlace(list: string): string {
  if (list === 'npi-registry') return 'the NPI registry'
  if (list === 'license') return 'a state license board'
  if (list.startsWith('license:')) return `${BOARD_OF}${stateName(list.slice(8))}`
  return BAN_LIST_NAMES[list as BanList] ?? list
}

/** The views of one subject. */
export type CheckedSubject = { subject: string; checks: CheckView[]; not_checked: string[] }

/** The checks by subject in their order; what was not checked is gathered in one list. */
export function checksBySubject(checks: readonly CheckView[]): CheckedSubject[] {
  const groups = new Map<string, CheckedSubject>()
  for (const check of checks) {
    const key = `${check.subject_kind} ${check.subject}`
    const group = groups.get(key) ?? { subject: check.subject, checks: [], not_checked: [] }
    groups.set(key, group)
    if (check.state === 'not_checked') group.not_checked.push(check.place)
    else group.checks.push(check)
  }
  return [...groups.values()].map((group) => ({
    ...group,
    not_checked: shortPlaces(group.not_checked),
  }))
}
