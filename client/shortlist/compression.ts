/** Deflate and inflate as browsers bring them, in the form that core/share-link.ts asks for. */

import type { Deflate, Inflate } from '#core/share-link.ts'

async function collected(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Uint8Array> {
  const reader = stream.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > limit) {
      await reader.cancel()
      throw new RangeError(`more than ${limit} bytes`)
    }
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const streamOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream()

/** Null in a browser that is too old for it. */
export const deflate: Deflate | null =
  typeof CompressionStream === 'undefined'
    ? null
    : (bytes) =>
        collected(
          streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')),
          Number.POSITIVE_INFINITY,
        )

/** Null in a browser that is too old for it. */
export const inflate: Inflate | null =
  typeof DecompressionStream === 'undefined'
    ? null
    : (bytes, limit) =>
        collected(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), limit)
