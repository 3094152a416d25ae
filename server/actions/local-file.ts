/** Gets a registry file onto this machine and names it by its content. */

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { IsoDate } from '#core/calendar.ts'
import { parseDay } from '#core/calendar.ts'
import { fileChunks } from '../registries/byte-source.ts'
import { RegistryFileProblem } from '../registries/file-problem.ts'

export type LocalFile = {
  path: string
  name: string
  sha256: string
  /** Where it was downloaded from, without query and password; null: it lies on this machine. */
  address: string | null
  /** The day on which its server says it was last changed. */
  changed_on: IsoDate | null
  remove: () => Promise<void>
}

/** The SHA-256 of a file in hexadecimal. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  // Not a stream: its buffers, a new one each, stood for seventy megabytes of memory.
  for await (const chunk of fileChunks(path, 0)) hash.update(chunk)
  return hash.digest('hex')
}

/** Longest silence of a server, before its first byte or between two, until a download is given up. */
const SILENCE_MS = 60_000

/** What a person does about a server that says nothing. */
const BY_HAND =
  'Try again later, or get the file with a browser and give its path in place of the address.'

/** Ends a download once nothing has come for so long. */
function createWatch(silenceMs: number) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), silenceMs)
  return {
    signal: controller.signal,
    /** Passes on what comes, and waits anew from each part on. */
    through: async function* (parts: AsyncIterable<Uint8Array>) {
      for await (const part of parts) {
        timer.refresh()
        yield part
      }
    },
    end: () => clearTimeout(timer),
  }
}

/** The day that a header like `Tue, 10 Nov 2026 08:00:00 GMT` gives, or null. */
function headerDay(header: string | null): IsoDate | null {
  const instant = Date.parse(header ?? '')
  return Number.isNaN(instant) ? null : parseDay(new Date(instant).toISOString().slice(0, 10))
}

/** Stores what stands at an address; the day on which its server says it was last changed. */
async function download(address: URL, path: string, silenceMs: number): Promise<IsoDate | null> {
  const refused = (why: string) =>
    new RegistryFileProblem('file-missing', `${address.href} could not be read: ${why}.`)
  const watch = createWatch(silenceMs)
  let answered = false
  try {
    const response = await fetch(address, { signal: watch.signal })
    answered = true
    if (!response.ok || response.body === null) throw refused(`HTTP ${response.status}`)
    await pipeline(Readable.fromWeb(response.body), watch.through, createWriteStream(path))
    const promised = Number(response.headers.get('content-length') ?? Number.NaN)
    const packed = response.headers.get('content-encoding') !== null
    const { size } = await stat(path)
    if (!packed && Number.isFinite(promised) && size !== promised) {
      throw refused(`it broke off after ${size} of ${promised} bytes`)
    }
    return headerDay(response.headers.get('last-modified'))
  } catch (error) {
    if (error instanceof RegistryFileProblem) throw error
    if (watch.signal.aborted) {
      const seconds = `for ${silenceMs / 1000} seconds. ${BY_HAND}`
      const what = answered ? 'sent no more of the file' : 'did not answer'
      throw new RegistryFileProblem('file-missing', `${address.href} ${what} ${seconds}`)
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw refused(cause instanceof Error ? cause.message : String(cause))
  } finally {
    watch.end()
  }
}

/** Whether a file is given as an address. */
const isAddress = (given: string) => /^https?:\/\//i.test(given)

/** An address as it may be shown and stored: without query and password. */
const shownAddress = ({ origin, pathname }: URL) => `${origin}${pathname}`

/**
 * The file at a path or an address; one from an address is kept in a folder of its own until
 * `remove`; `onNote` hears where from. Throws `RegistryFileProblem` for what is not there, breaks off, or stands still.
 */
export async function localFile(
  given: string,
  onNote: (words: string) => void,
  silenceMs = SILENCE_MS,
): Promise<LocalFile> {
  if (!isAddress(given)) {
    const found = await stat(given).catch(() => null)
    if (found?.isDirectory()) {
      const message = `${given} is a folder. Give the file in it that is to be loaded.`
      throw new RegistryFileProblem('file-missing', message)
    }
    if (found === null || !found.isFile()) {
      throw new RegistryFileProblem('file-missing', `There is no file ${given}.`)
    }
    const sha256 = await hashOf(given)
    return {
      path: given,
      name: basename(given),
      sha256,
      address: null,
      changed_on: null,
      remove: async () => {},
    }
  }
  const address = URL.parse(given)
  if (address === null) {
    throw new RegistryFileProblem('file-missing', `"${given}" is not a whole address.`)
  }
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-file-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, basename(address.pathname) || 'file')
    onNote(`Downloading ${shownAddress(address)}`)
    const changed_on = await download(address, path, silenceMs)
    const sha256 = await hashOf(path)
    return {
      path,
      name: basename(path),
      sha256,
      address: shownAddress(address),
      changed_on,
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}
