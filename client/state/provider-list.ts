/**
 * The list that updates in place: one request at a time, the old list kept until a new one is here,
 * and kept for good when the network fails.
 */

import { signal } from '@preact/signals'
import type { FieldError, ListData } from '#core/page-data.ts'
import type { ListView } from './list-view.ts'
import { hrefOf } from './query-string.ts'

type Fetch = (address: string, options: { signal: AbortSignal }) => Promise<Response>

/** "34 providers" for the live region. */
function announce(total: number): string {
  return total === 1 ? '1 provider found.' : `${total} providers found.`
}

/** A live list from its first view; `fetchList` is the browser's `fetch`. */
export function createProviderList(first: ListView, fetchList: Fetch) {
  const view = signal(first)
  const said = signal('')
  let underway: AbortController | null = null

  async function load(query: URLSearchParams): Promise<void> {
    underway?.abort()
    const request = new AbortController()
    underway = request
    view.value = { ...view.value, query, phase: 'loading' }
    try {
      const response = await fetchList(hrefOf('/api/providers', query), { signal: request.signal })
      const body: unknown = await response.json()
      if (request.signal.aborted) return
      if (response.ok) {
        const result = { ...view.value.result, ...(body as ListData) }
        view.value = { query, result, errors: [], phase: 'ready' }
        said.value = announce(result.total)
      } else if (response.status < 500) {
        view.value = { ...view.value, errors: refusalsOf(body), phase: 'ready' }
        said.value = 'A part of your search could not be read. The list is unchanged.'
      } else throw new Error(`status ${response.status}`)
    } catch {
      if (request.signal.aborted) return
      view.value = { ...view.value, phase: 'failed' }
      said.value = 'The list could not be updated. The list below is the last one we got.'
    }
  }

  return { view, said, load }
}

/** The refused fields of a problem document. */
function refusalsOf(body: unknown): FieldError[] {
  const problem = body as { detail?: string; errors?: { parameter: string; detail: string }[] }
  const refusals = (problem.errors ?? []).map(({ parameter, detail }) => ({
    field: parameter,
    detail,
  }))
  if (refusals.length > 0) return refusals
  return [{ field: 'search', detail: problem.detail ?? 'could not be read.' }]
}

export type ProviderList = ReturnType<typeof createProviderList>
