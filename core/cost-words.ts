/** How price lines and their parts read in a sentence. Plain US English, amounts as stated. */

import type { DatedLine } from './cost.ts'
import { sessionsOf } from './cost-lines.ts'
import { rangeInWords } from './money.ts'
import type { Inclusion, Service } from './vocabulary.ts'

/** "1 session", "6 sessions". */
export function countInWords(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}

/** "A", "A and B", "A, B and C". */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const INCLUSION_WORDS: Record<Inclusion, string> = {
  evaluation: 'the first evaluation',
  medication: 'the medicine',
  monitoring: 'monitoring',
  therapy: 'therapy',
  guide: 'a guide',
  follow_up: 'follow-up visits',
  shipping: 'shipping',
}

/** "the first evaluation and therapy", always in the same order. */
export function inclusionsInWords(includes: readonly Inclusion[]): string {
  const words = Object.entries(INCLUSION_WORDS)
  return listInWords(words.filter(([id]) => includes.includes(id as Inclusion)).map(([, w]) => w))
}

const THING_WORDS: Record<Service, string> = {
  evaluation: 'first evaluation',
  session: 'session',
  course: 'course',
  month: 'month',
  follow_up: 'follow-up visit',
  therapy_session: 'therapy session',
  addon: 'add-on',
  sitter: 'sitter',
}

/** "session", "course of 6 sessions", "package of 3 sessions": what a line is the price of. */
export function thingInWords(line: DatedLine): string {
  const sessions = sessionsOf(line)
  if (line.service === 'session' && sessions !== null && sessions > 1) {
    return `package of ${sessions} sessions`
  }
  if (line.service === 'course' && sessions !== null) {
    return `course of ${countInWords(sessions, 'session')}`
  }
  return THING_WORDS[line.service]
}

/** "$400 to $600", the ends in order whatever way round they are stated. */
export function priceInWords(line: DatedLine): string {
  const [low, high] = line.min <= line.max ? [line.min, line.max] : [line.max, line.min]
  return rangeInWords(low, high, line.currency)
}

/** "session at $400 (120 minutes)", "monthly price of $129". */
export function lineInWords(line: DatedLine): string {
  if (line.service === 'month') return `monthly price of ${priceInWords(line)}`
  const length = line.minutes === null ? '' : ` (${line.minutes} minutes)`
  return `${thingInWords(line)} at ${priceInWords(line)}${length}`
}

/** "6 sessions in the first course", "Course of 6 sessions, bought 2 times", "3 months". */
export function partInWords(line: DatedLine, count: number, when: 'first' | 'later'): string {
  const after = when === 'later' ? ' after the first course' : ''
  const price = line.introductory ? ' (introductory price)' : ''
  if (line.service === 'month') return `${countInWords(count, 'month')}${after}${price}`
  if (paysForOneSession(line)) {
    return `${countInWords(count, 'session')}${after || ' in the first course'}${price}`
  }
  const thing = thingInWords(line)
  const times = count > 1 ? `, bought ${count} times` : ''
  return `${thing.charAt(0).toUpperCase()}${thing.slice(1)}${times}${price}`
}

function paysForOneSession(line: DatedLine): boolean {
  const treats = line.service === 'session' || line.service === 'course'
  return treats && sessionsOf(line) === 1
}
