/**
 * Stated prices that cannot both hold. A sentence here accuses a provider of a mistake, so only
 * statements about the very same thing, known from about the same time, are held against each other.
 */

import { dayNumber, firstDay } from './calendar.ts'
import type { DatedLine } from './cost.ts'
import type { SortedLines } from './cost-lines.ts'
import { sameThingKey, sessionsOf } from './cost-lines.ts'
import { highOf, lowOf } from './cost-ways.ts'
import { lineInWords, priceInWords, thingInWords } from './cost-words.ts'
import { moneyInWords, timesCents } from './money.ts'

/** Prices stated more than a year apart may each have been right at its time. */
const SAME_TIME_DAYS = 365

function sameTime(one: DatedLine, other: DatedLine): boolean {
  if (one.observed_on === null || other.observed_on === null) {
    return one.observed_on === other.observed_on
  }
  const days = dayNumber(firstDay(one.observed_on)) - dayNumber(firstDay(other.observed_on))
  return Math.abs(days) <= SAME_TIME_DAYS
}

const sameCase = (one: DatedLine, other: DatedLine): boolean =>
  one.modality === other.modality && one.setting === other.setting

function reversed(lines: readonly DatedLine[]): string[] {
  return lines
    .filter((line) => line.min > line.max)
    .map(
      ({ min, max, currency, ...line }) =>
        `A price of a ${thingInWords({ min, max, currency, ...line })} runs from ${moneyInWords(min, currency)} down to ${moneyInWords(max, currency)}. The lower amount is taken as the low end.`,
    )
}

/** Two prices without overlap for one and the same thing. */
function disagreeing(lines: readonly DatedLine[]): string[] {
  const sentences: string[] = []
  for (const group of Map.groupBy(lines, sameThingKey).values()) {
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        const apart = highOf(one) < lowOf(other) || highOf(other) < lowOf(one)
        if (!apart || one.observed_on !== other.observed_on) continue
        const [low, high] = lowOf(one) < lowOf(other) ? [one, other] : [other, one]
        sentences.push(
          `Two prices are given for the same thing, a ${thingInWords(one)}: ${priceInWords(low)} and ${priceInWords(high)}. The range covers both.`,
        )
      }
    })
  }
  return sentences
}

/** A course dearer than its sessions bought singly, though it includes nothing that they do not. */
function dearCourse(course: DatedLine, singles: readonly DatedLine[]): string | null {
  const alike = singles.filter(
    (single) =>
      sameCase(single, course) &&
      sameTime(single, course) &&
      (course.minutes === null || course.minutes === single.minutes) &&
      course.includes.every((inclusion) => single.includes.includes(inclusion)),
  )
  const sessions = sessionsOf(course) ?? 0
  const [dearest] = alike.toSorted((a, b) => highOf(b) - highOf(a))
  if (!dearest) return null
  const bought = timesCents(highOf(dearest), sessions)
  if (lowOf(course) <= bought) return null
  return `The ${lineInWords(course)} costs more than ${sessions} single sessions (${moneyInWords(bought)}), and the records do not say what the difference pays for.`
}

/** A month that is said to hold several sessions and costs less than one of them. */
function cheapMonth(month: DatedLine, singles: readonly DatedLine[]): string | null {
  const sessions = month.sessions
  if (sessions === null || sessions < 2) return null
  const alike = singles.filter((single) => sameCase(single, month) && sameTime(single, month))
  const [cheapest] = alike.toSorted((a, b) => lowOf(a) - lowOf(b))
  if (!cheapest || highOf(month) >= lowOf(cheapest)) return null
  return `A month with ${sessions} sessions is priced at ${priceInWords(month)}, less than a single session (${priceInWords(cheapest)}). It may be one of several payments, so it is not counted.`
}

/**
 * A course whose parts are all priced by the same source, at a total that no whole number of
 * therapy sessions can make up. A total below its parts is a discount and says nothing.
 */
function oddTotal(course: DatedLine, lines: SortedLines, therapies: readonly DatedLine[]) {
  const exact = (line: DatedLine) => line.min === line.max && line.source === course.source
  const [therapy, ...others] = therapies.filter(exact)
  const parts = course.includes.every((one) => one === 'evaluation' || one === 'therapy')
  const open = !course.includes.includes('therapy') || others.length > 0
  if (!parts || open || !therapy || therapy.min === 0 || !exact(course)) return null
  const extras = lines.extras.filter(({ service }) => service === 'evaluation')
  const evaluations = course.includes.includes('evaluation') ? extras : []
  if (
    evaluations.some(({ required, lines: [one, two] }) => !(required && one && exact(one)) || two)
  ) {
    return null
  }
  const visits = evaluations.reduce((sum, group) => sum + (group.lines[0]?.min ?? 0), 0)
  const rests = lines.singles
    .filter((single) => sameCase(single, course) && exact(single))
    .map((single) => course.min - visits - single.min * (sessionsOf(course) ?? 0))
  const odd = rests.length > 0 && rests.every((rest) => rest > 0 && rest % therapy.min !== 0)
  if (!odd) return null
  return `The ${lineInWords(course)} does not add up from its parts as listed: its sessions${visits > 0 ? ', its evaluation' : ''} and any number of therapy sessions at ${priceInWords(therapy)}.`
}

/** Monthly prices too low to stand beside the session prices; they take no part in the sums. */
export function doubtfulMonths({ months, singles }: SortedLines): DatedLine[] {
  return months.filter((month) => cheapMonth(month, singles) !== null)
}

/** Sentences on stated prices that contradict each other, none when they all can hold. */
export function contradictionsAmong(lines: SortedLines): string[] {
  const { singles, packs, months, introductory, extras, unsized } = lines
  const counted = [
    ...singles,
    ...packs,
    ...months,
    ...introductory,
    ...unsized,
    ...extras.flatMap((group) => group.lines),
  ]
  const therapies = lines.optional.filter(({ service }) => service === 'therapy_session')
  return [
    ...reversed(counted),
    ...disagreeing(counted),
    ...packs.map((course) => dearCourse(course, singles)).filter((text) => text !== null),
    ...packs.map((course) => oddTotal(course, lines, therapies)).filter((text) => text !== null),
    ...months.map((month) => cheapMonth(month, singles)).filter((text) => text !== null),
  ]
}
