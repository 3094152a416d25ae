/** Which addresses are kept for use without a network. The whole site never is. */

/** Pages that hold what a person writes or looks up in a call; kept once they were opened. */
export const TOOL_PAGES: readonly string[] = ['/shortlist', '/ask', '/plan', '/journal', '/learn']

/** Shown in place of a page that was not kept; the only one that is fetched ahead. */
export const OFFLINE_PAGE = '/offline'

/** `tool`, `record-page` and `record` come from the network first, `asset` from the copies first. */
export type KeptKind = 'tool' | 'record-page' | 'record' | 'asset'

const RECORD = /^\/api\/(rubric|providers\/[^/]+)$/
const RECORD_PAGE = /^\/providers\/[^/]+$/

/** How an address is kept; null for those that are not. Lists and comparisons are not: they age. */
export function keptKind(path: string): KeptKind | null {
  if (TOOL_PAGES.includes(path)) return 'tool'
  if (RECORD_PAGE.test(path)) return 'record-page'
  if (RECORD.test(path)) return 'record'
  return path.startsWith('/assets/') ? 'asset' : null
}

/** The built files that a page's HTML names. */
export function assetsIn(html: string): string[] {
  return [...new Set(html.match(/\/assets\/[\w.-]+/g))]
}
