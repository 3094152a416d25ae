/** Imports a file and is killed after so many batches: `import-and-die.ts DATABASE LIST FILE KEEP BATCHES`. */

import { openDb } from '#db/open.ts'
import type { KeepName } from '#server/actions/import-file.ts'
import { load } from './imported.ts'

const [, , url = '', list = '', file = '', keep = 'all', batches = '1'] = process.argv
let left = Number(batches)
await load(openDb(url), list, file, {
  keep: keep as KeepName,
  onProgress: () => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
