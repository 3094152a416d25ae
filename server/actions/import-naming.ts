/** What is known of a registry file before its rows are read: its name, its days, its place. */

import { basename } from 'node:path'
import type { IsoDate } from '#core/calendar.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import { openBytes } from '../registries/byte-source.ts'
import { RegistryFileProblem } from '../registries/file-problem.ts'
import type { RegistryList } from './registry-lists.ts'

export type FileNaming = {
  /** The file's name; of a zip also the member's: `UPDATED.zip: UPDATED.csv`. */
  file_name: string
  mode: ImportMode
  covers_from: IsoDate | null
  covers_to: IsoDate | null
}

/** Name of what is read: the zip's member, or the file; a broken file speaks up when it is opened. */
async function memberOf(list: RegistryList, path: string): Promise<string | null> {
  if (list.member === null) return null
  try {
    return (await openBytes(path, list.member)).name
  } catch (error) {
    if (error instanceof RegistryFileProblem) return null
    throw error
  }
}

/**
 * The days that a file covers and whether it replaces what is loaded. The member of a zip is asked
 * first: a zip may be named by its month alone, or be renamed.
 */
export async function fileNaming(
  list: RegistryList,
  file: { path: string; name: string },
): Promise<FileNaming> {
  const member = (await memberOf(list, file.path)) ?? basename(file.path)
  const days = list.coverage(member) ?? list.coverage(file.name)
  return {
    file_name: member === basename(file.path) ? file.name : `${file.name}: ${member}`,
    mode: list.mode(days),
    covers_from: days?.from ?? null,
    covers_to: days?.to ?? null,
  }
}
