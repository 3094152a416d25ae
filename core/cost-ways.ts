/**
 * The ways in which a care plan can be bought from the price lines of one case. The low end of a
 * range is the cheapest way that covers the plan. The high end is the dearest *plain* way: one that
 * buys no more sessions than it must, uses no newcomer's price and buys no course twice if another
 * way is open. Sessions paid for in the first course and left over serve the months after it.
 */

import type { CarePlan } from './care-plan.ts'
import type { CostPart, CostRange, DatedLine } from './cost.ts'
import type { ExtraGroup, SortedLines } from './cost-lines.ts'
import { isIncluded, sessionsOf } from './cost-lines.ts'
import { partInWords } from './cost-words.ts'
import type { Cents } from './money.ts'
import { addCents, timesCents } from './money.ts'

type Purchase = { line: DatedLine; count: number }

export type Way = {
  /** What the first course (or first month) is bought with. */
  first: Purchase[]
  /** The regular price of every month, when care is paid by the month from the start. */
  month: DatedLine | null
  leftover: number
  /** A course is bought more than once. */
  again: boolean
  introductory: boolean
}

/** Months after the first one, by horizon. */
export const LATER_MONTHS = { to_start: 0, first_3_months: 2, first_year: 11 } as const

export const lowOf = (line: DatedLine): Cents => (line.min <= line.max ? line.min : line.max)
export const highOf = (line: DatedLine): Cents => (line.min <= line.max ? line.max : line.min)

function wayOf(first: Purchase[], needed: number, introductory = false): Way {
  const bought = first.reduce((sum, { line, count }) => sum + (sessionsOf(line) ?? 0) * count, 0)
  const again = first.some(({ line, count }) => count > 1 && (sessionsOf(line) ?? 0) > 1)
  return { first, month: null, leftover: bought - needed, again, introductory }
}

/** Every way to buy at least so many sessions at regular prices. */
function covers(needed: number, { singles, packs }: SortedLines): Purchase[][] {
  if (needed === 0) return [[]]
  const ways: Purchase[][] = singles.map((line) => [{ line, count: needed }])
  packs.forEach((line, at) => {
    const size = sessionsOf(line) ?? 0
    const rest = needed - size
    if (rest <= 0) {
      ways.push([{ line, count: 1 }])
      return
    }
    for (const single of singles)
      ways.push([
        { line, count: 1 },
        { line: single, count: rest },
      ])
    for (const other of packs.slice(at + 1)) {
      const more = sessionsOf(other) ?? 0
      if (more < needed && more >= rest)
        ways.push([
          { line, count: 1 },
          { line: other, count: 1 },
        ])
    }
    ways.push([{ line, count: Math.ceil(needed / size) }])
  })
  return ways
}

/** Whether a monthly price can carry so many sessions a month; unsaid counts as yes. */
export function carries(month: DatedLine, sessions: number): boolean {
  return month.sessions === null || month.sessions >= sessions
}

/** All ways to start under a plan; none when the prices cannot cover the first course. */
export function waysToStart(lines: SortedLines, plan: CarePlan): Way[] {
  const needed = plan.first_course_sessions
  const ways = covers(needed, lines).map((first) => wayOf(first, needed))
  for (const line of lines.months) {
    if (!carries(line, Math.max(needed, plan.maintenance_per_month))) continue
    const first = [{ line, count: 1 }]
    ways.push({ first, month: line, leftover: 0, again: false, introductory: false })
  }
  for (const line of lines.introductory) {
    const once = { line, count: 1 }
    if (line.service === 'month') {
      if (!carries(line, needed)) continue
      ways.push({ first: [once], month: null, leftover: 0, again: false, introductory: true })
      continue
    }
    for (const rest of covers(Math.max(0, needed - (sessionsOf(line) ?? 0)), lines)) {
      ways.push(wayOf([once, ...rest], needed, true))
    }
  }
  return ways
}

