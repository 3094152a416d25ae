/** How statements of the learn page are put down. */

import type { IsoDate } from './calendar.ts'
import type { LearnStatement } from './learn.ts'

/** Half a year after they were written: the day by which most statements are read again. */
const REVIEW_BY = '2027-05-22' as IsoDate

/** A statement with the rubric entries and sources it rests on, each list parted by spaces. */
export function say(
  text: string,
  entries: string,
  sources: string,
  reviewBy: string = REVIEW_BY,
): LearnStatement {
  return {
    title: null,
    text,
    entries: entries.split(' '),
    sources: sources.split(' '),
    review_by: reviewBy as IsoDate,
  }
}

/** The same under a short heading of its own. */
export function sayUnder(
  title: string,
  text: string,
  entries: string,
  sources: string,
  reviewBy: string = REVIEW_BY,
): LearnStatement {
  return { ...say(text, entries, sources, reviewBy), title }
}
