/**
 * Finished answers, kept in memory. A page or a reply of the API depends only on the catalog, the
 * day and the address, so the same question needs to be worked out once until one of them changes.
 */

import { gunzipSync, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'

/** Smaller bodies gain nothing from compression: they fit in one packet as they are. */
const WORTH_ZIPPING_BYTES = 1024
/** Text shrinks to about an eighth; more effort gains 3 % and takes twice as long. */
const GZIP_LEVEL = 5
const ENTRY_OVERHEAD_BYTES = 300

export type Encoding = 'gzip' | 'identity'

export type Answer = {
  body: Buffer
  encoding: Encoding
  headers: Readonly<Record<string, string>>
  status: number
}

export type MadeAnswer = {
  body: string
  headers: Readonly<Record<string, string>>
  /** 200 when absent. Only a 200 is kept and gets an entity tag. */
  status?: number
}

/** At most so many bytes of bodies, the least recently used go first. */
export class AnswerCache {
  readonly #cache: LRUCache<string, Answer>
  #tag = ''

  constructor(maxBytes: number) {
    this.#cache = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes / 4),
      sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_OVERHEAD_BYTES,
    })
  }

  /** Bytes that the kept answers take. */
  get bytes(): number {
    return this.#cache.calculatedSize
  }

  /** The kept answer in this very encoding, if it was made under this tag. */
  find(tag: string, url: string, encoding: Encoding): Answer | undefined {
    if (tag !== this.#tag) this.#startOver(tag)
    return this.#cache.get(`${encoding}:${url}`)
  }

  /** The answer in the wanted encoding: kept, converted from the kept one, or made. */
  async take(
    tag: string,
    url: string,
    wanted: Encoding,
    make: () => MadeAnswer | Promise<MadeAnswer>,
  ): Promise<Answer> {
    const kept = this.find(tag, url, wanted)
    if (kept) return kept
    const other = this.find(tag, url, wanted === 'gzip' ? 'identity' : 'gzip')
    const answer = convert(other ?? plainAnswer(await make()), wanted)
    // A body made under an older catalog must not be found under the newer one.
    if (tag === this.#tag && answer.status === 200) this.#cache.set(`${wanted}:${url}`, answer)
    return answer
  }

  #startOver(tag: string): void {
    this.#tag = tag
    this.#cache.clear()
  }
}

const plainAnswer = ({ body, headers, status = 200 }: MadeAnswer): Answer => ({
  body: Buffer.from(body),
  encoding: 'identity',
  headers,
  status,
})

/**
 * The answer in the other encoding. In this thread: a page takes about a millisecond, and handing it
 * to others costs as much, besides 30 MB when 32 visitors ask at once.
 */
function convert(answer: Answer, wanted: Encoding): Answer {
  if (answer.encoding === wanted) return answer
  if (wanted === 'identity') {
    return { ...answer, body: exactly(gunzipSync(answer.body)), encoding: 'identity' }
  }
  if (answer.body.length < WORTH_ZIPPING_BYTES) return answer
  const zipped = gzipSync(answer.body, { level: GZIP_LEVEL })
  return { ...answer, body: exactly(zipped), encoding: 'gzip' }
}

/** A copy that holds its own bytes only: zlib's results are windows on blocks of 16 kB. */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

/** Whether an Accept-Encoding header lets us send gzip; `q=0` refuses it. */
export function acceptsGzip(header: string | undefined): boolean {
  if (header === undefined) return false
  return header.split(',').some((entry) => {
    const [coding = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    if (coding !== 'gzip' && coding !== '*') return false
    return !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

/** Whether an If-None-Match header names this entity tag; compared weakly, as for GET. */
export function namesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const bare = etag.replace(/^W\//, '')
  return header.split(',').some((entry) => {
    const candidate = entry.trim()
    return candidate === '*' || candidate.replace(/^W\//, '') === bare
  })
}
