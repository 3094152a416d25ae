/** Whether this browser keeps copies of pages, and starting and stopping it. */

import { signal } from '@preact/signals'
import type { FromWorker, ToWorker } from '../service-worker/messages.ts'

const WORKER = '/service-worker.js'
/** `off` once a person has turned it off; nothing else is ever kept under it. */
const CHOICE_KEY = 'touchstone-offline'

/** `cannot`: a private window, a page without HTTPS, or a browser that has no such thing. */
export type Keeping = 'unknown' | 'on' | 'off' | 'cannot'
export const keeping = signal<Keeping>('unknown')
/** The oldest record on this page that is a copy, in ms since 1970; null when all are fresh. */
export const oldestRecord = signal<number | null>(null)

function choice(): string | null {
  try {
    return localStorage.getItem(CHOICE_KEY)
  } catch {
    return null
  }
}

function choose(value: 'off' | null): void {
  try {
    if (value === null) localStorage.removeItem(CHOICE_KEY)
    else localStorage.setItem(CHOICE_KEY, value)
  } catch {
    // Where nothing can be kept, the choice lasts as long as the page.
  }
}

/** The built files that this page has loaded so far. */
function loadedAssets(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = names.filter(
    ({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'),
  )
  return [...new Set(own.map(({ pathname }) => pathname))]
}

/** Whether a megabyte is too much to load unasked. Not every browser can say. */
function isSparing(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string }
  }
  return connection?.saveData === true || (connection?.effectiveType ?? '4g') !== '4g'
}

function send(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message)
}

/** Starts keeping copies, this page first. `isAsked`: by a person, so that what is large comes too. */
export async function startKeeping(isAsked: boolean): Promise<void> {
  choose(null)
  try {
    await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' })
    const { active } = await navigator.serviceWorker.ready
    send(active, {
      kind: 'keep',
      page: location.pathname + location.search,
      assets: loadedAssets(),
      withLarge: isAsked || !isSparing(),
    })
    keeping.value = 'on'
  } catch {
    keeping.value = 'cannot'
  }
}

/** Stops keeping copies and deletes all there are. What a person wrote is not touched. */
export async function stopKeeping(): Promise<void> {
  choose('off')
  const registration = await navigator.serviceWorker.getRegistration()
  const worker = registration?.active
  if (worker) {
    const { port1, port2 } = new MessageChannel()
    const stopped = new Promise((done) => {
      port1.onmessage = done
    })
    const message: ToWorker = { kind: 'stop' }
    worker.postMessage(message, [port2])
    await stopped
  }
  keeping.value = 'off'
}

/** Hears which records on this page are copies. */
function followCopies(): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'copies') oldestRecord.value = data.oldest
  })
  navigator.serviceWorker.startMessages()
  send(navigator.serviceWorker.controller, { kind: 'which-copies' })
}

/** On every page that is under a worker or should be. `isTool`: copies of this page are wanted. */
export async function beginKeeping(isTool: boolean): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) {
    keeping.value = 'cannot'
    return
  }
  followCopies()
  if (choice() === 'off') keeping.value = 'off'
  else if (isTool) await startKeeping(false)
}
