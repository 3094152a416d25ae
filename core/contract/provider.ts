/**
 * The contract for a provider record as it is written down in JSON: refuses what the record schema
 * refuses, what points nowhere and what cannot be, and fills in what "absent" means.
 */

import { z } from 'zod'
import { toCents } from '../money.ts'
import { parseNpi } from '../npi.ts'
import type { ProviderRecord } from '../provider.ts'
import * as words from '../vocabulary.ts'
import {
  booleanOrNull,
  countOrNull,
  partialDate,
  partialDateOrNull,
  text,
  textOrNull,
  webAddress,
  wordOrNull,
} from './fields.ts'
import { referenceProblems } from './references.ts'
import type { Refusal } from './refusal.ts'
import { refusalsOf } from './refusal.ts'

const source = z.string().regex(/^S\d+$/, 'is not a source id such as S1')
const stateCode = z.string().regex(/^[A-Z]{2}$/, 'is not a two-letter state code')
const note = textOrNull(240)
const noun = textOrNull(300)
const npi = z
  .string()
  .trim()
  .refine((value) => parseNpi(value) !== null, 'is not an NPI: ten digits whose last one checks')
  .nullish()
  .transform((value) => value ?? null)
const minorUnits = z.int().min(0).transform(toCents)

const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).default(() => [])

const sourceEntry = z.strictObject({
  id: source,
  url: webAddress,
  kind: z.enum(words.SOURCE_KINDS),
  publisher: noun,
  title: noun,
  observed_on: partialDateOrNull,
  retrieved_on: partialDate,
  excerpt_only: z.boolean().default(false),
  repost_of: noun,
})

const location = z
  .strictObject({
    address: noun,
    city: noun,
    state: text(60),
    zip: textOrNull(12),
    phone: textOrNull(40),
    basis: wordOrNull(words.LOCATION_BASES),
    source,
  })
  .transform((entry) => ({ ...entry, point: null }))

const reach = z.strictObject({
  states: z
    .array(stateCode)
    .min(1, 'is empty; leave it out when the states are not listed')
    .nullish()
    .transform((value) => value ?? null),
  count: countOrNull,
  complete: booleanOrNull,
  note,
  source,
})

const clinician = z.strictObject({
  name: noun,
  credential: noun,
  role: z.enum(words.CLINICIAN_ROLES),
  specialty: noun,
  board_certified: noun,
  npi,
  as_of: partialDateOrNull,
  note,
  source,
})

const offering = z.strictObject({
  modality: z.enum(words.MODALITIES),
  setting: z.enum(words.SETTINGS),
  with_psychotherapy: booleanOrNull,
  current: booleanOrNull,
  note,
  source,
})

const priceLine = z
  .strictObject({
    service: z.enum(words.SERVICES),
    modality: wordOrNull(words.MODALITIES),
    setting: wordOrNull(words.SETTINGS),
    min: minorUnits,
    max: minorUnits,
    currency: z.string().regex(/^[A-Z]{3}$/, 'is not a three-letter currency code'),
    sessions: countOrNull,
    minutes: countOrNull,
    includes: list(z.enum(words.INCLUSIONS)),
    payer: wordOrNull(words.PAYERS),
    required: booleanOrNull,
    introductory: z.boolean().default(false),
    estimate: z.boolean().default(false),
    as_of: partialDateOrNull,
    note,
    source,
  })
  .refine((line) => line.min <= line.max, { path: ['max'], error: 'is less than min' })

const payment = z.strictObject({
  way: z.enum(words.PAYMENT_WAYS),
  accepted: z.enum(words.ACCEPTANCES),
  note,
  source,
})

const treatedConditions = z.strictObject({
  names: z.array(z.enum(words.CONDITIONS)).min(1, 'is empty; name at least one condition'),
  source,
})

const finding = z
  .strictObject({
    criterion: z.string().regex(/^[A-G]\d$/, 'is not a criterion id such as A1'),
    level: z.enum(words.LEVELS),
    strength: wordOrNull(words.STRENGTHS),
    modality: wordOrNull(words.MODALITIES),
    setting: wordOrNull(words.SETTINGS),
    state: stateCode.nullish().transform((value) => value ?? null),
    basis: text(300),
    at_least: z.boolean().default(false),
    source,
  })
  .refine((entry) => !entry.at_least || entry.level === 'partly', {
    path: ['at_least'],
    error: 'goes with the level partly only',
  })

const event = z.strictObject({
  kind: z.enum(words.EVENT_KINDS),
  stage: z.enum(words.EVENT_STAGES),
  date: partialDateOrNull,
  subject: z.enum(words.EVENT_SUBJECTS),
  summary: text(300),
  response: textOrNull(240),
  source,
})

const status = z.strictObject({
  value: z.enum(words.PROVIDER_STATUSES),
  since: partialDateOrNull,
  successor: noun,
  note,
  source: source.nullish().transform((value) => value ?? null),
})

/** The record as JSON; parsing it gives a `ProviderRecord`. */
export const providerRecord = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a slug such as blue-door-clinic'),
    origin: z.enum(words.ORIGINS).default('real'),
    name: text(200),
    aliases: list(text(200)),
    kind: z.enum(words.PROVIDER_KINDS),
    status,
    website: webAddress.nullish().transform((value) => value ?? null),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is not a two-letter country code')
      .default('US'),
    locations: list(location),
    serves: list(reach),
    clinicians: list(clinician),
    offerings: z.array(offering),
    prices: list(priceLine),
    payment: list(payment),
    conditions: list(treatedConditions),
    findings: z.array(finding),
    events: list(event),
    sources: z.array(sourceEntry),
  })
  .superRefine((record, context) => {
    for (const { keys, reason } of referenceProblems(record)) {
      context.addIssue({ code: 'custom', path: keys, message: reason })
    }
  }) satisfies z.ZodType<ProviderRecord>

export type ParsedRecord = { ok: true; record: ProviderRecord } | { ok: false; problems: Refusal[] }

/**
 * A record from JSON of unknown shape: the normalized record, or every problem with its JSON path.
 * Locations come without a point; placing them needs the ZIP table and happens on storing.
 */
export function parseRecord(json: unknown): ParsedRecord {
  const result = providerRecord.safeParse(json)
  return result.success
    ? { ok: true, record: result.data }
    : { ok: false, problems: refusalsOf(result.error) }
}
