/**
 * The small schemas that parameters in an address are put together from. Every refusal is the end
 * of a sentence that starts with the parameter's name.
 */

import { z } from 'zod'

const saidTwice = 'is given more than once.'

/** Text given once, trimmed, at most so many characters. */
export const once = (max: number) =>
  z
    .string({ error: (issue) => (Array.isArray(issue.input) ? saidTwice : 'must be text.') })
    .trim()
    .max(max, `must be at most ${max} characters.`)

/** One word of a closed list, given once. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, {
    error: (issue) =>
      Array.isArray(issue.input) ? saidTwice : `must be one of: ${words.join(', ')}.`,
  })

/** A parameter that may be repeated; a single one is a list of one, none is an empty list. */
export const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(entry).max(60, 'has more than 60 values.'),
    )
    .default(() => [])

/** "$1,500" and "1500.00" as people write them are 1500; other texts are left as they are. */
function dollarsTyped(value: unknown): unknown {
  const typed = typeof value === 'string' ? value.trim().replace(/^\$\s*/, '') : ''
  const [, digits] = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.00?)?$/.exec(typed) ?? []
  return digits === undefined ? value : Number(digits.replaceAll(',', ''))
}

/** An amount in whole dollars up to a limit; a dollar sign and commas between thousands are let in. */
export const wholeDollars = (max: number) => {
  const most = String(max).replace(/\B(?=(\d{3})+$)/g, ',')
  const message = `must be whole dollars from 0 to ${most}, without cents, such as 500.`
  return z.preprocess(
    dollarsTyped,
    z
      .int({ error: (issue) => (Array.isArray(issue.input) ? saidTwice : message) })
      .min(0, message)
      .max(max, message),
  )
}

/** A whole number within limits, written in digits. */
export const wholeNumber = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}.`
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z
      .int({ error: (issue) => (Array.isArray(issue.input) ? saidTwice : message) })
      .min(min, message)
      .max(max, message),
  )
}
