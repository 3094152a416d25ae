/** Zod at the door: what a schema refuses becomes a refusal that names the fields. */

import fastifyPlugin from 'fastify-plugin'
import type { z } from 'zod'
import { fieldErrorsOf } from '../field-errors.ts'
import { invalidRequest } from '../problems.ts'

/**
 * Checks what comes in. What goes out is typed by the compiler and held to its schema by tests, so
 * it is written as it is: checking every reply again would take longer than making it.
 */
export const schemas = fastifyPlugin(
  async (app) => {
    app.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
      const result = schema.safeParse(data)
      if (result.success) return { value: result.data }
      return { error: invalidRequest(fieldErrorsOf(result.error)) }
    })
    app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  },
  { name: 'schemas' },
)
