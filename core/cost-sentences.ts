/**
 * What a cost tells in words beside its sums: what is included, what was assumed, what is not
 * known, and, where there is no sum, what is missing for one.
 */

import type { CarePlan } from './care-plan.ts'
import type { CostRange, DatedLine } from './cost.ts'
import { besideSums, notPriced } from './cost-gaps.ts'
import type { SortedLines } from './cost-lines.ts'
import { isIncluded, paysForTreatment, sessionsOf } from './cost-lines.ts'
import type { Way } from './cost-ways.ts'
import { carries, highOf, lowOf } from './cost-ways.ts'
import {
  countInWords,
  inclusionsInWords,
  lineInWords,
  listInWords,
  priceInWords,
  thingInWords,
} from './cost-words.ts'
import type { ProviderRecord } from './provider.ts'
import { casesOf } from './provider.ts'

/** A sentence for each line it holds for, or none. */
type Told = [holds: unknown, sentence: string]
const told = (...pairs: readonly Told[]): string[] =>
  pairs.filter(([holds]) => holds).map(([, sentence]) => sentence)

const unique = (sentences: readonly string[]): string[] => [...new Set(sentences)]

function unsizedSentence(line: DatedLine): string {
  return `A course at ${priceInWords(line)} does not say how many sessions it covers, so it cannot be fitted to the plan.`
}

/** Why no way to start was found, most telling first; never empty. */
export function missingToStart(lines: SortedLines, plan: CarePlan): string[] {
  const sessions = countInWords(plan.first_course_sessions, 'session')
  const currencies = unique(lines.other_currency.map(({ currency }) => currency))
  const intro = lines.introductory.map(lineInWords)
  return unique([
    'No cash price in US dollars was found that covers the first course.',
    ...lines.unsized.map(unsizedSentence),
    ...lines.months
      .filter((line) => !carries(line, plan.first_course_sessions))
      .map(
        (line) =>
          `The monthly price of ${priceInWords(line)} covers ${countInWords(line.sessions ?? 0, 'session')}, and the plan has ${sessions} in the first month.`,
      ),
    ...told(
      [intro.length > 0, `Only prices for newcomers were found: ${listInWords(intro)}.`],
      [
        lines.after_insurance.length > 0,
        'There are prices after insurance, but they are not cash prices.',
      ],
      [
        currencies.length > 0,
        `There are prices in ${listInWords(currencies)}, which are not turned into dollars.`,
      ],
      [
        lines.future.length > 0,
        'There are prices dated later than this day, which are not counted yet.',
      ],
    ),
  ])
}

/** Why the months after the first course cannot be priced; never empty. */
export function missingLater(lines: SortedLines, plan: CarePlan): string[] {
  const monthly = countInWords(plan.maintenance_per_month, 'session')
  return [
    'The price of one session after the first course is not stated.',
    ...lines.months.map(
      (line) =>
        `The monthly price of ${priceInWords(line)} covers ${countInWords(line.sessions ?? 0, 'session')}, and the plan has ${monthly} a month.`,
    ),
  ]
}

const byPrice = (lines: readonly DatedLine[]): DatedLine[] =>
  lines.toSorted((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b))

/** "There is more than one price for a session: $375 for 60 minutes and $1,650 for 240 minutes." */
function variantSentences(counted: readonly DatedLine[], used: ReadonlySet<DatedLine>): string[] {
  const things = Map.groupBy(counted, (line) => thingInWords(line))
  return [...things].flatMap(([thing, lines]) => {
    if (!lines.some((line) => used.has(line))) return []
    const prices = unique(
      byPrice(lines).map((line) => {
        const length = line.minutes === null ? '' : ` for ${line.minutes} minutes`
        return priceInWords(line) + length
      }),
    )
    if (prices.length < 2) return []
    return `There is more than one price for a ${thing}: ${listInWords(prices)}. The range leaves open which one you would need.`
  })
}

function waySentences(ways: readonly Way[]): string[] {
  const by = { session: 'by the session', course: 'by the course', month: 'by the month' }
  const kinds = Object.entries(by).filter(([service]) =>
    ways.some(({ first }) => first.some(({ line }) => line.service === service)),
  )
  const words = listInWords(kinds.map(([, word]) => word))
  return kinds.length < 2 ? [] : [`Prices are given ${words}. The range covers each way to pay.`]
}

function extraSentences({ extras }: SortedLines, bought: readonly DatedLine[]): string[] {
  return extras.flatMap(({ service, required, lines }) => {
    const [line] = lines
    if (!line || isIncluded(service, bought)) return []
    const named = lineInWords(line)
    if (!required && lines.some(({ max }) => max > 0)) {
      return `No source says whether the ${named} must be bought. Only the high end counts it.`
    }
    return service === 'evaluation'
      ? []
      : `The ${named} is required. It is counted once, as no source says how often it is due.`
  })
}

