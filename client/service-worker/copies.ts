/** The copies that this browser keeps, each with the time at which the server gave it. */

/** The number changes with the form of what is kept; older forms are deleted. */
export const CACHE = 'touchstone-copies-1'
const KEPT_AT = 'x-kept-at'

/** The oldest go first. About 50 files make up the whole site, a record page is some 100 kB. */
const MOST = { asset: 200, other: 60 }

let isOff = false
const openCache = () => caches.open(CACHE)

/** Whether keeping was turned off; what is still on its way from the network is not kept then. */
export const isTurnedOff = () => isOff

/** Keeps copies again after they were turned off: the browser may go on with the same worker. */
export function turnOn(): void {
  isOff = false
}

/** Keeps nothing from now on and deletes all there is. */
export async function turnOff(): Promise<void> {
  isOff = true
  await deleteCopies('all')
}

/** When the server gave a response, by its own clock; by this device's where it does not say. */
function givenAt(response: Response): number {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? Date.now() : at
}

/** Keeps a good response under its address; anything else is left alone. */
export async function keep(address: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.type !== 'basic') return
  const headers = new Headers(response.headers)
  headers.set(KEPT_AT, new Date(givenAt(response)).toISOString())
  // The body is already unpacked.
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name)
  const body = await response.blob()
  if (isOff) return
  const cache = await openCache()
  await cache.put(address, new Response(body, { headers }))
  await dropOldest(cache)
}

/** Copies stand in the order in which they were put. */
async function dropOldest(cache: Cache): Promise<void> {
  const all = await cache.keys()
  const isAsset = ({ url }: Request) => new URL(url).pathname.startsWith('/assets/')
  const assets = all.filter(isAsset)
  const others = all.filter((one) => !isAsset(one))
  const extra = [
    ...assets.slice(0, Math.max(0, assets.length - MOST.asset)),
    ...others.slice(0, Math.max(0, others.length - MOST.other)),
  ]
  await Promise.all(extra.map((one) => cache.delete(one)))
}

export type Copy = { response: Response; keptAt: number }

/** The copy of an address; `loosely` takes one with another query too. */
export async function findCopy(address: string, loosely = false): Promise<Copy | null> {
  const cache = await openCache()
  const exact = await cache.match(address)
  const response = exact ?? (loosely ? await cache.match(address, { ignoreSearch: true }) : null)
  if (!response) return null
  return { response, keptAt: Date.parse(response.headers.get(KEPT_AT) ?? '') || 0 }
}

/** Takes a copy away, as when the server says that there is no such page any more. */
export async function dropCopy(address: string): Promise<void> {
  await (await openCache()).delete(address)
}

/** A built file: from the copies, else from the network and kept. Its name changes with its content. */
export async function asset(address: string): Promise<Response> {
  const copy = await findCopy(address)
  if (copy) return copy.response
  const response = await fetch(address)
  await keep(address, response.clone())
  return response
}

/** Puts a built file last in line, so that what is in use is not the first to go. */
export async function keepAsset(address: string): Promise<void> {
  const response = await asset(address)
  if (response.ok && !isOff) await (await openCache()).put(address, response)
}

/** Keeps the built files that are not kept yet, one after the other, behind all else that loads. */
export async function keepMissing(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    if (isOff) return
    if (!(await findCopy(address))) await keep(address, await fetch(address, { priority: 'low' }))
  }
}

/** Deletes copies of older forms, or all of them. */
export async function deleteCopies(which: 'older' | 'all'): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('touchstone-'))
  const gone = names.filter((name) => which === 'all' || name !== CACHE)
  await Promise.all(gone.map((name) => caches.delete(name)))
}
