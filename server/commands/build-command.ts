/** `build` makes the pages: the browser's files and the server's renderer. */

import { buildPages, pagesAreStale } from './build-pages.ts'
import type { Command } from './command.ts'

export const buildCommand: Command = {
  words: ['build'],
  operands: [],
  summary: "build the browser's files and the server's renderer",
  options: {
    'if-stale': {
      type: 'boolean',
      summary: 'only when they are missing or older than the sources',
    },
  },
  run: async ({ values }, { out }) => {
    if (values['if-stale'] === true && !pagesAreStale()) return 0
    out('Building the pages.')
    await buildPages()
    return 0
  },
}
