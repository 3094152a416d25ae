/**
 * What a page is drawn from. The server fills one of these, renders it, and sends it along so that
 * the browser can take over from the same data.
 */

import type { SharedItem } from './ask.ts'
import type { AskSheet } from './ask-sheet.ts'
import type { IsoDate } from './calendar.ts'
import type { CheckView } from './check-view.ts'
import type { Comparison } from './compare.ts'
import type { SectionView } from './learn.ts'
import type { LawNotice } from './learn-law.ts'
import type { Context, ListItem } from './listing.ts'
import type { ProviderProfile } from './profile.ts'
import type { RecordsFigures } from './records.ts'
import type { StateCount } from './records-states.ts'
import type { Rubric, RubricSource } from './rubric.ts'
import type { Facets, SearchQuery } from './search-query.ts'
import type { StatusCounts } from './status-words.ts'
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
  /** The place of the ZIP code that distances are from; null when none was asked for. */
  near: Near | null
  /** Legal dates near or past that matter for the care that the rows show. */
  law: LawNotice[]
}

export type Near = { zip: string; city: string; state: string }

export type HomeData = {
  page: 'home'
  providers: number
  statuses: StatusCounts
  cases: { id: string; label: string; count: number }[]
  /** Counted from the records as of today; prices and letters of those not known to be closed. */
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

export type ProviderData = {
  page: 'provider'
  profile: ProviderProfile
  /** The kind of care that was asked for, if no source says that this provider gives it. */
  not_given: string | null
  state: string | null
  /** What was checked in public registers; empty if nobody has looked yet. */
  checks: CheckView[]
  /** What could not be understood in the address; the profile is made without those fields. */
  errors: FieldError[]
}

export type CompareData = {
  page: 'compare'
  ids: string[]
  comparison: Comparison | null
  /** Why there is no comparison yet; ids that `chosen` lacks are not on file and not repeated here. */
  errors: FieldError[]
  /** Names of the providers in the address that do exist, also when no comparison can be made. */
  chosen: { id: string; name: string; closed: boolean }[]
}

export type MethodData = { page: 'method'; rubric: Rubric; worked_example: ProviderProfile | null }

export type LearnData = {
  page: 'learn'
  sections: SectionView[]
  /** Every source that a statement names, in the rubric's order. */
  sources: RubricSource[]
  access_key: Record<string, string>
  disclaimer: string
}

/** A chart as SVG markup, drawn for a wide and for a narrow page. */
export type ChartSvg = { wide: string; narrow: string }

/** A state on the map: its outline, and where its number stands if there is room. */
export type MapState = StateCount & { path: string; x: number; y: number; roomy: boolean }

/** Places are in the map's own units; `exact` false is a site known only by its city. */
export type MapData = {
  width: number
  height: number
  states: MapState[]
  sites: { x: number; y: number; sites: number; exact: boolean }[]
}

export type RecordsData = {
  page: 'records'
  figures: RecordsFigures
  charts: { prices: ChartSvg | null; answers: ChartSvg | null; ages: ChartSvg | null }
  map: MapData
}

/** The design system: invented providers that show every part in every state. */
export type StyleData = {
  page: 'style'
  /** What they are judged by. */
  context: Context
  profiles: ProviderProfile[]
  items: ListItem[]
  /** A few rows of two of them. */
  comparison: Comparison
}

/** What stands on it is kept in the browser; the server knows only the frame. */
export type ShortlistData = { page: 'shortlist' }

export type AskData = {
  page: 'ask'
  ids: string[]
  /** The kind of care that the address names, if the rubric knows it. */
  asked: { id: string; label: string } | null
  /** One for each provider named in the address, from public evidence alone. */
  sheets: AskSheet[]
  /** One for all of them; none for a single provider. */
  merged: SharedItem[]
  errors: FieldError[]
}

/** What stands on these is kept in the browser, too. */
export type PlanData = { page: 'plan' }
export type JournalData = { page: 'journal' }
/** What is shown without a network in place of a page that was never kept. */
export type OfflineData = { page: 'offline' }

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
  | LearnData
  | RecordsData
  | StyleData
  | ShortlistData
  | AskData
  | PlanData
  | JournalData
  | OfflineData
  | ProblemData

export type PageData = {
  /** Path with query string, as the visitor sees it. */
  url: string
  today: IsoDate
  origin: Origin
  rubric_version: string
  catalog_version: number
  /** Legal entries within 60 days of their date or past it. */
  law: LawNotice[]
  content: PageContent
}
