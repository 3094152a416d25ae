/** From what a schema refuses to the fields at fault, named as in the address. */

import type { z } from 'zod'
import type { FieldError } from '#core/page-data.ts'
import { NOT_A_PARAMETER } from '#core/words.ts'

/** One error for each field and fault; a field that does not exist is named itself. */
export function fieldErrorsOf(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: key,
        detail: NOT_A_PARAMETER,
      }))
    }
    return [{ field: String(issue.path[0] ?? ''), detail: issue.message }]
  })
}

/** Fields that make sense only with one at fault and are dropped with it, though not named. */
function droppedAlong(error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => {
    const drop: unknown = issue.code === 'custom' ? issue.params?.drop : null
    return Array.isArray(drop) ? drop.map(String) : []
  })
}

export type LenientReading<Params> = { params: Params; errors: FieldError[] }

/**
 * Reads what can be read: fields at fault are listed and left out, with those that need them. For pages, which show the errors
 * above what is left. Without its bad fields the rest must fit the schema, whose fields are
 * all optional; `RangeError` otherwise.
 */
export function readLeniently<Params>(
  schema: z.ZodType<Params>,
  given: Readonly<Record<string, unknown>>,
): LenientReading<Params> {
  const left = { ...given }
  const errors: FieldError[] = []
  for (;;) {
    const result = schema.safeParse(left)
    if (result.success) return { params: result.data, errors }
    const found = fieldErrorsOf(result.error)
    const bad = found.filter(({ field }) => field in left)
    if (bad.length === 0) throw new RangeError('a schema for lenient reading needs optional fields')
    for (const field of [...bad.map((one) => one.field), ...droppedAlong(result.error)]) {
      delete left[field]
    }
    errors.push(...found)
  }
}
