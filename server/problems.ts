/**
 * The one list of what the server refuses and why (RFC 9457). Each entry has its page at
 * /problems/<slug>; docs/api.md lists the same, and a test holds the two together.
 */

import type { FieldError } from '#core/page-data.ts'

export const PROBLEMS = {
  'invalid-request': {
    title: 'The request has a mistake in it',
    status: 400,
    next: 'Look at the fields named below, correct them, and try again.',
  },
  'malformed-json': {
    title: 'The body is not JSON',
    status: 400,
    next: 'Send a body that is valid JSON, in UTF-8, with the content type application/json.',
  },
  'not-found': {
    title: 'There is no page at this address',
    status: 404,
    next: 'Check the address, or start from the list of providers.',
  },
  'provider-not-found': {
    title: 'No provider has this id',
    status: 404,
    next: 'The record may have been renamed or removed. Search for the provider by name.',
  },
  'method-not-allowed': {
    title: 'This address cannot be used that way',
    status: 405,
    next: 'Use one of the methods that the Allow header names.',
  },
  'payload-too-large': {
    title: 'The body is too large',
    status: 413,
    next: 'Send less at a time; a body may be at most 64 kB.',
  },
  'unsupported-media-type': {
    title: 'This kind of body cannot be read',
    status: 415,
    next: 'Send JSON, with the content type application/json.',
  },
  'cannot-compare': {
    title: 'These providers cannot be compared',
    status: 422,
    next: 'Choose 2 to 4 providers that are in the directory and are not closed.',
  },
  'internal-error': {
    title: 'Something went wrong on our side',
    status: 500,
    next: 'Try again in a moment. If it happens again, report the number under "instance".',
  },
} as const satisfies Record<string, { title: string; status: number; next: string }>

export type ProblemSlug = keyof typeof PROBLEMS

/** A refusal to be thrown; one plugin turns it into the response. */
export class Problem extends Error {
  readonly slug: ProblemSlug
  readonly detail: string
  readonly errors: FieldError[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    slug: ProblemSlug,
    detail: string,
    errors: FieldError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.name = 'Problem'
    this.slug = slug
    this.detail = detail
    this.errors = errors
    this.headers = headers
  }
}

/** A problem whose detail is the sum of its fields' faults. */
export function invalidRequest(errors: FieldError[]): Problem {
  return new Problem('invalid-request', faultsInWords(errors), errors)
}

/** "zip: must be five digits." for each field at fault, in one line. */
export function faultsInWords(errors: readonly FieldError[]): string {
  return errors.map(({ field, detail }) => `${field}: ${detail}`).join(' ')
}

/** The body of a refusal as `application/problem+json`. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  errors?: { parameter: string; detail: string }[]
}

/** The problem as JSON. `requestId` is a UUID. */
export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { title, status } = PROBLEMS[problem.slug]
  const body: ProblemBody = {
    type: `/problems/${problem.slug}`,
    title,
    status,
    detail: problem.detail,
    instance: `urn:uuid:${requestId}`,
  }
  if (problem.errors.length > 0) {
    body.errors = problem.errors.map(({ field, detail }) => ({ parameter: field, detail }))
  }
  return body
}
