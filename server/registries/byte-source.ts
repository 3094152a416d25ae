/** Opens a registry file, or the wanted member of a zip, as a stream of bytes: nothing is unpacked. */

import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { RegistryFileProblem } from './file-problem.ts'

export type ByteSource = {
  /** Name of the file that is read: the zip's member, or the file itself. */
  name: string
  /** Size once unpacked, for a progress bar. */
  size: number
  /**
   * The bytes from an offset on. Each buffer is valid only until the next one is asked for. A zip
   * cannot be entered midway: what stands before the offset is unpacked and dropped.
   */
  read: (from: number) => AsyncIterable<Buffer>
}

/** Chooses a member by its base name, for zips that hold several files. */
export type MemberTest = (name: string) => boolean

const CHUNK_BYTES = 1 << 20
/** A chunk is handed over in parts, so that rows go out, and are let go of, while they are few. */
const PART_BYTES = 1 << 17

const isZip = (head: Buffer) => head[0] === 0x50 && head[1] === 0x4b

/** The bytes of a file from an offset on; each buffer is valid only until the next one. */
export async function* fileChunks(path: string, from: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  // Two buffers: one is read into by another thread while the other is scanned.
  const buffers = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)] as const
  let turn: 0 | 1 = 0
  let pending = file.read(buffers[turn], 0, CHUNK_BYTES, from)
  try {
    for (let position = from; ; ) {
      const { bytesRead, buffer } = await pending
      if (bytesRead === 0) return
      position += bytesRead
      turn = turn === 0 ? 1 : 0
      pending = file.read(buffers[turn], 0, CHUNK_BYTES, position)
      for (let at = 0; at < bytesRead; at += PART_BYTES) {
        yield buffer.subarray(at, Math.min(at + PART_BYTES, bytesRead))
      }
    }
  } finally {
    // A caller that stops early leaves one read under way; the file closes after it.
    await pending.catch(() => null)
    await file.close()
  }
}

function damaged(name: string, error: unknown): RegistryFileProblem {
  const why = error instanceof Error ? error.message : String(error)
  return new RegistryFileProblem(
    'zip-damaged',
    `${name} is not a whole zip file: the download may have broken off. Get it again. (${why})`,
  )
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false })
  } catch (error) {
    throw damaged(basename(path), error)
  }
}

async function* memberChunks(path: string, entry: Entry, from: number): AsyncGenerator<Buffer> {
  const zip = await openZip(path)
  let sum = 0
  let position = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      const dropped = Math.max(from - position, 0)
      position += chunk.length
      if (dropped < chunk.length) yield chunk.subarray(dropped)
    }
    if (sum !== entry.crc32) throw new Error(`checksum of ${entry.fileName} does not match`)
  } catch (error) {
    throw error instanceof RegistryFileProblem ? error : damaged(basename(path), error)
  } finally {
    zip.close()
  }
}

async function openMember(path: string, wanted: MemberTest): Promise<ByteSource> {
  const name = basename(path)
  const zip = await openZip(path)
  const members: string[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      members.push(entry.fileName)
      if (!wanted(basename(entry.fileName))) continue
      return {
        name: entry.fileName,
        size: entry.uncompressedSize,
        read: (from) => memberChunks(path, entry, from),
      }
    }
  } catch (error) {
    throw damaged(name, error)
  } finally {
    zip.close()
  }
  throw new RegistryFileProblem(
    'zip-member-missing',
    `${name} holds no file of the kind asked for. It holds: ${members.slice(0, 8).join(', ') || 'nothing'}.`,
  )
}

/** The first bytes of a file, to tell what it is. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/**
 * Opens a plain file, or streams the first member of a zip that `wanted` accepts.
 * Throws `RegistryFileProblem` for a file that is not there, is empty, or is a broken zip.
 */
export async function openBytes(path: string, wanted: MemberTest): Promise<ByteSource> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) {
    throw new RegistryFileProblem('file-missing', `There is no file ${path}.`)
  }
  if (found.size === 0) throw new RegistryFileProblem('file-empty', `${path} is empty (0 bytes).`)
  if (isZip(await readHead(path, 4))) return openMember(path, wanted)
  return { name: basename(path), size: found.size, read: (from) => fileChunks(path, from) }
}
