/** The built browser files, all in memory: a few dozen, whose names change with their content. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** What a browser may ask for, best first, and how a file compressed that way ends. */
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

type Coding = (typeof CODINGS)[number][0] | 'identity'
export type AssetFile = { type: string; bodies: Partial<Record<Coding, Buffer>> }

/** The files of a folder by name, with the compressed copies that lie beside them. */
export function readAssetFiles(folder: string): Map<string, AssetFile> {
  if (!existsSync(folder)) return new Map()
  const names = readdirSync(folder).filter((name) => TYPES[extname(name)] !== undefined)
  return new Map(
    names.map((name) => {
      const bodies: AssetFile['bodies'] = { identity: readFileSync(join(folder, name)) }
      for (const [coding, ending] of CODINGS) {
        const path = join(folder, name + ending)
        if (existsSync(path)) bodies[coding] = readFileSync(path)
      }
      return [name, { type: TYPES[extname(name)] ?? '', bodies }]
    }),
  )
}

/** The best body that an Accept-Encoding header allows. */
export function chooseBody(file: AssetFile, accepts: string): { coding: Coding; body: Buffer } {
  for (const [coding] of CODINGS) {
    const body = file.bodies[coding]
    if (body && new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepts)) {
      return { coding, body }
    }
  }
  return { coding: 'identity', body: file.bodies.identity ?? Buffer.alloc(0) }
}
