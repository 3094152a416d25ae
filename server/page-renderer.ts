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

type Page = PageData['content']['page']

/** The part of a page that its script always loads; asked for in the page's head, it comes sooner. */
const PARTS: Partial<Record<Page, string>> = {
  shortlist: 'client/shortlist/start-shortlist.tsx',
  ask: 'client/shortlist/start-ask.tsx',
  plan: 'client/plan/start.tsx',
  journal: 'client/journal/start.tsx',
}

/** Parts of other pages that the page of the design shows in their own styles; it runs none. */
const SHOWN_ON_STYLE = [
  'client/shortlist/start-shortlist.tsx',
  'client/journal/start.tsx',
  'client/compare/start.tsx',
]

/** `ahead`: scripts that a file imports; `partStyles`: the styles of a page's own part. */
type Part = { ahead: string[]; partStyles: string[] }

export type Assets = {
  script: string
  style: string
  icon: string | null
  /** What every page loads ahead, and what the pages with a part of their own load besides. */
  base: Part
  parts: Partial<Record<Page, Part>>
}
export type RenderPage = (data: PageData) => string

export type PageRenderer = { render: RenderPage; assets: Assets; build: string }

type ManifestEntry = { file: string; css?: string[]; assets?: string[]; imports?: string[] }
type Manifest = Record<string, ManifestEntry>

/** A built file and all that it imports at once, in the order in which they are named. */
function closureOf(entries: Manifest, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  if (!entries[name]) throw new Error(`${CLIENT_MANIFEST} does not name ${name}`)
  seen.add(name)
  for (const one of entries[name].imports ?? []) closureOf(entries, one, seen)
  return seen
}

/** What a page with this part loads besides the entry itself. */
function partOf(entries: Manifest, name: string): Part {
  const first = closureOf(entries, ENTRY)
  const all = [...new Set([...first, ...closureOf(entries, name)])].filter((one) => one !== ENTRY)
  const files = all.flatMap((one) => entries[one] ?? [])
  return {
    ahead: files.map(({ file }) => `/${file}`),
    partStyles: files.flatMap(({ css = [] }) => css.map((style) => `/${style}`)),
  }
}

/** The addresses of what a page loads, from the manifest of the build. */
export function readAssets(manifest: string): Assets {
  const entries = JSON.parse(manifest) as Manifest
  const entry = entries[ENTRY]
  const style = entry?.css?.[0]
  if (!entry || !style) throw new Error(`${CLIENT_MANIFEST} names no script and style for ${ENTRY}`)
  const icon = Object.values(entries)
    .flatMap(({ file, assets = [] }) => [file, ...assets])
    .find((file) => /icon.*\.svg$/.test(file))
  const base = partOf(entries, ENTRY)
  const shown = SHOWN_ON_STYLE.flatMap((name) => partOf(entries, name).partStyles)
  const parts = Object.entries(PARTS).map(([page, name]) => [page, partOf(entries, name)])
  return {
    script: `/${entry.file}`,
    style: `/${style}`,
    icon: icon ? `/${icon}` : null,
    base,
    parts: {
      ...Object.fromEntries(parts),
      style: { ...base, partStyles: [...new Set(shown)] },
    },
  }
}

/** There are no pages to serve. */
export class PagesNotBuilt extends Error {
  constructor() {
    super('The pages have not been built. Run first: npm run cli -- prepare')
    this.name = 'PagesNotBuilt'
  }
}

/**
 * Loads the built pages. `build` names their content, so that an entity tag changes with them.
 * Throws `PagesNotBuilt`, which says what to run, when there are none.
 */
export async function loadPageRenderer(version: string): Promise<PageRenderer> {
  if (!existsSync(RENDER_MODULE) || !existsSync(CLIENT_MANIFEST)) {
    throw new PagesNotBuilt()
  }
  const manifest = readFileSync(CLIENT_MANIFEST, 'utf8')
  const module = (await import(pathToFileURL(RENDER_MODULE).href)) as {
    render: (data: PageData, assets: Pick<Assets, 'script' | 'style'> & Part) => string
  }
  const assets = readAssets(manifest)
  const { script, style, base, parts } = assets
  const hash = createHash('sha256').update(readFileSync(RENDER_MODULE)).update(manifest)
  return {
    render: (data) => module.render(data, { script, style, ...(parts[data.content.page] ?? base) }),
    assets,
    build: `${version} ${hash.digest('hex')}`,
  }
}