/** What a way buys beyond the first course: a course bought again, sessions left over. */
function coverSentences({ first, leftover, again }: Way): string[] {
  const packs = first.filter(({ line }) => (sessionsOf(line) ?? 0) > 1)
  const repeated = packs.filter(({ count }) => count > 1)
  if (leftover <= 0) {
    return repeated.map(({ line, count }) => `The ${lineInWords(line)} is bought ${count} times.`)
  }
  const bought = packs.map(
    ({ line, count }) => `the ${lineInWords(line)} is bought${again ? ` ${count} times` : ''}`,
  )
  return [
    `Where ${listInWords(bought)}, ${countInWords(leftover, 'session')} left over ${leftover === 1 ? 'is' : 'are'} used in the months after the first course.`,
  ]
}

/** "It is taken to hold here": a line that leaves the form or place open where both differ. */
function openCaseSentence(line: DatedLine, record: ProviderRecord): string[] {
  const cases = casesOf(record)
  const forms = new Set(cases.map(({ modality }) => modality)).size
  const places = new Set(cases.map(({ setting }) => setting)).size
  const open = [
    ...(line.modality === null && forms > 1 ? ['which form of ketamine'] : []),
    ...(line.setting === null && places > 1 ? ['whether home or clinic care'] : []),
  ]
  if (open.length === 0 || !paysForTreatment(line)) return []
  return [
    `No source says ${listInWords(open)} the ${lineInWords(line)} is for. It is counted here.`,
  ]
}

function lineSentences(line: DatedLine, record: ProviderRecord): string[] {
  const named = lineInWords(line)
  return [
    ...openCaseSentence(line, record),
    ...told(
      [line.estimate, `The ${named} is an estimate.`],
      [line.introductory, `The ${named} is for newcomers and is counted once.`],
      [
        line.service === 'month' && line.sessions === null,
        `The ${named} does not say how many sessions it covers. It is taken to cover the plan.`,
      ],
    ),
  ]
}

/** Everything that the sentences of a cost are made from. */
export type Telling = {
  record: ProviderRecord
  plan: CarePlan
  lines: SortedLines
  /** The ways that the sums take, at either end, and those that the high end chose among. */
  taken: readonly Way[]
  plain: readonly Way[]
  to_start: Extract<CostRange, { known: true }>
  /** Every line that stands in a sum, in the order of the sums. */
  used: readonly DatedLine[]
}

/** What the sums rest on that no source states. */
export function assumedSentences({ record, plan, lines, taken, plain, used }: Telling): string[] {
  const { first_course_sessions: first, maintenance_per_month: monthly } = plan
  const inUse = new Set(used)
  const bought = used.filter(paysForTreatment)
  const counted = [...lines.singles, ...lines.packs, ...lines.months]
  return unique([
    `Assumes ${countInWords(first, 'session')} in the first course and ${monthly === 0 ? 'none' : `${monthly} a month`} after that.`,
    'The first course falls in month 1. The first 3 months count 2 months after it, and the first year counts 11.',
    ...waySentences([...taken, ...plain]),
    ...variantSentences(counted, inUse),
    ...lines.extras.flatMap((group) => variantSentences(group.lines, inUse)),
    ...extraSentences(lines, bought),
    ...taken.flatMap(coverSentences),
    ...told([
      monthly > 0 && lines.packs.length > 0 && lines.singles.some((line) => inUse.has(line)),
      'Sessions after the first course are counted one by one, as no source says that a course can be bought for them.',
    ]),
    ...used.flatMap((line) => lineSentences(line, record)),
    ...lines.superseded.map(
      (line) => `An older price is left out for a newer one: ${lineInWords(line)}.`,
    ),
    ...told([
      used.some(({ payer }) => payer === null),
      'Some prices do not say who pays. They are taken as cash prices.',
    ]),
  ])
}

/** What the amounts in the sums are stated to pay for. */
export function includedSentences(used: readonly DatedLine[]): string[] {
  return unique(
    used.flatMap((line) => {
      if (line.service === 'evaluation' && line.max === 0) {
        return `The ${thingInWords(line)} is stated to cost $0.`
      }
      if (line.includes.length === 0) return []
      return `The ${lineInWords(line)} includes ${inclusionsInWords(line.includes)}.`
    }),
  )
}

/** What the records leave open that could change the bill. */
export function unknownSentences({ plan, lines, to_start, used }: Telling): string[] {
  const busiest = Math.max(plan.first_course_sessions, plan.maintenance_per_month)
  return unique([
    ...notPriced(to_start, lines).map(
      (what) => `No cash price for a ${what} was found. It may cost extra.`,
    ),
    ...used
      .filter((line) => paysForTreatment(line) && line.includes.length === 0)
      .map((line) => `What the ${lineInWords(line)} includes is not stated.`),
    ...besideSums(lines),
    ...lines.unsized.map(unsizedSentence),
    ...lines.months
      .filter((line) => !carries(line, busiest))
      .map((line) => `The ${lineInWords(line)} covers too few sessions for the plan by itself.`),
    ...lines.future.map(
      (line) => `The ${lineInWords(line)} is dated later than this day and not counted.`,
    ),
  ])
}
