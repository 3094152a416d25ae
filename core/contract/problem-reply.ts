/** A refusal as it is sent, `application/problem+json` (RFC 9457). */

import { z } from 'zod'

export const problemReply = z.strictObject({
  type: z.string().describe('The address of a page about this kind of problem'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().describe('Names this one case, for a report'),
  errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).exactOptional(),
})
