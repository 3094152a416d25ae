/**
 * Opens the pages again that were opened before, when there is no network. The network comes first,
 * always; a copy carries a note that says it is one and from when. It is served at
 * /service-worker.js, which the browser checks for a newer one at each visit.
 */

import {
  asset,
  deleteCopies,
  dropCopy,
  findCopy,
  isTurnedOff,
  keep,
  keepAsset,
  keepMissing,
  turnOff,
  turnOn,
} from './copies.ts'
import type { CopyReason } from './copy-note.ts'
import { markedCopy } from './copy-note.ts'
import type { KeptKind } from './kept-requests.ts'
import { assetsIn, keptKind, OFFLINE_PAGE } from './kept-requests.ts'
import type { FromWorker, ToWorker } from './messages.ts'

declare const self: ServiceWorkerGlobalScope
/** The addresses of all built files; the build puts them in. */
declare const BUILT_FILES: { small: string[]; large: string[] }

/** How long a page with a copy waits for the network, in milliseconds. */
const PATIENCE_MS = 8000

const oldestByClient = new Map<string, number>()

type Answer = { response: Response } | { reason: CopyReason }

async function fromNetwork(request: Request, patience: number | null): Promise<Answer> {
  const answer = fetch(request).then(
    (response): Answer => ({ response }),
    (): Answer => ({ reason: 'offline' }),
  )
  if (patience === null) return answer
  const late = new Promise<Answer>((done) => setTimeout(() => done({ reason: 'slow' }), patience))
  return Promise.race([answer, late])
}

async function pageCopy(address: string, kind: KeptKind, reason: CopyReason) {
  const copy = await findCopy(address, kind === 'tool')
  if (!copy) return null
  const html = markedCopy(await copy.response.text(), reason, copy.keptAt, Date.now())
  return new Response(html, { headers: copy.response.headers })
}

/** What stands in place of a page that was never kept. */
async function offlinePage(): Promise<Response> {
  return (await findCopy(OFFLINE_PAGE))?.response ?? Response.error()
}

async function page(event: FetchEvent, address: string, kind: KeptKind): Promise<Response> {
  const hasCopy = (await findCopy(address, kind === 'tool')) !== null
  const answer = await fromNetwork(event.request, hasCopy ? PATIENCE_MS : null)
  if ('response' in answer && answer.response.status < 500) {
    const { response } = answer
    if (response.status === 404) event.waitUntil(dropCopy(address))
    else event.waitUntil(keep(address, response.clone()))
    return response
  }
  const reason = 'response' in answer ? 'server' : answer.reason
  const copy = await pageCopy(address, kind, reason)
  if (copy) return copy
  return 'response' in answer ? answer.response : offlinePage()
}

async function tell(clientId: string): Promise<void> {
  const client = await self.clients.get(clientId)
  const said: FromWorker = { kind: 'copies', oldest: oldestByClient.get(clientId) ?? null }
  client?.postMessage(said)
}

async function record(event: FetchEvent, address: string): Promise<Response> {
  const answer = await fromNetwork(event.request, null)
  if ('response' in answer && answer.response.status < 500) {
    const { response } = answer
    if (response.status === 404) event.waitUntil(dropCopy(address))
    else event.waitUntil(keep(address, response.clone()))
    return response
  }
  const copy = await findCopy(address)
  if (!copy) return 'response' in answer ? answer.response : Response.error()
  const { clientId } = event
  oldestByClient.set(clientId, Math.min(copy.keptAt, oldestByClient.get(clientId) ?? Infinity))
  event.waitUntil(tell(clientId))
  return copy.response
}

async function prepare(): Promise<void> {
  const response = await fetch(OFFLINE_PAGE)
  const html = await response.clone().text()
  await keep(OFFLINE_PAGE, response)
  await Promise.all(assetsIn(html).map(keepAsset))
}

/**
 * A page that was loaded before this worker ran is fetched once more; its files are at hand. Then
 * come the parts of the tools that load on use. After a stop what was prepared is gone.
 */
async function keepPage(wish: Extract<ToWorker, { kind: 'keep' }>) {
  turnOn()
  if (!(await findCopy(OFFLINE_PAGE))) await prepare()
  const { pathname } = new URL(wish.page, self.location.origin)
  if (keptKind(pathname) === 'tool') {
    if (!(await findCopy(wish.page))) await keep(wish.page, await fetch(wish.page))
    await Promise.all(wish.assets.map(keepAsset))
  }
  const { small, large } = BUILT_FILES
  await keepMissing(wish.withLarge ? [...small, ...large] : small)
}

async function stop(): Promise<void> {
  await turnOff()
  await self.registration.unregister()
}

self.addEventListener('install', (event) => {
  event.waitUntil(prepare().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(deleteCopies('older').then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (isTurnedOff() || request.method !== 'GET' || origin !== self.location.origin) return
  const kind = keptKind(pathname)
  const address = pathname + search
  const isVisit = request.mode === 'navigate'
  if (kind === 'asset') event.respondWith(asset(address))
  else if (kind === 'record') event.respondWith(record(event, address))
  else if (isVisit && kind !== null) event.respondWith(page(event, address, kind))
  else if (isVisit) event.respondWith(fetch(request).catch(offlinePage))
})

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker
  const client = event.source as Client | null
  switch (message.kind) {
    case 'keep':
      // Without a network there is nothing to add to what is kept already.
      event.waitUntil(keepPage(message).catch(() => undefined))
      break
    case 'which-copies':
      if (client) event.waitUntil(tell(client.id))
      break
    case 'stop':
      event.waitUntil(stop().then(() => event.ports[0]?.postMessage('stopped')))
      break
    default:
      message satisfies never
  }
})
