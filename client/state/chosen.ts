/**
 * The providers picked for comparing. They stay in this browser, under one key that other parts of
 * the shortlist share: `{ "version": 1, "compare": [{ "id", "name" }] }`.
 */

import { computed, signal } from '@preact/signals'
import { MAX_COMPARED } from '#core/compare-limits.ts'

export type Chosen = { id: string; name: string }

const KEY = 'touchstone'

export const chosen = signal<readonly Chosen[]>([])
/** What a screen reader is told after each change. */
export const announcement = signal('')

export const isFull = computed(() => chosen.value.length >= MAX_COMPARED)

/** The stored value as an object; an unreadable or foreign one is an empty object. */
function readStore(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isChosen(value: unknown): value is Chosen {
  const entry = value as Partial<Chosen> | null
  return typeof entry?.id === 'string' && typeof entry.name === 'string'
}

/** What this browser kept, at most four, each once. */
function keptChoice(): Chosen[] {
  const { compare } = readStore()
  const kept = Array.isArray(compare) ? compare.filter(isChosen) : []
  const once = kept.filter((one, at) => kept.findIndex(({ id }) => id === one.id) === at)
  return once.slice(0, MAX_COMPARED)
}

/** Takes over what this browser kept. */
export function loadChosen(): void {
  chosen.value = keptChoice()
}

/** Why the choice lasts only as long as the page, or null when this browser keeps it. */
export const notKept = signal<string | null>(null)

const NOT_KEPT =
  'This browser cannot keep your choice, so press Compare before you leave the page, or it is lost.'

/** Keeps the choice; where storage is denied or full it lasts as long as the page. */
function store(next: readonly Chosen[]): void {
  chosen.value = next
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readStore(), version: 1, compare: next }))
    notKept.value = null
  } catch {
    notKept.value = NOT_KEPT
  }
}

function say(what: string): void {
  const count = chosen.value.length
  const limit = isFull.value ? ` That is the most you can compare.` : ''
  announcement.value = `${what} ${count} of ${MAX_COMPARED} to compare.${limit}${notKept.value === null ? '' : ` ${notKept.value}`}`
}

/** Adds or removes one provider; a fifth is refused and the reason said. */
export function toggleChosen(one: Chosen): void {
  const without = chosen.value.filter(({ id }) => id !== one.id)
  if (without.length < chosen.value.length) {
    store(without)
    say(`${one.name} removed.`)
  } else if (isFull.value) {
    announcement.value = `You can compare ${MAX_COMPARED} at most. Remove one first.`
  } else {
    store([...chosen.value, one])
    say(`${one.name} added.`)
  }
}

/** Replaces the whole choice, as when a comparison is opened from a link. */
export function replaceChosen(next: readonly Chosen[]): void {
  store(next.slice(0, MAX_COMPARED).map(({ id, name }) => ({ id, name })))
}

/** Empties the choice. */
export function clearChosen(): void {
  store([])
  announcement.value = 'Nothing chosen to compare.'
}

/** `/compare?ids=a&ids=b` for the present choice. */
export function compareHref(ids: readonly string[]): string {
  return `/compare?${new URLSearchParams(ids.map((id) => ['ids', id]))}`
}
