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

/** The ids with the one at `at` moved a place to the left. */
export function movedLeft(ids: readonly string[], at: number): string[] {
  const moved = [...ids]
  const [one] = moved.splice(at, 1)
  if (one !== undefined) moved.splice(Math.max(0, at - 1), 0, one)
  return moved
}

function Controls({
  ids,
  at,
  name,
  url,
}: {
  ids: string[]
  at: number
  name: string
  url: string
}) {
  const others = ids.filter((_, position) => position !== at)
  return (
    <p class="compare__controls on-screen">
      {at > 0 && (
        <a href={withProviders(url, movedLeft(ids, at))}>
          ← Move<span class="hidden-text"> {name} to the left</span>
        </a>
      )}
      <a href={withProviders(url, others)}>
        Remove<span class="hidden-text"> {name}</span>
      </a>
    </p>
  )
}

/** The row of names, with the links that reorder and remove. */
export function CompareHead({
  providers,
  url,
}: {
  providers: readonly ComparedProvider[]
  url: string
}) {
  const ids = providers.map(({ id }) => id)
  return (
    <thead {...ROLE.group}>
      <tr {...ROLE.row}>
        <td {...ROLE.cell} class="compare__corner">
          <span class="hidden-text">What is compared</span>
        </td>
        {providers.map((provider, at) => (
          <th
            key={provider.id}
            {...ROLE.name}
            scope="col"
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
            <SaveChoice id={provider.id} name={provider.name} case={null} />
            <Controls ids={ids} at={at} name={provider.name} url={url} />
          </th>
        ))}
      </tr>
    </thead>
  )
}
