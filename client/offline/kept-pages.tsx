import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { CACHE } from '../service-worker/copies.ts'
import { keptKind } from '../service-worker/kept-requests.ts'

const NAMES: Record<string, string> = {
  '/shortlist': 'Shortlist',
  '/ask': 'Ask',
  '/plan': 'Plan',
  '/journal': 'Journal',
  '/learn': 'Learn',
}

type Kept = { address: string; name: string }
const kept = signal<Kept[] | null>(null)

async function readKept(): Promise<void> {
  try {
    const requests = (await caches.has(CACHE)) ? await (await caches.open(CACHE)).keys() : []
    const addresses = requests.map(({ url }) => new URL(url))
    const pages = addresses.filter(({ pathname }) => {
      const kind = keptKind(pathname)
      return kind === 'tool' || kind === 'record-page'
    })
    kept.value = pages.map(({ pathname, search }) => ({
      address: pathname + search,
      name: NAMES[pathname] ?? `Provider: ${pathname.slice('/providers/'.length)}`,
    }))
  } catch {
    kept.value = []
  }
}

/** The pages that do open without a network. */
export function KeptPages() {
  useEffect(() => void readKept(), [])
  const pages = kept.value
  if (pages === null) return <p>Looking for the pages that are kept…</p>
  if (pages.length === 0) return <p>No other page is kept in this browser.</p>
  return (
    <>
      <p>These pages are kept in this browser. Each says from which day it is:</p>
      <ul class="bullets">
        {pages.map(({ address, name }) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
