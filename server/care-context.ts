/** From parameters in an address to what core's functions ask for. */

import type { CarePlan } from '#core/care-plan.ts'
import type { ProfileParams } from '#core/contract/comparison-params.ts'
import type { SearchParams } from '#core/contract/search-params.ts'
import type { Context } from '#core/listing.ts'
import { toCents } from '#core/money.ts'
import type { FieldError, Near } from '#core/page-data.ts'
import type { Origin, SearchQuery } from '#core/search-query.ts'
import { defaultSort, naturalOrder, VERDICT_FILTERS } from '#core/search-query.ts'
import type { ZipPlace } from '#db/places.ts'
import type { Snapshot } from './snapshot.ts'

/** The care plan that the parameters describe. */
export function carePlanOf(params: ProfileParams): CarePlan {
  return {
    first_course_sessions: params.sessions,
    maintenance_per_month: params.maintenance,
  }
}

/** What an assessment depends on, for a patient's situation on the snapshot's day. */
export function contextOf({ prepared, day }: Snapshot, params: ProfileParams): Context {
  return { prepared, today: day, state: params.state ?? null, plan: carePlanOf(params) }
}

const unique = <Word>(list: readonly Word[]): Word[] => [...new Set(list)]
const dollars = (amount: number | undefined) =>
  amount === undefined ? null : toCents(amount * 100)

function verdictsOf(params: SearchParams): SearchQuery['verdicts'] {
  const entries = VERDICT_FILTERS.map((name) => [name, unique(params[name])])
  return Object.fromEntries(entries) as SearchQuery['verdicts']
}

function queryOf(params: SearchParams, from: Origin | null): SearchQuery {
  const sort = params.sort ?? defaultSort(from !== null)
  return {
    q: params.q ?? null,
    modality: unique(params.modality),
    setting: unique(params.setting),
    price_basis: params.price_basis,
    price_min: dollars(params.price_min),
    price_max: dollars(params.price_max),
    price: unique(params.price),
    state: unique(params.state),
    from,
    within_miles: params.within_miles ?? null,
    payment: unique(params.payment),
    condition: unique(params.condition),
    kind: unique(params.kind),
    status: unique(params.status),
    verdicts: verdictsOf(params),
    min_confirmed: params.min_confirmed ?? null,
    min_coverage: params.min_coverage ?? null,
    sort,
    order: params.order ?? naturalOrder(sort),
    page: params.page,
    per_page: params.per_page,
  }
}

function criterionErrors(params: SearchParams, snapshot: Snapshot): FieldError[] {
  return VERDICT_FILTERS.flatMap((field) =>
    params[field]
      .filter((id) => !snapshot.prepared.criterionById.has(id))
      .map((id) => ({ field, detail: `names ${id}, which is not a criterion of the rubric.` })),
  )
}

export type SearchRequest = {
  query: SearchQuery
  zip: string | null
  near: Near | null
  errors: FieldError[]
}
type FindPlace = (zip: string) => Promise<ZipPlace | null>

function placed({ zip, city, state, latitude, longitude }: ZipPlace): {
  near: Near
  origin: Origin
} {
  return { near: { zip, city, state }, origin: { latitude, longitude } }
}

/**
 * The query that the parameters ask for. What only the rubric and the ZIP table can tell is checked
 * here; fields at fault are left out of the query and listed.
 */
export async function searchRequest(
  params: SearchParams,
  snapshot: Snapshot,
  findPlace: FindPlace,
): Promise<SearchRequest> {
  const errors = criterionErrors(params, snapshot)
  const usable = { ...params }
  for (const { field } of errors) usable[field as (typeof VERDICT_FILTERS)[number]] = []
  const from = params.zip === undefined ? null : await findPlace(params.zip)
  if (params.zip !== undefined && from === null) {
    errors.push({ field: 'zip', detail: `is ${params.zip}, which is not a known ZIP code.` })
    delete usable.within_miles
    if (usable.sort === 'distance') {
      delete usable.sort
      delete usable.order
    }
  }
  const { near = null, origin = null } = from === null ? {} : placed(from)
  return { query: queryOf(usable, origin), zip: params.zip ?? null, near, errors }
}
