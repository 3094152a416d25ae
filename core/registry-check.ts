/** What a check against a registry is, whatever it looks for. */

import type { Finding } from './assessment-input.ts'
import type { IsoDate } from './calendar.ts'
import type { Match } from './match.ts'
import { PUBLICATION } from './match-ladder.ts'

/**
 * Nobody looked, somebody looked and found nothing, the source did not answer: three facts, none
 * of them "fine". `in_review`: rows were found that a person has yet to confirm or reject.
 */
export const CHECK_STATES = [
  'not_checked',
  'checked_nothing_found',
  'source_unavailable',
  'in_review',
  'found',
] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** The file or call that a check rests on. */
export type CheckSource = {
  /** `oig-leie`, `wa-health`, `npi-registry`, … */
  source: string
  /** Where a reader can look for themselves. */
  url: string | null
  /** The file's hash, with the address that it was downloaded from; or the request that was sent. */
  sha256: string | null
  request: string | null
  /** Days that the source covers; `to` is the day for which it speaks. */
  covers_from: IsoDate | null
  covers_to: IsoDate | null
  checked_on: IsoDate
  /** A person looked it up at the source, or a program in a file or by a call. */
  by: 'person' | 'program'
}

/** A row that may be meant, how well it fits, and what a reviewer said. */
export type CheckedMatch<Row> = {
  row: Row
  row_key: string
  match: Match
  review: 'confirmed' | 'rejected' | null
  /** Where this row stands, if not in the source of the whole check. */
  source?: CheckSource
}

export type Check<Row> =
  | { outcome: 'not_checked' }
  | { outcome: 'source_unavailable'; because: string; source: CheckSource }
  | {
      outcome: 'checked'
      source: CheckSource
      matches: CheckedMatch<Row>[]
      /** A file and a person's own look say different things, and neither is newer or surer. */
      disputed?: true
      /** Where it was looked, if not in all of the source: "under this name in NY". */
      scope?: string
      /** What could not be looked through, in a sentence: nothing found then says nothing. */
      incomplete?: string
    }

/** A finding as the assessment takes it, with its words and the row it rests on. */
export type RegistryFinding = Finding & { basis: string; row_key: string | null }

export type CheckResult = {
  criterion: 'A1' | 'A2' | 'A3'
  state: CheckState
  /** null: nothing that may be scored or shown. */
  finding: RegistryFinding | null
  /** One sentence for the page. Names no row that is not settled. */
  statement: string
  /** What a person has to do, or null. */
  todo: string | null
}

/** Results of one criterion that hold no finding. */
export const withoutFinding =
  (criterion: CheckResult['criterion']) =>
  (state: CheckState, statement: string, todo: string | null = null): CheckResult => ({
    criterion,
    state,
    finding: null,
    statement,
    todo,
  })

/** The result where nobody looked, or where `source`, asked about `subject`, did not answer. */
export function unlooked(
  criterion: CheckResult['criterion'],
  check: Exclude<Check<never>, { outcome: 'checked' }>,
  subject: string,
  source = subject,
): CheckResult {
  const nothing = withoutFinding(criterion)
  return check.outcome === 'not_checked'
    ? nothing('not_checked', `${subject} was not checked.`)
    : nothing(
        'source_unavailable',
        `${source} could not be reached.`,
        `Try again: ${check.because}`,
      )
}

/** Settled: certain at once, likely once a reviewer confirmed it. A name alone never is. */
export function isSettled<Row>(found: CheckedMatch<Row>): boolean {
  if (found.review === 'rejected') return false
  const publication = PUBLICATION[found.match.level]
  return (
    publication === 'at_once' || (publication === 'after_review' && found.review === 'confirmed')
  )
}

/** Waits for a person: not settled, not rejected, not ruled out. "Yes" to a bare name still waits. */
export function isWaiting<Row>(found: CheckedMatch<Row>): boolean {
  return found.review !== 'rejected' && !isSettled(found) && found.match.level !== 'different'
}

/** What waits for a yes or no; everything else that waits needs a look at the source. */
export const CONFIRM_ROWS = 'Confirm or reject the rows that may be meant.'
const LOOK_UP =
  'A name alone settles nothing, even confirmed: look at the source, and note what it says.'

/** What is to be done about rows that wait. */
export function waitingTodo<Row>(matches: readonly CheckedMatch<Row>[]): string {
  const undecided = matches.some((found) => isWaiting(found) && found.review === null)
  return undecided ? CONFIRM_ROWS : LOOK_UP
}

export const DISPUTED = {
  statement: "A file and a person's own look do not agree.",
  todo: 'Look again at the source, and note what it says with the day.',
}

/** The day for which a source speaks; a file of unknown age speaks for no day. */
export function observedOn(source: CheckSource): IsoDate | null {
  return source.by === 'person' ? source.checked_on : source.covers_to
}

/** The parts of a finding that come from its source. The row key keeps two records apart. */
export function sourcedFinding(
  source: CheckSource,
  row_key: string | null,
): Pick<
  RegistryFinding,
  'url' | 'observed_on' | 'retrieved_on' | 'row_key' | 'modality' | 'setting'
> {
  const fragment = row_key === null ? '' : `#${encodeURIComponent(row_key)}`
  return {
    url: source.url === null ? null : `${source.url}${fragment}`,
    observed_on: observedOn(source),
    retrieved_on: source.checked_on,
    row_key,
    modality: null,
    setting: null,
  }
}
