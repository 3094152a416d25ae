/** The built pages: the renderer and the addresses of the files that every page loads. */

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PageData } from '#core/page-data.ts'

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The folder of the browser's files, and the module that draws pages on the server. */
export const CLIENT_FOLDER = inRoot('dist/client')
export const RENDER_MODULE = inRoot('dist/server/render.js')
export const CLIENT_MANIFEST = inRoot('dist/client/.vite/manifest.json')
const ENTRY = 'client/entry.tsx'

export type Assets = { script: string; style: string; icon: string | null }
export type RenderPage = (data: PageData) => string

export type PageRenderer = { render: RenderPage; assets: Assets; build: string }

type ManifestEntry = { file: string; css?: string[]; assets?: string[] }

/** The addresses of what a page loads, from the manifest of the build. */
export function readAssets(manifest: string): Assets {
  const entries = JSON.parse(manifest) as Record<string, ManifestEntry>
  const entry = entries[ENTRY]
  const style = entry?.css?.[0]
  if (!entry || !style) throw new Error(`${CLIENT_MANIFEST} names no script and style for ${ENTRY}`)
  const icon = Object.values(entries)
    .flatMap(({ file, assets = [] }) => [file, ...assets])
    .find((file) => /icon.*\.svg$/.test(file))
  return { script: `/${entry.file}`, style: `/${style}`, icon: icon ? `/${icon}` : null }
}

/**
 * Loads the built pages. `build` names their content, so that an entity tag changes with them.
 * Throws an `Error` that says what to run when they have not been built.
 */
export async function loadPageRenderer(version: string): Promise<PageRenderer> {
  if (!existsSync(RENDER_MODULE) || !existsSync(CLIENT_MANIFEST)) {
    throw new Error('The pages have not been built. Run `npm start`, or `npm run build` first.')
  }
  const manifest = readFileSync(CLIENT_MANIFEST, 'utf8')
  const module = (await import(pathToFileURL(RENDER_MODULE).href)) as {
    render: (data: PageData, assets: Pick<Assets, 'script' | 'style'>) => string
  }
  const assets = readAssets(manifest)
  const hash = createHash('sha256').update(readFileSync(RENDER_MODULE)).update(manifest)
  return {
    render: (data) => module.render(data, assets),
    assets,
    build: `${version} ${hash.digest('hex')}`,
  }
}
