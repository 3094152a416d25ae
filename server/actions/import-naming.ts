/** What is known of a registry file before its rows are read: its name, its days, its place. */

import { basename } from 'node:path'
import type { IsoDate } from '#core/calendar.ts'
import type { ImportMode } from '#db/registry-schema.ts'
import { openBytes } from '../registries/byte-source.ts'
import { RegistryFileProblem } from '../registries/file-problem.ts'
import type { RegistryList } from './registry-lists.ts'

export type FileNaming = {
  file_name: string
  /** Which file of a zip is read; null: it is no zip. */
  member: string | null
  mode: ImportMode
  covers_from: IsoDate | null
  covers_to: IsoDate | null
}

/** "UPDATED.zip: UPDATED.csv", or the file's name alone. */
export function nameInWords({ file_name, member }: Pick<FileNaming, 'file_name' | 'member'>) {
  return member === null ? file_name : `${file_name}: ${member}`
}

/** Which file of a zip is read, or null; a broken file speaks up when it is opened. */
async function memberOf(list: RegistryList, path: string): Promise<string | null> {
  try {
    const { name } = await openBytes(path, list.member)
    return name === basename(path) ? null : name
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
  const member = await memberOf(list, file.path)
  const days = list.coverage(member ?? file.name) ?? list.coverage(file.name)
  return {
    file_name: file.name,
    member,
    mode: list.mode(days),
    covers_from: days?.from ?? null,
    covers_to: days?.to ?? null,
  }
}
