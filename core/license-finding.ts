/**
 * A2, "Is that clinician's license active, with no limits, in the state where you will be
 * treated?" Outcomes: met (active), partly (active with limits), not_met (expired, suspended,
 * revoked, surrendered), or none, when a person has to look. Board record: proof; a number that a
 * clinician typed into the NPI registry: weak, and never more than a floor.
 */

import type { IsoDate } from './calendar.ts'
import { dateInWords } from './calendar.ts'
import type { LicenseClaim } from './match-evidence.ts'
import { sameLicense } from './match-evidence.ts'
import type { Check, CheckedMatch, CheckResult, CheckSource } from './registry-check.ts'
import {
  DISPUTED,
  isSettled,
  isWaiting,
  sourcedFinding,
  unlooked,
  waitingTodo,
  withoutFinding,
} from './registry-check.ts'
import type { LicenseRow, LicenseStatus, NpiRecord } from './registry-rows.ts'
import type { Level } from './vocabulary.ts'

/** What the rubric says of each status; null: it does not say, so a person decides. */
const LEVEL_OF: Record<LicenseStatus, Level | null> = {
  active: 'met',
  active_restricted: 'partly',
  expired: 'not_met',
  suspended: 'not_met',
  revoked: 'not_met',
  surrendered: 'not_met',
  inactive: null,
  retired: null,
  deceased: null,
  pending: null,
  unknown: null,
}

const nothing = withoutFinding('A2')

function found(
  level: Level,
  { row, row_key, source }: CheckedMatch<LicenseRow>,
  checked: CheckSource,
): CheckResult {
  const words = row.status_words ?? row.status
  const basis = `The board's record of license ${row.license_number} in ${row.state} says "${words}".`
  return {
    criterion: 'A2',
    state: 'found',
    finding: {
      criterion: 'A2',
      level,
      strength: 'proof',
      state: row.state,
      basis,
      ...sourcedFinding(source ?? checked, row_key),
    },
    statement: basis,
    todo: null,
  }
}

function settle(
  rows: CheckedMatch<LicenseRow>[],
  source: CheckSource,
  today: IsoDate,
): CheckResult {
  const having = (level: Level | null) => rows.filter(({ row }) => LEVEL_OF[row.status] === level)
  const [met, partly, failed, unclear] = [
    having('met'),
    having('partly'),
    having('not_met'),
    having(null),
  ]
  const [best] = [...met, ...partly]
  if (best !== undefined) {
    if (failed.length > 0) {
      return nothing(
        'in_review',
        'The board has several licenses of this person on record.',
        'One license is active and another is not: decide which one is used for this care.',
      )
    }
    const { expires_on } = best.row
    if (expires_on !== null && expires_on < today) {
      return nothing(
        'in_review',
        `The board's file gave an end of ${dateInWords(expires_on)}.`,
        'The license has run out since the file was made: look up the renewal.',
      )
    }
    return found(met.length > 0 ? 'met' : 'partly', best, source)
  }
  const [worst] = failed
  if (worst !== undefined && unclear.length === 0) return found('not_met', worst, source)
  const words = unclear[0]?.row.status_words ?? 'no status'
  return nothing(
    'in_review',
    `The board's record says "${words}".`,
    'The rubric does not say what this status means: decide, and write down why.',
  )
}

/** The result of a look-up at one state's board. `state`: where the patient would be treated. */
export function licenseResult(
  check: Check<LicenseRow>,
  state: string,
  today: IsoDate,
): CheckResult {
  if (check.outcome !== 'checked') return unlooked('A2', check, 'The license', 'The board')
  if (check.disputed) return nothing('in_review', DISPUTED.statement, DISPUTED.todo)
  // Lists of actions hold no status; they speak to A3 only.
  const rows = check.matches.filter(
    ({ row }) => row.state === state && (row.status !== 'unknown' || row.status_words !== null),
  )
  const settled = rows.filter(isSettled)
  if (settled.length > 0) return settle(settled, check.source, today)
  if (rows.some(isWaiting)) {
    return nothing('in_review', 'The check is not finished.', waitingTodo(rows))
  }
  // A name spelled another way is not found either; only the board itself can say "no license".
  return nothing(
    'checked_nothing_found',
    `No license was found in the file of ${state}.`,
    'Look the clinician up at the board by hand before this counts against anyone.',
  )
}

/**
 * A2 from the NPI registry: a license number that its holder typed there, weak and only a floor.
 * `stopped`: licenses that a settled board action stopped; a claim to one of them says nothing.
 */
export function claimedLicenseResult(
  check: Check<NpiRecord>,
  state: string,
  stopped: readonly LicenseClaim[] = [],
): CheckResult {
  if (check.outcome !== 'checked') return unlooked('A2', check, 'The NPI registry')
  const settled = check.matches.filter(isSettled)
  for (const { row, row_key, source } of settled) {
    const claim = row.taxonomies.find(
      ({ license_state, license_number: number }) =>
        license_state === state &&
        number !== null &&
        !stopped.some((one) => sameLicense(one, { state, number })),
    )
    if (row.status !== 'active' || claim === undefined) continue
    const basis = `The NPI registry lists license ${claim.license_number} in ${state}, as typed in by its holder. It does not say if it is active.`
    const finding = {
      criterion: 'A2',
      level: 'partly' as const,
      at_least: true,
      strength: 'weak' as const,
      state,
      basis,
    }
    return {
      criterion: 'A2',
      state: 'found',
      finding: { ...finding, ...sourcedFinding(source ?? check.source, row_key) },
      statement: basis,
      todo: null,
    }
  }
  if (settled.length === 0 && check.matches.some(isWaiting)) {
    return nothing('in_review', 'The check is not finished.', waitingTodo(check.matches))
  }
  return nothing('checked_nothing_found', `The NPI registry lists no license in ${state}.`)
}
