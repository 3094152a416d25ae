import type { ComparedProvider } from '#core/compare.ts'
import { KIND_WORDS } from '#core/words.ts'
import { hrefOf, queryOf } from '../state/query-string.ts'
import { placesInWords } from './place-words.ts'
import { SaveChoice } from './save-choice.tsx'
import { ROLE } from './table-roles.ts'

/** The address of the page with these providers in this order, all else kept. */
export function withProviders(url: string, ids: readonly string[]): string {
  const rest = [...queryOf(url)].filter(([name]) => name !== 'ids')
  return hrefOf('/compare', new URLSearchParams([...ids.map((id) => ['ids', id]), ...rest]))
}

/** The ids with the one at `at` moved a place to the left (-1) or to the right (1). */
export function moved(ids: readonly string[], at: number, by: -1 | 1): string[] {
  const result = [...ids]
  const [one] = result.splice(at, 1)
  if (one !== undefined) result.splice(Math.max(0, at + by), 0, one)
  return result
}

type Swap = ((id: string) => void) | null

/** Links that work without a script; `data-live` lets the page change in place where one runs. */
function Controls({
  ids,
  at,
  name,
  url,
  onSwap,
}: {
  ids: string[]
  at: number
  name: string
  url: string
  onSwap: Swap
}) {
  const id = ids[at] ?? ''
  const others = ids.filter((_, position) => position !== at)
  return (
    <span class="compare__controls">
      <span data-save={id} data-name={name}>
        <SaveChoice id={id} name={name} case={null} />
      </span>
      {at > 0 && (
        <a href={withProviders(url, moved(ids, at, -1))} data-live data-move="left">
          <span aria-hidden="true">←</span>
          <span class="hidden-text">Move {name} to the left</span>
        </a>
      )}
      {at < ids.length - 1 && (
        <a href={withProviders(url, moved(ids, at, 1))} data-live data-move="right">
          <span aria-hidden="true">→</span>
          <span class="hidden-text">Move {name} to the right</span>
        </a>
      )}
      {onSwap && (
        <button type="button" class="link-button" onClick={() => onSwap(id)}>
          Swap<span class="hidden-text"> {name} for another</span>
        </button>
      )}
      <a href={withProviders(url, others)} data-live>
        Remove<span class="hidden-text"> {name}</span>
      </a>
    </span>
  )
}

/** The row of names, which stays in view, and under it the links that reorder and remove. */
export function CompareHead({
  providers,
  url,
  onSwap,
}: {
  providers: readonly ComparedProvider[]
  url: string
  onSwap: Swap
}) {
  const ids = providers.map(({ id }) => id)
  return (
    <thead {...ROLE.group}>
      <tr {...ROLE.row} class="compare__names">
        <td {...ROLE.cell} class="compare__corner">
          <span class="hidden-text">What is compared</span>
        </td>
        {providers.map((provider) => (
          <th
            key={provider.id}
            {...ROLE.name}
            scope="col"
            data-column={provider.id}
            data-compared={provider.id}
            data-name={provider.name}
          >
            <a class="compare__name" href={`/providers/${provider.id}`}>
              {provider.name}
            </a>
            <span class="compare__place">
              {provider.places.length > 0
                ? placesInWords(provider.places, 1)
                : KIND_WORDS[provider.kind]}
            </span>
            {provider.origin === 'sample' && <span class="tag tag--quiet">Invented</span>}
          </th>
        ))}
      </tr>
      <tr {...ROLE.row} class="compare__tools on-screen">
        <th {...ROLE.label} scope="row" class="compare__corner">
          <span class="hidden-text">Change what is compared</span>
        </th>
        {providers.map(({ id, name }, at) => (
          <td key={id} {...ROLE.cell} data-column={id}>
            <Controls ids={ids} at={at} name={name} url={url} onSwap={onSwap} />
          </td>
        ))}
      </tr>
    </thead>
  )
}
