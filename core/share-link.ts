/**
 * A shortlist in a link. It travels in the fragment, which browsers do not send to a server.
 * Form: `shortlist=1.<codec>.<checksum>.<data>`; data is base64url of UTF-8 JSON, deflated when the
 * codec is `d` and plain when it is `p`. The checksum is CRC-32 of the JSON's bytes in hex.
 * Compression is passed in, since browsers and Node each bring it built in.
 */

import { parseSaved } from './saved-values.ts'
import {
  bytesFromBase64,
  bytesOf,
  checksumOf,
  textFromBytes,
  toBase64,
} from './share-link-bytes.ts'
import type { Shortlist } from './shortlist.ts'
import { SHORTLIST_FORM, shortlistFrom } from './shortlist-read.ts'

/** The fragment's own name, so that other fragments of a page are not taken for links. */
export const SHARE_NAME = 'shortlist'
export const SHARE_VERSION = 1

/** Longest link that mail and chat programs pass on whole, in characters (a cautious choice). */
export const LINK_LIMIT = 8_000
/** Longest link that a phone reads from a code on a screen with ease; a QR code can hold 2,953. */
export const CODE_LIMIT = 1_200
/** No shortlist of people comes near this many bytes; more is a mistake or an attack. */
export const PAYLOAD_LIMIT = 1_000_000

export type ShareOptions = { notes: boolean; answers: boolean }

/** Deflate without header, as `CompressionStream('deflate-raw')` makes it. */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>
/** The inverse. It must stop and reject once more than `limit` bytes come out. */
export type Inflate = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>

/**
 * What is shared, or taken from what was shared: providers, their order, kinds of care, the care plan, weights and must-haves.
 * Notes, statuses and appointments only with `notes`; answers only with `answers`, and their notes
 * only with both.
 */
export function sharedPart(list: Shortlist, options: ShareOptions): Shortlist {
  const entries = list.entries.map((entry) =>
    options.notes ? entry : { ...entry, status: 'to_call' as const, note: '', appointment: null },
  )
  const saved = new Set(entries.map(({ provider }) => provider))
  const answers = options.answers ? list.answers.filter((one) => saved.has(one.provider)) : []
  const silent = answers.map((one) => (options.notes ? one : { ...one, note: '' }))
  const care_plan = list.care_plan && { ...list.care_plan, told_by_insurer_cents: null }
  return {
    ...list,
    entries,
    answers: silent,
    care_plan: options.notes ? list.care_plan : care_plan,
  }
}

/** `too_long`: leave something out. `code`: short enough for a QR code as well. */
export type ShareFit = 'code' | 'link' | 'too_long'

export type ShareLink = { fragment: string; length: number; fit: ShareFit }

/**
 * The fragment, without `#`, that carries all of a shortlist; see `sharedPart`. `address` is the page that it is put on, which counts
 * for the length. Without `deflate` the link is longer and works all the same.
 */
export async function shareFragment(
  list: Shortlist,
  address: string,
  deflate: Deflate | null,
): Promise<ShareLink> {
  const json = bytesOf(JSON.stringify(list))
  const data = deflate === null ? json : await deflate(json)
  const codec = deflate === null ? 'p' : 'd'
  const head = `${SHARE_NAME}=${SHARE_VERSION}.${codec}.${checksumOf(json)}.`
  const fragment = head + toBase64(data)
  const length = address.length + 1 + fragment.length
  const fit = length <= CODE_LIMIT ? 'code' : length <= LINK_LIMIT ? 'link' : 'too_long'
  return { fragment, length, fit }
}

export type OpenedLink =
  /** There is no shortlist in the fragment. */
  | { outcome: 'none' }
  | { outcome: 'opened'; shared: Shortlist; problems: string[] }
  | {
      outcome: 'refused'
      because: 'damaged' | 'newer' | 'too_large' | 'no_inflate'
      problem: string
    }

const REFUSED = {
  damaged:
    'This link is damaged, so the shortlist in it cannot be read. Part of it may have been cut off. Ask for it again, or for a file. Your own shortlist has not been changed.',
  newer:
    'This link was made by a newer version of Touchstone. Reload the page and open the link again. Your own shortlist has not been changed.',
  too_large:
    'This link holds far more than a shortlist, so it was not opened. Your own shortlist has not been changed.',
  no_inflate:
    'This browser is too old to open a short link. Ask for the shortlist as a file. Your own shortlist has not been changed.',
} as const

function refused(because: keyof typeof REFUSED): OpenedLink {
  return { outcome: 'refused', because, problem: REFUSED[because] }
}

async function unpack(codec: string, data: Uint8Array, inflate: Inflate | null) {
  if (codec === 'p') return data
  if (inflate === null) return null
  return inflate(data, PAYLOAD_LIMIT)
}

function read(json: string): OpenedLink {
  const parsed = parseSaved(json, SHORTLIST_FORM)
  if (!parsed.ok) return refused(parsed.newer ? 'newer' : 'damaged')
  const { problems } = parsed
  const shared = shortlistFrom(parsed.fields, problems)
  return { outcome: 'opened', shared, problems }
}

/**
 * Opens a fragment, with or without `#`. Nothing is merged: show a preview and ask. Every refusal
 * is a plain sentence; nothing is thrown.
 */
export async function openFragment(fragment: string, inflate: Inflate | null): Promise<OpenedLink> {
  const text = fragment.replace(/^#/, '')
  if (!text.startsWith(`${SHARE_NAME}=`)) return { outcome: 'none' }
  const [version = '', codec = '', checksum = '', encoded = ''] = text
    .slice(SHARE_NAME.length + 1)
    .split('.')
  if (/^\d+$/.test(version) && Number(version) > SHARE_VERSION) return refused('newer')
  if (version !== String(SHARE_VERSION) || (codec !== 'd' && codec !== 'p'))
    return refused('damaged')
  if (encoded.length > PAYLOAD_LIMIT) return refused('too_large')
  const data = bytesFromBase64(encoded)
  if (data === null) return refused('damaged')
  if (codec === 'd' && inflate === null) return refused('no_inflate')
  try {
    const json = await unpack(codec, data, inflate)
    if (json === null || checksumOf(json) !== checksum) return refused('damaged')
    const decoded = textFromBytes(json)
    return decoded === null ? refused('damaged') : read(decoded)
  } catch {
    // What cannot be inflated was changed on its way.
    return refused('damaged')
  }
}
