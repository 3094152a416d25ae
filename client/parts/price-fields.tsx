import type { Facets, PriceBasis } from '#core/search-query.ts'
import { PRICE_BASES } from '#core/search-query.ts'
import { PRICE_BASIS_WORDS } from '#core/search-words.ts'

/** A price range on one basis; who publishes no such price can be let in. */
export function PriceFields({ query, price }: { query: URLSearchParams; price: Facets['price'] }) {
  const basis = (query.get('price_basis') ?? 'session') as PriceBasis
  return (
    <fieldset class="group">
      <legend>Price</legend>
      <div class="group__pair">
        {PRICE_BASES.map((one) => (
          <label key={one} class="option">
            <input type="radio" name="price_basis" value={one} checked={basis === one} />
            <span class="option__name">{PRICE_BASIS_WORDS[one]}</span>
          </label>
        ))}
      </div>
      <div class="group__pair">
        <label class="field">
          From $
          <input
            name="price_min"
            inputMode="numeric"
            autocomplete="off"
            value={query.get('price_min') ?? ''}
          />
        </label>
        <label class="field">
          Up to $
          <input
            name="price_max"
            inputMode="numeric"
            autocomplete="off"
            value={query.get('price_max') ?? ''}
          />
        </label>
      </div>
      <label class="option">
        <input
          type="checkbox"
          name="price"
          value="unknown"
          checked={query.getAll('price').includes('unknown')}
        />
        <span class="option__name">With a limit, also show price not known in dollars</span>
        <span class="option__count">{price.unknown}</span>
      </label>
    </fieldset>
  )
}
