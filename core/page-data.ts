/**
 * What a page is drawn from. The server fills one of these, renders it, and sends it along so that
 * the browser can take over from the same data.
 */

import type { IsoDate } from './calendar.ts'
import type { Comparison } from './compare.ts'
import type { ListItem } from './listing.ts'
import type { ProviderProfile } from './profile.ts'
import type { Rubric } from './rubric.ts'
import type { Facets, SearchQuery } from './search-query.ts'
import type { Origin } from './vocabulary.ts'

export type FieldError = { field: string; detail: string }

/** A criterion as filters name it. */
export type CriterionLabel = { id: string; short_label: string; box: string; is_gate: boolean }

export type ListData = {
  items: ListItem[]
  total: number
  page: number
  per_page: number
  facets: Facets
  unknown_reach: number
}

export type HomeData = {
  page: 'home'
  providers: number
  cases: { id: string; label: string; count: number }[]
  /** Figures that the home page quotes, all counted from the records as of today. */
  counts: { with_price: number; with_letter: number; findings: number; sources: number }
}

export type ProvidersData = {
  page: 'providers'
  /** The query as understood; defaults where a field was refused. `zip` as typed. */
  query: SearchQuery
  zip: string | null
  result: ListData
  criteria: CriterionLabel[]
  boxes: { id: string; name: string }[]
  cases: { id: string; label: string }[]
  /** What could not be understood in the address; those fields are left out of the query. */
  errors: FieldError[]
}

export type ProviderData = { page: 'provider'; profile: ProviderProfile; state: string | null }

export type CompareData = {
  page: 'compare'
  ids: string[]
  comparison: Comparison | null
  /** Why there is no comparison yet, with the field at fault. */
  errors: FieldError[]
  /** Names of the providers in the address that do exist, also when no comparison can be made. */
  chosen: { id: string; name: string; closed: boolean }[]
}

export type MethodData = { page: 'method'; rubric: Rubric; worked_example: ProviderProfile | null }

export type ProblemData = {
  page: 'problem'
  type: string
  title: string
  status: number
  detail: string
  errors: FieldError[]
}

export type PageContent =
  | HomeData
  | ProvidersData
  | ProviderData
  | CompareData
  | MethodData
  | ProblemData

export type PageData = {
  /** Path with query string, as the visitor sees it. */
  url: string
  today: IsoDate
  origin: Origin
  rubric_version: string
  catalog_version: number
  /** Red notice data: legal entries within 60 days of their date or past it. */
  content: PageContent
}
