/** The small schemas that both contracts are put together from. */

import { z } from 'zod'
import type { PartialDate } from '../calendar.ts'
import { isPartialDate, parseDay } from '../calendar.ts'

/** Text that says something, trimmed, at most so many characters long. */
export const text = (max = 2000) => z.string().trim().min(1, 'is empty').max(max)

/** Text that may be absent, null or blank: all three become null. */
export const textOrNull = (max = 2000) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null)

/** A word of a closed list that may be absent: null then. */
export const wordOrNull = <const Words extends readonly string[]>(words: Words) =>
  z
    .enum(words)
    .nullish()
    .transform((value) => value ?? null)

/** Yes, no, or not stated. */
export const booleanOrNull = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null)

/** A whole number of at least one, or not stated. */
export const countOrNull = z
  .int()
  .min(1)
  .nullish()
  .transform((value) => value ?? null)

/** A year, month or day that exists. */
export const partialDate = z
  .string()
  .refine(isPartialDate, 'is not a date that exists (YYYY, YYYY-MM or YYYY-MM-DD)')
  .transform((value): PartialDate => value)

export const partialDateOrNull = partialDate.nullish().transform((value) => value ?? null)

/** A full day that exists. */
export const day = z.string().transform((value, context) => {
  const parsed = parseDay(value)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'is not a day that exists (YYYY-MM-DD)' })
  return z.NEVER
})

/** A web address; anything but http and https (such as `javascript:`) must not become a link. */
export const webAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => /^https?:\/\/[^\s/]+/i.test(value), 'is not an http or https address')
