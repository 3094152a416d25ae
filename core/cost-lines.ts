/**
 * Price lines of one case, dated and sorted by the part they can play in a sum. Nothing is added up
 * here; `cost-ways.ts` does that.
 */

import type { IsoDate } from './calendar.ts'
import { firstDay, lastDay } from './calendar.ts'
import type { DatedLine } from './cost.ts'
import type { FreshnessLimits } from './freshness.ts'
import { factAge } from './freshness.ts'
import type { Case, PriceLine, ProviderRecord } from './provider.ts'
import { observedOn } from './provider.ts'
import type { PreparedRubric } from './rubric.ts'
import type { Inclusion, Service } from './vocabulary.ts'

/**
 * Statements of one extra (say, the medical evaluation): alternatives of which one is paid once.
 * `required` false here means that no source says whether it must be bought.
 */
export type ExtraGroup = { service: Service; required: boolean; lines: DatedLine[] }

export type SortedLines = {
  /** One session each. */
  singles: DatedLine[]
  /** Several sessions for one price. */
  packs: DatedLine[]
  months: DatedLine[]
  /** Prices for newcomers, each to be used once at the start. */
  introductory: DatedLine[]
  extras: ExtraGroup[]
  /** Courses that do not say how many sessions they cover. */
  unsized: DatedLine[]
  /** Left out for a newer price of the very same thing. */
  superseded: DatedLine[]
  /** Dated after today. */
  future: DatedLine[]
  optional: DatedLine[]
  after_insurance: DatedLine[]
  other_currency: DatedLine[]
}

/** The sessions that a session or course line pays for; null when a course does not say. */
export function sessionsOf(line: PriceLine): number | null {
  const stated = line.sessions !== null && line.sessions >= 1 ? line.sessions : null
  return line.service === 'session' ? (stated ?? 1) : stated
}

/** Whether the line pays for treatment itself: a session, a course or a month. */
export function paysForTreatment(line: PriceLine): boolean {
  return line.service === 'session' || line.service === 'course' || line.service === 'month'
}

/** Care that is sold beside sessions and may be folded into the price of a course of them. */
const BESIDE_SESSIONS: readonly Inclusion[] = ['evaluation', 'therapy', 'guide', 'follow_up']

/** Whether the line is a program: several sessions and other care for one price. */
export function isProgram(line: PriceLine): boolean {
  return sessionsOf(line) !== 1 && line.includes.some((one) => BESIDE_SESSIONS.includes(one))
}

/** Whether what a source says of some form and place, or of any, is about this case. */
export const appliesTo = (line: Pick<PriceLine, keyof Case>, of: Case): boolean =>
  (line.modality === null || line.modality === of.modality) &&
  (line.setting === null || line.setting === of.setting)

/** Whether treatment is priced, and none of those prices is for this case. */
export function isPricedElsewhere(record: ProviderRecord, of: Case): boolean {
  const treatment = record.prices.filter(paysForTreatment)
  return treatment.length > 0 && treatment.every((line) => !appliesTo(line, of))
}

/** Two lines with the same key are statements about exactly the same thing. */
export function sameThingKey(line: PriceLine): string {
  const { service, modality, setting, currency, minutes, payer, introductory, note } = line
  const includes = [...line.includes].sort().join()
  const sessions = sessionsOf(line)
  // biome-ignore format: one key
  return JSON.stringify([service, modality, setting, currency, sessions, minutes, includes, payer, introductory, note])
}

