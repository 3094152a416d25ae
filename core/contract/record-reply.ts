/** A provider record as it is sent: nothing left out, what is not known is null or empty. */

import { z } from 'zod'
import type { Clinician, Location, PriceLine, ProviderRecord, Source } from '../provider.ts'
import * as words from '../vocabulary.ts'
import * as fields from './reply-fields.ts'

const { nullableText, count } = fields
const nullableCount = count.nullable()
const nullableBoolean = z.boolean().nullable()
const source = z.string().describe('The id of a source of this record')

export const sourceReply = z.strictObject({
  id: z.string(),
  url: z.string(),
  kind: z.enum(words.SOURCE_KINDS),
  publisher: nullableText,
  title: nullableText,
  observed_on: nullableText.describe('A day on which it is known to have said so'),
  retrieved_on: z.string(),
  excerpt_only: z.boolean(),
  repost_of: nullableText,
}) satisfies z.ZodType<Source>

const location = z.strictObject({
  address: nullableText,
  city: nullableText,
  state: z.string(),
  zip: nullableText,
  phone: nullableText,
  basis: z.enum(words.LOCATION_BASES).nullable(),
  point: z
    .strictObject({
      latitude: z.number(),
      longitude: z.number(),
      placed_by: z.enum(['zip', 'city']),
    })
    .nullable(),
  source,
}) satisfies z.ZodType<Location>

const clinician = z.strictObject({
  name: nullableText,
  credential: nullableText,
  role: z.enum(words.CLINICIAN_ROLES),
  specialty: nullableText,
  board_certified: nullableText,
  npi: nullableText,
  as_of: nullableText,
  note: nullableText,
  source,
}) satisfies z.ZodType<Clinician>

/** The fields of a price line; `z.strictObject` makes the line of it. */
export const priceLineFields = {
  service: z.enum(words.SERVICES),
  modality: fields.modality.nullable(),
  setting: fields.setting.nullable(),
  min: fields.cents,
  max: fields.cents,
  currency: z.string(),
  sessions: nullableCount,
  minutes: nullableCount,
  includes: z.array(z.enum(words.INCLUSIONS)),
  payer: z.enum(words.PAYERS).nullable(),
  required: nullableBoolean,
  introductory: z.boolean(),
  estimate: z.boolean(),
  as_of: nullableText,
  note: nullableText,
  source,
}
const priceLine = z.strictObject(priceLineFields) satisfies z.ZodType<PriceLine>

export const recordReply = z.strictObject({
  id: z.string(),
  origin: fields.origin.describe('`sample` marks an invented provider'),
  name: z.string(),
  aliases: fields.texts,
  kind: fields.providerKind,
  status: z.strictObject({
    value: fields.providerStatus,
    since: nullableText,
    successor: nullableText,
    note: nullableText,
    source: nullableText,
  }),
  website: nullableText,
  country: z.string(),
  locations: z.array(location),
  serves: z.array(
    z.strictObject({
      states: fields.texts.nullable(),
      count: nullableCount,
      complete: nullableBoolean,
      note: nullableText,
      source,
    }),
  ),
  clinicians: z.array(clinician),
  offerings: z.array(
    z.strictObject({
      modality: fields.modality,
      setting: fields.setting,
      with_psychotherapy: nullableBoolean,
      current: nullableBoolean,
      note: nullableText,
      source,
    }),
  ),
  prices: z.array(priceLine),
  payment: z.array(
    z.strictObject({
      way: z.enum(words.PAYMENT_WAYS),
      accepted: z.enum(words.ACCEPTANCES),
      note: nullableText,
      source,
    }),
  ),
  conditions: z.array(z.strictObject({ names: z.array(z.enum(words.CONDITIONS)), source })),
  findings: z.array(
    z.strictObject({
      criterion: z.string(),
      level: fields.level,
      strength: fields.strength.nullable(),
      modality: fields.modality.nullable(),
      setting: fields.setting.nullable(),
      state: nullableText,
      basis: z.string(),
      at_least: z.boolean(),
      source,
    }),
  ),
  events: z.array(
    z.strictObject({
      kind: z.enum(words.EVENT_KINDS),
      stage: z.enum(words.EVENT_STAGES),
      date: nullableText,
      subject: z.enum(words.EVENT_SUBJECTS),
      summary: z.string(),
      response: nullableText,
      source,
    }),
  ),
  sources: z.array(sourceReply),
}) satisfies z.ZodType<ProviderRecord>
