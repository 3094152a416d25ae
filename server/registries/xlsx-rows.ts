/** Reads the first sheet of a spreadsheet (.xlsx), alone or inside a zip, as rows of text. */

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { openPromise } from 'yauzl'
import { openBytes, readHead } from './byte-source.ts'
import { RegistryFileProblem } from './file-problem.ts'

/** Largest spreadsheet that is read: it is held in memory, unlike everything else here. */
const MAX_BYTES = 32 * 1024 * 1024

/** Whether a file is a spreadsheet, or a zip that holds one. */
export async function holdsSheet(path: string): Promise<'sheet' | 'zipped-sheet' | 'no'> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.size < 4) return 'no'
  if ((await readHead(path, 2)).toString('latin1') !== 'PK') return 'no'
  const zip = await openPromise(path, { autoClose: false }).catch(() => null)
  if (zip === null) return 'no'
  try {
    for await (const { fileName } of zip.eachEntry()) {
      if (fileName === 'xl/workbook.xml') return 'sheet'
      if (fileName.toLowerCase().endsWith('.xlsx')) return 'zipped-sheet'
    }
    return 'no'
  } finally {
    zip.close()
  }
}

async function sheetBytes(path: string, form: 'sheet' | 'zipped-sheet'): Promise<Buffer> {
  const tooLarge = new RegistryFileProblem(
    'unreadable',
    `${basename(path)} is too large a spreadsheet (more than ${MAX_BYTES / 1024 / 1024} MB). Save it as CSV UTF-8.`,
  )
  if (form === 'sheet') {
    if ((await stat(path)).size > MAX_BYTES) throw tooLarge
    return readFile(path)
  }
  const source = await openBytes(path, (name) => name.toLowerCase().endsWith('.xlsx'))
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of source.read(0)) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw tooLarge
    parts.push(Buffer.from(chunk))
  }
  return Buffer.concat(parts)
}

/** Days come as moments at midnight UTC; everything else as its text, line breaks as blanks. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).replace(/\s+/g, ' ').trim()
}

/** The rows of the first sheet; throws `RegistryFileProblem` if it cannot be read. */
export async function readSheet(path: string, form: 'sheet' | 'zipped-sheet'): Promise<string[][]> {
  const bytes = await sheetBytes(path, form)
  try {
    const [first] = await readXlsxFile(bytes)
    return (first?.data ?? []).map((row) => row.map(cellText))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new RegistryFileProblem(
      'unreadable',
      `${basename(path)} is a spreadsheet that cannot be read (${why}). Save it as CSV UTF-8 and try again.`,
    )
  }
}
