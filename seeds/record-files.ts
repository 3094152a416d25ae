/** Reading a folder of record files, all or none. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRecord } from '#core/contract/provider.ts'
import type { Refusal } from '#core/contract/refusal.ts'
import type { ProviderRecord } from '#core/provider.ts'

export type FileRefusal = Refusal & { file: string }

/** Some files cannot be loaded; each problem names its file, JSON path and reason. */
export class RefusedFiles extends Error {
  readonly problems: readonly FileRefusal[]

  constructor(problems: readonly FileRefusal[]) {
    const lines = problems.map(({ file, path, reason }) => `${file}: ${path} ${reason}`)
    super(`nothing was loaded, ${lines.length} problems:\n${lines.join('\n')}`)
    this.name = 'RefusedFiles'
    this.problems = problems
  }
}

type FileRead = { records: ProviderRecord[]; problems: FileRefusal[] }

function readRecordFile(folder: string, name: string): FileRead {
  const file = join(folder, name)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = `is not readable JSON: ${error instanceof Error ? error.message : error}`
    return { records: [], problems: [{ file, path: '$', reason }] }
  }
  const parsed = parseRecord(json)
  if (!parsed.ok) {
    return { records: [], problems: parsed.problems.map((problem) => ({ file, ...problem })) }
  }
  const { id } = parsed.record
  if (name === `${id}.json`) return { records: [parsed.record], problems: [] }
  const reason = `is "${id}", which belongs in a file named ${id}.json`
  return { records: [], problems: [{ file, path: '$.id', reason }] }
}

/**
 * The records of every `.json` file in a folder, ordered by id. Throws `RefusedFiles` with all
 * problems of all files if there is one.
 */
export function readRecordFiles(folder: string): ProviderRecord[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  const files = names.map((name) => readRecordFile(folder, name))
  const problems = files.flatMap((file) => file.problems)
  if (problems.length > 0) throw new RefusedFiles(problems)
  return files.flatMap((file) => file.records)
}
