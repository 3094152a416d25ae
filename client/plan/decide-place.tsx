import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { READING } from '../parts/reading-words.ts'
import { noneInWords, shortlist } from '../state/kept.ts'
import type { Material } from './decision.ts'
import { ready } from './ready.ts'

type Part = typeof import('./decide.tsx')
type State = 'waiting' | 'loading' | 'failed' | { Decide: Part['Decide']; material: Material }

const state = signal<State>('waiting')

/** Loads the part and what it needs, once there is something to decide about. */
export async function loadDecision(ids: readonly string[]): Promise<void> {
  state.value = 'loading'
  try {
    const { Decide, fetchMaterial } = await import('./decide.tsx')
    state.value = { Decide, material: await fetchMaterial(ids) }
  } catch {
    state.value = 'failed'
  }
}

/** What the decision part was drawn from; null while or where it could not be loaded. */
export function materialHere(): Material | null {
  return typeof state.value === 'string' ? null : state.value.material
}

/** The place of the decision part: empty, loading, failed, or the part itself. */
export function DecidePlace() {
  const list = shortlist.value
  const ids = list.entries.map(({ provider }) => provider)
  const wanted = ready.value && ids.length > 0
  const key = ids.join()
  useEffect(() => {
    if (wanted) void loadDecision(key.split(','))
  }, [wanted, key])
  if (!ready.value) return <p>{READING}</p>
  if (ids.length === 0) {
    return (
      <p>
        {noneInWords.value}, so there is nothing to weigh yet.{' '}
        <a href="/providers">Find providers to save</a>
      </p>
    )
  }
  const now = state.value
  if (now === 'failed') {
    return (
      <p role="status">
        Your shortlist is safe, but the records could not be loaded. Check the network.{' '}
        <button type="button" class="button" onClick={() => void loadDecision(ids)}>
          Try again
        </button>
      </p>
    )
  }
  if (now === 'waiting' || now === 'loading') return <p role="status">Reading the records…</p>
  return <now.Decide list={list} material={now.material} />
}
