/** Small registry files made for the tests, in a folder that goes away with them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'touchstone-registries-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

/** Writes a file under its own folder, so that its name can be the published one. */
export function madeFile(name: string, content: string | Buffer): string {
  made += 1
  const path = join(folder, `${made}-${name}`)
  writeFileSync(path, content)
  return path
}

/** An empty folder. */
export function madeFolder(): string {
  return mkdtempSync(join(folder, 'made-'))
}

/** A zip of the given members, made by the letter of the format (PKWARE APPNOTE 6.3). */
export function zipOf(members: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(members)) {
    const data = Buffer.from(text)
    const packed = deflateRawSync(data)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(data), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(data.length, 8)
    const label = Buffer.from(name)
    const lengths = Buffer.from([label.length, 0, 0, 0])
    const head = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, sizes, lengths, label, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        head,
        sizes,
        lengths,
        place,
        label,
      ]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(centrals.length, 8)
  end.writeUInt16LE(centrals.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

/** A quoted CSV line. */
export const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(',')
