/** Loads due registry files whose newest always stands at one address. */

import type { Db } from '#db/schema.ts'
import type { DueFile } from './due-files.ts'
import type { ImportDone, ImportRequest } from './import-file.ts'
import { importFile } from './import-file.ts'
import { importTrouble } from './import-refusals.ts'
import type { RegistryList } from './registry-lists.ts'

/** `trouble`: why the file was not taken. What was loaded before is then still in use. */
export type Fetched = { list: string; done: ImportDone | null; trouble: string | null }

/** Downloads and imports one file after the other; one that is not taken stops no other. */
export async function fetchDue(
  db: Db,
  files: readonly DueFile[],
  lists: readonly RegistryList[],
  how: Pick<ImportRequest, 'holder' | 'now' | 'onProgress' | 'onNote'>,
): Promise<Fetched[]> {
  const fetched: Fetched[] = []
  for (const { list: name } of files) {
    const list = lists.find((one) => one.name === name)
    if (list === undefined || list.download === null) continue
    const file = list.download
    const request = { list, file, add: false, force: false, covers_to: null, ...how }
    try {
      const done = await importFile(db, { ...request, keep: 'relevant' })
      fetched.push({ list: name, done, trouble: null })
    } catch (error) {
      const trouble = importTrouble(error)
      if (trouble === null) throw error
      fetched.push({ list: name, done: null, trouble })
    }
  }
  return fetched
}
