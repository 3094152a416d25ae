import type { FieldError, ListData, ProvidersData } from '#core/page-data.ts'
import { queryOf } from './query-string.ts'

/** What the list page shows: the query in force, the last result, and how the update went. */
export type ListView = {
  query: URLSearchParams
  result: ListData
  errors: readonly FieldError[]
  phase: 'ready' | 'loading' | 'failed'
}

/** The view of a page as the server sent it. */
export function viewOf(data: ProvidersData, url: string): ListView {
  return { query: queryOf(url), result: data.result, errors: data.errors, phase: 'ready' }
}
