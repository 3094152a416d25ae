import type { FacetOption } from '#core/search-query.ts'
import { optionWords } from '#core/words.ts'

/** One group of check boxes with the number of providers behind each, "Not known" included. */
export function OptionGroup({
  name,
  legend,
  options,
  words,
  query,
}: {
  name: string
  legend: string
  options: readonly FacetOption[]
  words: Record<string, string>
  query: URLSearchParams
}) {
  const chosen = query.getAll(name)
  return (
    <fieldset class="group">
      <legend>{legend}</legend>
      {options.map(({ value, count }) => (
        <label key={value} class={count === 0 ? 'option option--none' : 'option'}>
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
          <span class="option__name">{optionWords(words, value)}</span>
          <span class="option__count">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}
