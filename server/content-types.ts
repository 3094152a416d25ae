/** The headers that say what a body is. */

export const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const
export const HTML_HEADERS = { 'content-type': 'text/html; charset=utf-8' } as const

/** The headers of a file that is saved rather than shown. `name` needs no quoting. */
export function fileHeaders(type: string, name: string) {
  return {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  }
}
