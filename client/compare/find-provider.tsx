import { signal } from '@preact/signals'
import type { ListItem } from '#core/listing.ts'
import { KIND_WORDS } from '#core/words.ts'
import { placesInWords } from '../parts/place-words.ts'
import { findByName } from './load-data.ts'

/** How long typing must rest before the search follows, in milliseconds. */
const TYPING_REST = 250

type Search = {
  words: string
  phase: 'idle' | 'loading' | 'ready' | 'failed'
  items: ListItem[]
  total: number
}

const NOTHING: Search = { words: '', phase: 'idle', items: [], total: 0 }
const search = signal<Search>(NOTHING)
let underway: AbortController | null = null
let rest: ReturnType<typeof setTimeout> | undefined

async function look(words: string): Promise<void> {
  underway?.abort()
  const request = new AbortController()
  underway = request
  search.value = { ...search.value, words, phase: 'loading' }
  try {
    const { items, total } = await findByName(words, request.signal)
    if (!request.signal.aborted) search.value = { words, phase: 'ready', items, total }
  } catch {
    if (!request.signal.aborted) search.value = { ...NOTHING, words, phase: 'failed' }
  }
}

function type(words: string): void {
  clearTimeout(rest)
  if (words.trim().length > 1) {
    rest = setTimeout(() => void look(words.trim()), TYPING_REST)
    return
  }
  underway?.abort()
  search.value = { ...NOTHING, words }
}

function countInWords({ phase, words, total, items }: Search): string {
  if (phase === 'failed') return 'The search did not work. Check your connection, then type again.'
  if (phase !== 'ready') return ''
  if (total === 0) return `No provider is found for “${words}”.`
  const more =
    total > items.length ? ` The first ${items.length} are shown; type more to narrow.` : ''
  return `${total} found.${more}`
}

function Found({
  item,
  taken,
  verb,
  onPick,
}: {
  item: ListItem
  taken: boolean
  verb: string
  onPick: (id: string) => void
}) {
  const place = item.places.length > 0 ? placesInWords(item.places, 1) : KIND_WORDS[item.kind]
  const closed = item.status === 'closed'
  return (
    <li class="find__item">
      <span>
        {item.name} <span class="small quiet">{place}</span>
      </span>
      {taken || closed ? (
        <span class="small quiet">{taken ? 'Compared already' : 'Closed'}</span>
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            search.value = NOTHING
            onPick(item.id)
          }}
        >
          {verb}
          <span class="hidden-text"> {item.name}</span>
        </button>
      )}
    </li>
  )
}

/** Up and down go from the box into the list of what is found, and along it. */
function onArrow(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .find__list button')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = at < 0 ? undefined : stops[at + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** A box that finds a provider by name and hands on the one that is picked. */
export function FindProvider({
  label,
  verb,
  taken,
  onPick,
  onCancel,
}: {
  label: string
  verb: string
  taken: readonly string[]
  onPick: (id: string) => void
  /** Set while a swap can be called off. */
  onCancel: (() => void) | null
}) {
  const { items, words } = search.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach the controls inside
    <div class="find stack on-screen" onKeyDown={onArrow}>
      <div class="find__line">
        <label class="field">
          {label}
          <input
            id="find-provider"
            type="search"
            autoComplete="off"
            value={words}
            onInput={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onCancel?.()
            }}
          />
        </label>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            Keep it
          </button>
        )}
      </div>
      <p class="small" role="status">
        {countInWords(search.value)}
      </p>
      {items.length > 0 && (
        <ul class="find__list">
          {items.map((item) => (
            <Found
              key={item.id}
              item={item}
              taken={taken.includes(item.id)}
              verb={verb}
              onPick={onPick}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