/** The ways that the high end looks at; see the head of this file. */
export function plainWays(ways: readonly Way[]): Way[] {
  const regular = ways.filter(({ introductory }) => !introductory)
  const open = regular.length > 0 ? regular : ways
  const least = Math.min(...open.map(({ leftover }) => leftover))
  const exact = open.filter(({ leftover }) => leftover === least)
  const once = exact.filter(({ again }) => !again)
  return once.length > 0 ? once : exact
}

function part(line: DatedLine, count: number, when: 'first' | 'later'): CostPart {
  return {
    line,
    count,
    low: timesCents(lowOf(line), count),
    high: timesCents(highOf(line), count),
    what: partInWords(line, count, when),
  }
}

type End = 'low' | 'high'

/** The better choice for an end: the smaller low or the larger high; the first among equals. */
function pick<Choice>(choices: readonly Choice[], end: End, amountOf: (choice: Choice) => number) {
  return choices.reduce<Choice | null>((best, choice) => {
    if (best === null) return choice
    const [amount, other] = [amountOf(choice), amountOf(best)]
    return (end === 'low' ? amount < other : amount > other) ? choice : best
  }, null)
}

/** What the months after the first cost; null when no price covers them. */
function laterParts(way: Way, lines: SortedLines, plan: CarePlan, months: number, end: End) {
  const needed = Math.max(0, plan.maintenance_per_month * months - way.leftover)
  if (needed === 0) return []
  const choices = [
    ...lines.singles.map((line) => part(line, needed, 'later')),
    ...lines.months
      .filter((line) => carries(line, plan.maintenance_per_month))
      .map((line) => part(line, months, 'later')),
  ]
  const picked = pick(choices, end, (choice) => choice[end])
  return picked ? [picked] : null
}

/** Extras that the bought lines do not include; one not known to be required counts high only. */
function extraParts(extras: readonly ExtraGroup[], bought: readonly DatedLine[], end: End) {
  return extras.flatMap(({ service, required, lines }) => {
    if (isIncluded(service, bought)) return []
    const picked = pick(
      lines.map((line) => part(line, 1, 'first')),
      end,
      (choice) => choice[end],
    )
    return picked && (required || end === 'high' || picked.high === 0) ? [picked] : []
  })
}

function partsOf(way: Way, lines: SortedLines, plan: CarePlan, months: number, end: End) {
  const bought = way.first.map(({ line }) => line)
  const extras = extraParts(lines.extras, bought, end)
  if (way.month) return [...extras, part(way.month, 1 + months, 'first')]
  const later = laterParts(way, lines, plan, months, end)
  const first = way.first.map(({ line, count }) => part(line, count, 'first'))
  return later && [...extras, ...first, ...later]
}

type Bill = { way: Way; parts: CostPart[]; sum: Cents }

/** What each way costs at an end of the range; a way that cannot be carried on is left out. */
function billsOf(
  ways: readonly Way[],
  lines: SortedLines,
  plan: CarePlan,
  months: number,
  end: End,
): Bill[] {
  return ways.flatMap((way) => {
    const parts = partsOf(way, lines, plan, months, end)
    return parts ? [{ way, parts, sum: addCents(...parts.map((one) => one[end])) }] : []
  })
}

/** The range over some months, and the ways that its two ends are made of. */
export type FoundRange = { range: Extract<CostRange, { known: true }>; ways: [low: Way, high: Way] }

/**
 * The range over so many months after the first, or null when a plain way cannot be carried on so
 * long: the same ways then stand behind every horizon, and a longer one never costs less.
 */
export function rangeOver(
  ways: readonly Way[],
  lines: SortedLines,
  plan: CarePlan,
  months: number,
): FoundRange | null {
  const plain = plainWays(ways)
  const dear = billsOf(plain, lines, plan, months, 'high')
  if (dear.length < plain.length) return null
  const low = pick(billsOf(ways, lines, plan, months, 'low'), 'low', ({ sum }) => sum)
  const high = pick(dear, 'high', ({ sum }) => sum)
  if (!low || !high) return null
  return {
    range: {
      known: true,
      low: low.sum,
      high: high.sum,
      low_parts: low.parts,
      high_parts: high.parts,
    },
    ways: [low.way, high.way],
  }
}
