/**
 * Presses of Save that the shortlist does not hold yet, since what writes it is still on its way.
 * Each is kept in this browser at once, so that leaving the page loses none; the next page takes
 * them over. A press says what is wanted, so that taking it over twice changes nothing.
 */

import type { Saveable } from './saved.ts'

/** A wish to have a provider on the shortlist or off it; `at` is the moment in milliseconds. */
export type Press = Saveable & { saved: boolean; at: number }

export const PRESSES_KEY = 'touchstone-saved-presses'

const isPress = (one: unknown): one is Press => {
  const { id, name, saved, at } = (one ?? {}) as Partial<Record<keyof Press, unknown>>
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof saved === 'boolean' &&
    typeof at === 'number'
  )
}

/** What waits in this browser, oldest first; nothing where storage is denied or damaged. */
export function pendingPresses(): Press[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PRESSES_KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPress) : []
  } catch {
    return []
  }
}

/** Keeps a press in place of an earlier one on the same provider; false where nothing can be kept. */
export function keepPress(press: Press): boolean {
  const others = pendingPresses().filter(({ id }) => id !== press.id)
  try {
    localStorage.setItem(PRESSES_KEY, JSON.stringify([...others, press]))
    return true
  } catch {
    return false
  }
}

/** Lets go of the presses that the shortlist holds by now; later ones stay. */
export function dropPresses(done: readonly Press[]): void {
  const left = pendingPresses().filter(
    (one) => !done.some(({ id, at }) => id === one.id && at === one.at),
  )
  try {
    if (left.length === 0) localStorage.removeItem(PRESSES_KEY)
    else localStorage.setItem(PRESSES_KEY, JSON.stringify(left))
  } catch {
    // They stay and are taken over again, which changes nothing.
  }
}