/** An order of lines that depends on what they say alone, so that input order changes nothing. */
function byContent(lines: readonly DatedLine[]): DatedLine[] {
  const keyed = lines.map((line) => {
    const { min, max, required, estimate, observed_on, source } = line
    return {
      line,
      key: sameThingKey(line) + JSON.stringify([min, max, required, estimate, observed_on, source]),
    }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line)
}

/** B1 asks for the price of a session; its limits say how long a price stays good. */
function priceLimits(prepared: PreparedRubric): FreshnessLimits {
  const found = prepared.criterionById.get('B1')
  if (!found) throw new RangeError('the rubric has no criterion B1 to date prices by')
  return found.criterion
}

/** Whether one line is surely older than another, whatever day its partial date stands for. */
export function isOlder(line: DatedLine, than: DatedLine): boolean {
  if (line.observed_on === null || than.observed_on === null) return false
  return lastDay(line.observed_on) < firstDay(than.observed_on)
}

function isOptional(line: PriceLine): boolean {
  if (line.required === false) return true
  if (paysForTreatment(line) || line.service === 'evaluation') return false
  return line.required !== true
}

/** What a line of these services is already paid by when a price includes it. */
const INCLUDED_AS: Partial<Record<Service, Inclusion>> = {
  evaluation: 'evaluation',
  follow_up: 'follow_up',
  therapy_session: 'therapy',
}

/** Whether any of the lines bought already includes this extra. */
export function isIncluded(service: Service, bought: readonly PriceLine[]): boolean {
  const inclusion = INCLUDED_AS[service]
  return inclusion !== undefined && bought.some(({ includes }) => includes.includes(inclusion))
}

/**
 * Extras with the same note are alternatives (by minutes, by source); another note is another
 * thing to pay, as an intake and a medical evaluation are.
 */
function groupExtras(lines: readonly DatedLine[]): ExtraGroup[] {
  const groups = new Map<string, ExtraGroup>()
  for (const line of lines) {
    const key = `${line.service} ${line.note}`
    const group = groups.get(key) ?? { service: line.service, required: false, lines: [] }
    group.required ||= line.required === true
    group.lines.push(line)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function dropOlder(lines: readonly DatedLine[]): { kept: DatedLine[]; superseded: DatedLine[] } {
  const groups = Map.groupBy(lines, sameThingKey)
  const superseded = new Set<DatedLine>()
  for (const group of groups.values()) {
    for (const line of group) {
      if (group.some((other) => isOlder(line, other))) superseded.add(line)
    }
  }
  return { kept: lines.filter((line) => !superseded.has(line)), superseded: [...superseded] }
}

/** The lines of a case, each put where it belongs; throws `RangeError` when a source is missing. */
export function sortLines(
  record: ProviderRecord,
  of: Case,
  prepared: PreparedRubric,
  today: IsoDate,
): SortedLines {
  const limits = priceLimits(prepared)
  const dated = record.prices
    .filter((line) => appliesTo(line, of))
    .map((line): DatedLine => {
      const observed_on = observedOn(line, record)
      return { ...line, observed_on, age: factAge(observed_on, limits, today) }
    })
  const parts = Map.groupBy(byContent(dated), (line) => {
    if (line.payer === 'after_insurance') return 'after_insurance'
    if (line.currency !== 'USD') return 'other_currency'
    if (isOptional(line)) return 'optional'
    return line.age === 'future' ? 'future' : 'counted'
  })
  const { kept, superseded } = dropOlder(parts.get('counted') ?? [])
  const roles = Map.groupBy(kept, (line) => {
    if (!paysForTreatment(line)) return 'extra'
    if (line.service !== 'month' && sessionsOf(line) === null) return 'unsized'
    if (line.introductory) return 'introductory'
    if (line.service === 'month') return 'month'
    return sessionsOf(line) === 1 ? 'single' : 'pack'
  })
  return {
    singles: roles.get('single') ?? [],
    packs: roles.get('pack') ?? [],
    months: roles.get('month') ?? [],
    introductory: roles.get('introductory') ?? [],
    extras: groupExtras(roles.get('extra') ?? []),
    unsized: roles.get('unsized') ?? [],
    superseded,
    future: parts.get('future') ?? [],
    optional: parts.get('optional') ?? [],
    after_insurance: parts.get('after_insurance') ?? [],
    other_currency: parts.get('other_currency') ?? [],
  }
}
