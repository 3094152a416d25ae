/** How statements of the learn page are put down. */

import type { IsoDate } from './calendar.ts'
import type { LearnStatement } from './learn.ts'

/** Half a year after they were written: the day by which most statements are read again. */
const REVIEW_BY = '2027-05-22' as IsoDate

/**
 * A statement with the rubric entries and sources it rests on, each list parted by spaces. An entry
 * in parentheses has a review note about another of its points, which is not shown here. `{date}`
 * in a text is the last day of the law it names; `past` is its text from the day after.
 */
export function say(
  text: string,
  entries: string,
  sources: string,
  reviewBy: string = REVIEW_BY,
  past: string | null = null,
): LearnStatement {
  const marked = entries.split(' ')
  return {
    title: null,
    text,
    past,
    entries: marked.map((id) => id.replace(/^\((.+)\)$/, '$1')),
    noted: marked.filter((id) => !id.startsWith('(')),
    sources: sources.split(' '),
    review_by: reviewBy as IsoDate,
  }
}

/** The same under a short heading of its own. */
export function sayUnder(title: string, ...said: Parameters<typeof say>): LearnStatement {
  return { ...say(...said), title }
}
