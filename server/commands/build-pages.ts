/** Building the pages when they are missing or older than what they are made of. */

import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { CLIENT_FOLDER, CLIENT_MANIFEST, RENDER_MODULE } from '../page-renderer.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const VITE = join(ROOT, 'node_modules/vite/bin/vite.js')
const SOURCES = ['client', 'core', 'vite.config.ts', 'package-lock.json']
/** The two builds, by what they add to the words of the first. */
export const ENTRIES = [[], ['--ssr', 'client/render.tsx']]

/** The newest change of a file, or of any source below a folder, in milliseconds. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs)
  return Math.max(0, ...files)
}

/** Whether the built pages are missing or older than their sources. */
export function pagesAreStale(): boolean {
  const built = Math.min(changedAt(RENDER_MODULE), changedAt(CLIENT_MANIFEST))
  return built === 0 || SOURCES.some((source) => changedAt(join(ROOT, source)) > built)
}

/** Writes `.br` and `.gz` beside every text file and font, so that serving one costs no compression. */
function compressAssets(): void {
  const folder = join(CLIENT_FOLDER, 'assets')
  for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg|ttf)$/.test(file))) {
    const path = join(folder, name)
    const content = readFileSync(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}

/** Builds the browser's files and the server's renderer. Throws what the build said. */
export async function buildPages(): Promise<void> {
  const run = promisify(execFile)
  for (const entry of ENTRIES) {
    await run(process.execPath, [VITE, 'build', '--logLevel', 'warn', ...entry], { cwd: ROOT })
  }
  compressAssets()
}
