/** Turns the words of the boards into our few, and keeps theirs beside them. */

import type { DisciplineItem, LicenseStatus } from '#core/registry-rows.ts'

/** Tried from top to bottom; the graver word wins where a board uses two. */
const STATUS_WORDS: [RegExp, LicenseStatus][] = [
  [/revok/, 'revoked'],
  [/surrender|relinquish/, 'surrendered'],
  [/suspen/, 'suspended'],
  [/decease/, 'deceased'],
  [/retire/, 'retired'],
  [/probation|restrict|stipulat|condition|limit|encumber|monitor/, 'active_restricted'],
  [/expire|lapse|delinquent|not renewed|non-?renew/, 'expired'],
  [/inactive|not (active|current)|dormant|cancel|closed|void|terminated|withdrawn/, 'inactive'],
  [/pending|applic/, 'pending'],
  [/active|current|clear|good standing|registered/, 'active'],
]

/** Our word for a board's status. Words that we do not know stay `unknown`: silence is not active. */
export function licenseStatus(words: string | null): LicenseStatus {
  const lower = (words ?? '').toLowerCase()
  return STATUS_WORDS.find(([pattern]) => pattern.test(lower))?.[1] ?? 'unknown'
}

const TEXAS_CODES: Record<string, LicenseStatus> = {
  C: 'active',
  D: 'expired',
  I: 'inactive',
  Z: 'retired',
  W: 'retired',
  E: 'deceased',
  R: 'revoked',
  V: 'surrendered',
  S: 'suspended',
}

/** Texas nursing writes `CURRENT (C)`; the code decides, and X ("see enforcement") stays unknown. */
export function texasStatus(words: string | null): LicenseStatus {
  const code = /\(\s*([A-Z])\s*\)\s*$/.exec(words ?? '')?.[1]
  return code === undefined ? 'unknown' : (TEXAS_CODES[code] ?? 'unknown')
}

const NOTHING = /^(n|no|none|false|0|n\/a|not applicable|no action|no current action)\.?$/i
const YES = /^(y|yes|true|1|t)\.?$/i

/** Whether a board's yes-or-no column says yes; null where it says neither. */
export function flag(words: string | null): boolean | null {
  if (words === null) return null
  if (NOTHING.test(words)) return false
  return YES.test(words) ? true : null
}

/** An accusation, a petition or a complaint is what a board alleges, not what it has decided. */
export function disciplineKind(words: string): DisciplineItem['kind'] {
  const alleges =
    /accusation|petition|complaint|statement of (issues|charges)|notice of (hearing|charges)/i
  if (!alleges.test(words)) return 'order'
  return /withdrawn|dismiss/i.test(words) ? 'closed_allegation' : 'allegation'
}

/** A discipline item in the board's own words; none for empty words and for "No". */
export function disciplineItem(
  words: string | null,
  on: DisciplineItem['on'],
  case_number: string | null = null,
): DisciplineItem[] {
  if (words === null || flag(words) === false) return []
  if (flag(words) === true) {
    return [
      {
        kind: 'unspecified',
        words: 'The board marks this license as disciplined.',
        on,
        case_number,
      },
    ]
  }
  return [{ kind: disciplineKind(words), words, on, case_number }]
}
