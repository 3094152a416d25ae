/** Turns the words of the boards into our few, and keeps theirs beside them. */

import type { DisciplineItem, LicenseStatus } from '#core/registry-rows.ts'

/** Tried from top to bottom; the graver word wins where a board uses two, and an end over a limit. */
const STATUS_WORDS: [RegExp, LicenseStatus][] = [
  [/revok/, 'revoked'],
  [/surrender|relinquish/, 'surrendered'],
  [/suspen/, 'suspended'],
  [/decease/, 'deceased'],
  [/retire/, 'retired'],
  [/expire|lapse|delinquent|not renewed|non-?renew/, 'expired'],
  [/inactive|not (active|current)|dormant|cancel|closed|void|terminated|withdrawn/, 'inactive'],
  [/probation|restrict|stipulat|condition|limit|encumber|monitor/, 'active_restricted'],
  [/pending|applic/, 'pending'],
  [/active|current|clear|good standing|registered/, 'active'],
]

/** Says of a license that nothing limits it, in the words for limits. */
const NO_LIMIT =
  /\bun(restricted|limited|encumbered|conditional)\b|\b(no|not|without) (restrict|condition|limit|encumb)\w*/g
/** A renewal under way takes nothing from the status that stands beside it. */
const RENEWING = /\b(pending|in) renewal\b|\brenewal (is )?(pending|in process)\b/g

const statusIn = (words: string): LicenseStatus =>
  STATUS_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown'

/** Our word for a board's status. Words that we do not know stay `unknown`: silence is not active. */
export function licenseStatus(words: string | null): LicenseStatus {
  const plain = (words ?? '').toLowerCase().replace(NO_LIMIT, '')
  const settled = statusIn(plain.replace(RENEWING, ''))
  return settled === 'unknown' ? statusIn(plain) : settled
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

// Boards mistype: Accuastion, Accusaton, Petitition, Withrawn.
const ALLEGES =
  /\bacc?us|\bacc?u[a-z]{0,3}t+i?on|\bpetit|complaint|statement of (issues|charges)|notice of (hearing|charges)/i
const CLOSES = /withd?raw|dismiss/i
const DECIDES =
  /decision|order|reprimand|revok|revoc|surrender|relinquish|suspen|restrict|limit|condition|probation|cancel|cease|inactiv|letter|censure|\bfine|penalt|stipulat|consent|settle|agreement|admoni|warning|denied|denial|refus|\bstay|court|monitor|annul|sanction|disciplin/i

/**
 * What a board's own word for an action comes to. An accusation, a petition or a complaint is what
 * it alleges, not what it has decided; of both in one line the first tells: `Accusation & Petition
 * to Revoke Probation`. Words that we do not know are for a person to read.
 */
export function disciplineKind(words: string): DisciplineItem['kind'] {
  const [alleged, decided] = [words.search(ALLEGES), words.search(DECIDES)]
  if (alleged < 0) return decided < 0 ? 'unspecified' : 'order'
  if (decided >= 0 && decided < alleged) return 'order'
  return CLOSES.test(words) ? 'closed_allegation' : 'allegation'
}

type Told = { on: DisciplineItem['on']; case_number?: string | null; note?: string | null }

/**
 * A discipline item in the board's own words; none for empty words and for "No". The words of the
 * action alone say what it is; `note` is what the board says about it.
 */
export function disciplineItem(
  words: string | null,
  { on, case_number = null, note = null }: Told,
): DisciplineItem[] {
  if (words === null || flag(words) === false) return []
  const more = { on, case_number, ...(note === null ? {} : { note }) }
  if (flag(words) === true) {
    return [{ kind: 'unspecified', words: 'The board marks this license as disciplined.', ...more }]
  }
  return [{ kind: disciplineKind(words), words, ...more }]
}
