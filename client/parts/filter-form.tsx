import type { CriterionLabel, ListData } from '#core/page-data.ts'
import { VERDICT_FILTERS } from '#core/search-query.ts'
import {
  CONDITION_WORDS,
  KIND_WORDS,
  MODALITY_WORDS,
  PAYMENT_WORDS,
  SETTING_WORDS,
  STATUS_WORDS,
} from '#core/words.ts'
import { OptionGroup } from './option-group.tsx'
import { PlaceFields } from './place-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { ASKED_FIRST, VerdictFields } from './verdict-fields.tsx'

/** The form that the sort order belongs to, though it stands above the list. */
export const FILTER_FORM = 'filters'

/** Verdict filters in the address that the form has no box for; they must survive a submit. */
function CarriedFields({ query }: { query: URLSearchParams }) {
  const carried = VERDICT_FILTERS.flatMap((name) =>
    query.getAll(name).map((value) => ({ name, value })),
  ).filter(
    ({ name, value }) => !((name === 'met' || name === 'partly') && ASKED_FIRST.includes(value)),
  )
  return (
    <>
      {carried.map(({ name, value }) => (
        <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function LeastField({
  name,
  label,
  query,
}: {
  name: string
  label: string
  query: URLSearchParams
}) {
  return (
    <label class="field">
      {label}
      <input name={name} inputMode="numeric" autocomplete="off" value={query.get(name) ?? ''} />
    </label>
  )
}

function MoreFields({ result: { facets }, query }: { result: ListData; query: URLSearchParams }) {
  const asked = ['condition', 'kind', 'status', 'min_confirmed', 'min_coverage']
  return (
    <details class="more" open={asked.some((name) => query.has(name))}>
      <summary>More filters</summary>
      <OptionGroup
        name="condition"
        legend="Conditions it treats"
        options={facets.condition}
        words={CONDITION_WORDS}
        query={query}
      />
      <OptionGroup
        name="kind"
        legend="Kind of provider"
        options={facets.kind}
        words={KIND_WORDS}
        query={query}
      />
      <OptionGroup
        name="status"
        legend="Status"
        options={facets.status}
        words={STATUS_WORDS}
        query={query}
      />
      <fieldset class="group">
        <legend>At least</legend>
        <div class="group__pair">
          <LeastField name="min_confirmed" label="Points confirmed" query={query} />
          <LeastField name="min_coverage" label="Percent known" query={query} />
        </div>
      </fieldset>
    </details>
  )
}

/** All filters as a plain GET form: any in a group, all groups together. */
export function FilterForm({
  query,
  result,
  criteria,
}: {
  query: URLSearchParams
  result: ListData
  criteria: readonly CriterionLabel[]
}) {
  const { facets } = result
  return (
    <form id={FILTER_FORM} class="filters__form" action="/providers" method="get">
      <label class="field">
        Name or city
        <input type="search" name="q" autocomplete="off" value={query.get('q') ?? ''} />
      </label>
      <PlaceFields query={query} states={facets.state} />
      <OptionGroup
        name="modality"
        legend="Treatment"
        options={facets.modality}
        words={MODALITY_WORDS}
        query={query}
      />
      <OptionGroup
        name="setting"
        legend="Where it is given"
        options={facets.setting}
        words={SETTING_WORDS}
        query={query}
      />
      <PriceFields query={query} price={facets.price} />
      <OptionGroup
        name="payment"
        legend="Ways to pay, in full or in part"
        options={facets.payment}
        words={PAYMENT_WORDS}
        query={query}
      />
      <VerdictFields criteria={criteria} facets={facets.verdict} query={query} />
      <MoreFields result={result} query={query} />
      <CarriedFields query={query} />
      <p class="filters__apply">
        <button type="submit" class="button button--main">
          Show {result.total} {result.total === 1 ? 'provider' : 'providers'}
        </button>
      </p>
    </form>
  )
}
