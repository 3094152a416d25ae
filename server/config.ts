/**
 * The settings: read from the environment once, at the door. docs/settings.md says the same in
 * words, and a test holds the two together.
 */

import { z } from 'zod'
import type { IsoDate } from '#core/calendar.ts'
import { parseDay } from '#core/calendar.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)

const day = z.string().transform((value, context) => {
  const parsed = parseDay(value)
  if (parsed) return parsed
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** One entry a setting: how it is read, its default as text, and what a right value looks like. */
export const SETTINGS = {
  HOST: { schema: z.string(), fallback: '127.0.0.1', right: 'a host name or IP address' },
  PORT: { schema: port, fallback: '3000', right: 'a whole number from 0 to 65535' },
  DATABASE_URL: {
    schema: z.string(),
    fallback: 'data/touchstone.sqlite',
    right: 'the path of an SQLite file',
  },
  LOG_LEVEL: {
    schema: z.enum(LOG_LEVELS),
    fallback: 'info',
    right: `one of ${LOG_LEVELS.join(', ')}`,
  },
  TODAY: {
    schema: day.nullable(),
    fallback: null,
    right: 'a day that exists, written YYYY-MM-DD',
  },
} as const

export type Config = {
  HOST: string
  PORT: number
  DATABASE_URL: string
  LOG_LEVEL: (typeof LOG_LEVELS)[number]
  /** A fixed day, or null for the day it is. */
  TODAY: IsoDate | null
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] }

type Environment = Readonly<Record<string, string | undefined>>

/** The settings, or one sentence for each that cannot be read. An empty value counts as absent. */
export function readConfig(environment: Environment): ConfigResult {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, { schema, fallback, right }] of Object.entries(SETTINGS)) {
    const given = environment[name]?.trim() || fallback
    const result = schema.safeParse(given)
    if (result.success) values[name] = result.data
    else problems.push(`${name} is "${given}"; it must be ${right}.`)
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: values as Config }
}

/** Where today comes from: the fixed day if one is set, else the local calendar of this machine. */
export function todayFrom(
  fixed: IsoDate | null,
  now: () => Date = () => new Date(),
): () => IsoDate {
  if (fixed !== null) return () => fixed
  return () => {
    const date = now()
    const two = (value: number) => String(value).padStart(2, '0')
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as IsoDate
  }
}
