import type { ListData, ProvidersData } from '#core/page-data.ts'
import { defaultSort, SORTS } from '#core/search-query.ts'
import { SORT_WORDS } from '#core/search-words.ts'
import { stateName } from '#core/state-names.ts'
import { COMPARE_FORM } from '../parts/compare-choice.tsx'
import { FieldErrors } from '../parts/field-errors.tsx'
import { FILTER_FORM, FilterForm } from '../parts/filter-form.tsx'
import { Notice } from '../parts/notice.tsx'
import { Paging, pageHref, pagesOf } from '../parts/paging.tsx'
import { ProviderRows, rowState } from '../parts/provider-rows.tsx'
import { ScoreKey } from '../parts/score-bar.tsx'
import type { ActiveFilter } from '../state/active-filters.ts'
import { activeFilters } from '../state/active-filters.ts'
import type { ListView } from '../state/list-view.ts'
import { hrefOf, withValue } from '../state/query-string.ts'

const counted = (total: number) => `${total} ${total === 1 ? 'provider' : 'providers'}`

/** The sort that stands where none is chosen; a ZIP code that nobody has is no place. */
const sortWithout = ({ near }: ListData) => defaultSort(near !== null)

function Sorting({ query, result }: { query: URLSearchParams; result: ListData }) {
  const unsaid = sortWithout(result)
  const chosen = query.get('sort') ?? unsaid
  const sorts = SORTS.filter((sort) => sort !== 'distance' || query.has('zip'))
  return (
    <label class="sorting on-screen">
      Sort by
      <select name="sort" form={FILTER_FORM}>
        {sorts.map((sort) => (
          <option key={sort} value={sort === unsaid ? '' : sort} selected={sort === chosen}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </select>
    </label>
  )
}

function Chips({ filters }: { filters: readonly ActiveFilter[] }) {
  if (filters.length === 0) return null
  return (
    <ul class="chips on-screen" aria-label="Filters in use">
      {filters.map(({ label, href }) => (
        <li key={href}>
          <a class="chip" href={href} data-live>
            {label} <span aria-hidden="true">×</span>
            <span class="hidden-text">remove this filter</span>
          </a>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <a class="chip" href="/providers" data-live>
            Clear all
          </a>
        </li>
      )}
    </ul>
  )
}

function Trouble({ view }: { view: ListView }) {
  if (view.phase === 'failed') {
    return (
      <Notice tone="warn" title="The list could not be updated.">
        <p>
          You may be offline. The list below is the last one we got.{' '}
          <a href={hrefOf('/providers', view.query)}>Try again</a>
        </p>
      </Notice>
    )
  }
  return <FieldErrors title="A part of your search could not be read." errors={view.errors} />
}

function Nothing({ view, filters }: { view: ListView; filters: readonly ActiveFilter[] }) {
  const { query, result } = view
  if (result.total > 0) {
    const last = pagesOf(result)
    return (
      <Notice title={`This list has no page ${result.page}.`}>
        <p>
          <a href={pageHref(query, last)}>
            {last === 1 ? 'See its only page' : `Go to its last page, ${last}`}
          </a>
        </p>
      </Notice>
    )
  }
  return (
    <Notice title="No provider in this directory matches all of that.">
      {filters.length > 0 && <p>Take one filter away to see more:</p>}
      <ul class="chips">
        {filters.map(({ label, href }) => (
          <li key={href}>
            <a class="chip" href={href} data-live>
              {label} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function UnknownReach({ query, result }: { query: URLSearchParams; result: ListData }) {
  const state = query.get('state')
  if (state === null || state === 'unknown' || result.unknown_reach === 0) return null
  return (
    <p class="quiet">
      {result.unknown_reach} more {result.unknown_reach === 1 ? 'matches' : 'match'} everything
      else, but no source says which states they serve.{' '}
      <a href={hrefOf('/providers', withValue(query, 'state', 'unknown'))}>
        Show those, and ask if they serve {stateName(state)}
      </a>
    </p>
  )
}

/** In short, so that the rows stay in sight on a phone; the rest is one press away. */
function LawNear({ law }: { law: ListData['law'] }) {
  return (
    <>
      {law.map(({ id, past, title }) => (
        <Notice key={id} tone={past ? 'stop' : 'warn'} title={title}>
          <p>
            It matters for care in this list. <a href="/learn#law">What it means for you</a>
          </p>
        </Notice>
      ))}
    </>
  )
}

/** A ZIP code alone filters nothing: what it may stand for is one press away. */
function Near({ query, result }: { query: URLSearchParams; result: ListData }) {
  const { near } = result
  if (near === null) return null
  const byDistance = (query.get('sort') ?? sortWithout(result)) === 'distance'
  if (byDistance && query.has('state')) return null
  return (
    <p class="quiet on-screen">
      {query.has('state') || query.has('within_miles')
        ? `Distances are from ${near.city}, ${near.state}.`
        : `This list is from everywhere, with the distance from ${near.city}, ${near.state}.`}{' '}
      {byDistance ? null : (
        <a href={hrefOf('/providers', withValue(query, 'sort', null))} data-live>
          Put the nearest first
        </a>
      )}
      {byDistance || query.has('state') ? null : ', or '}
      {query.has('state') ? null : (
        <a href={hrefOf('/providers', withValue(query, 'state', near.state))} data-live>
          {byDistance ? 'Show' : 'show'} only those who treat people in {stateName(near.state)}
        </a>
      )}
    </p>
  )
}

function Results({ view, filters }: { view: ListView; filters: readonly ActiveFilter[] }) {
  const { query, result } = view
  return (
    <section class="results" aria-labelledby="results" aria-busy={view.phase === 'loading'}>
      <div class="results__head">
        <h2 id="results" tabIndex={-1}>
          {counted(result.total)}
        </h2>
        <Sorting query={query} result={result} />
      </div>
      <Trouble view={view} />
      <Chips filters={filters} />
      <Near query={query} result={result} />
      <UnknownReach query={query} result={result} />
      <LawNear law={result.law} />
      {result.items.length > 0 ? <ScoreKey /> : <Nothing view={view} filters={filters} />}
      <ProviderRows items={result.items} state={rowState(query)} />
      <form id={COMPARE_FORM} class="unscripted" action="/compare" method="get">
        <button type="submit" class="button">
          Compare the ticked providers (2 to 4)
        </button>{' '}
        <button type="submit" class="button" formAction="/ask">
          What to ask the ticked providers
        </button>
      </form>
      <Paging query={query} page={result.page} per_page={result.per_page} total={result.total} />
    </section>
  )
}

/** The directory: filters beside the list, and the list. */
export function ProvidersPage({ data, view }: { data: ProvidersData; view: ListView }) {
  const filters = activeFilters(view.query, data.criteria)
  const busy = filters.length > 0 ? ` (${filters.length} in use)` : ''
  return (
    <>
      <h1>Providers</h1>
      <p class="lead quiet">
        Ordered by what the evidence confirms, or by distance from your ZIP code, never by who pays.
        Tick two to four to compare them.
      </p>
      <a class="skip-on" href="#results">
        Skip to the results
      </a>
      <div class="listing">
        <details class="filters on-screen">
          <summary>Filters{busy}</summary>
          <FilterForm query={view.query} result={view.result} criteria={data.criteria} />
        </details>
        <Results view={view} filters={filters} />
      </div>
    </>
  )
}
