/**
 * The small schemas that replies are put together from. They describe values that our own code
 * makes: a branded type passes as its base, since it was made by its own parser.
 */

import { z } from 'zod'
import type { IsoDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import * as words from '../vocabulary.ts'

export const nullableText = z.string().nullable()
export const texts = z.array(z.string())
export const count = z.int().min(0)
export const points = z.number().min(0).max(100)

export const cents = z
  .int()
  .min(0)
  .describe('US cents (minor units of the line’s currency)') as unknown as z.ZodType<Cents>

export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, YYYY-MM-DD') as unknown as z.ZodType<IsoDate>

export const modality = z.enum(words.MODALITIES)
export const setting = z.enum(words.SETTINGS)
export const level = z.enum(words.LEVELS)
export const strength = z.enum(words.STRENGTHS)
export const verdict = z.enum(words.VERDICTS)
export const grade = z.enum(words.GRADES)
export const origin = z.enum(words.ORIGINS)
export const providerKind = z.enum(words.PROVIDER_KINDS)
export const providerStatus = z.enum(words.PROVIDER_STATUSES)
