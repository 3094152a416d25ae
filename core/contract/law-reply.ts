/** A legal date that is near or past, as it is sent with whatever it matters for. */

import { z } from 'zod'
import type { LawNotice } from '../learn-law.ts'
import * as fields from './reply-fields.ts'
import { rubricSource } from './rubric.ts'

export const lawReply = z.strictObject({
  id: z.string(),
  topic: z.string(),
  date: fields.isoDay,
  past: z.boolean(),
  settings: z.array(fields.setting),
  title: z.string(),
  sentences: fields.texts,
  review_by: fields.isoDay,
  sources: z.array(rubricSource),
}) satisfies z.ZodType<LawNotice>
