import { renderToString } from 'preact-render-to-string'
import type { PageData } from '#core/page-data.ts'
import type { Assets } from './document.tsx'
import { PageDocument } from './document.tsx'

export type { Assets }

/** The whole HTML document of a page; `assets` are the built files' addresses. */
export function render(data: PageData, assets: Assets): string {
  return `<!doctype html>${renderToString(<PageDocument data={data} assets={assets} />)}`
}
