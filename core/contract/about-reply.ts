/** The rubric and the server's health, as they are sent. */

import { z } from 'zod'
import * as fields from './reply-fields.ts'

/** For addresses that take no parameters. */
export const noParams = z.strictObject({})

export const healthReply = z.strictObject({
  status: z.literal('ok'),
  catalog_version: fields.count,
  providers: fields.count,
  today: fields.isoDay,
  rubric_version: z.string(),
  origin: fields.origin,
})

const named = z.looseObject({ id: z.string(), name: z.string() })

/** What a reader of the rubric most needs; the rest is as in the published file. */
export const rubricReply = z.looseObject({
  version: z.string(),
  title: z.string(),
  written: fields.isoDay,
  disclaimer: z.string(),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      modality: fields.modality,
      setting: fields.setting,
      label: z.string(),
    }),
  ),
  headline_boxes: z.array(named),
  pillars: z.array(named.extend({ weight: z.number().min(0) })),
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      pillar: z.string(),
      question: z.string(),
      short_label: z.string(),
      why: z.string(),
      weight: z.number().positive(),
      ask: z.string(),
    }),
  ),
})
