/** Zod at the door: what a schema refuses becomes a refusal that names the fields. */

import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { z } from 'zod'
import { fieldErrorsOf } from './field-errors.ts'
import { invalidRequest } from './problems.ts'

type Compilers = NonNullable<
  NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
>

const compileValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const result = schema.safeParse(data)
    if (result.success) return { value: result.data }
    return { error: invalidRequest(fieldErrorsOf(result.error)) }
  }

/**
 * Checks what comes in. What goes out is typed by the compiler and held to its schema by tests, so
 * it is written as it is: checking every reply again would take longer than making it. Given at the
 * start, so that Fastify does not load its own compilers, whose types it still asks for.
 */
export const SCHEMA_COMPILERS = {
  buildValidator: () => compileValidator,
  buildSerializer: () => () => (data: unknown) => JSON.stringify(data),
} as unknown as Compilers
