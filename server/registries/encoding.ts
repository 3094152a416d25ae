/** Tells at the first bytes whether a file is text that we can read: UTF-8, with or without a mark. */

import { RegistryFileProblem } from './file-problem.ts'

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** The chunk without a UTF-8 mark; throws for UTF-16, spreadsheets, and other binary data. */
export function checkedStart(chunk: Buffer, name: string): Buffer {
  const [first, second] = chunk
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (utf16) {
    throw new RegistryFileProblem(
      'wrong-encoding',
      `${name} is UTF-16 text. Save it again as UTF-8 (in a spreadsheet: "CSV UTF-8"), or use the file as it was published.`,
      { line: 1 },
    )
  }
  if (first === 0x50 && second === 0x4b) {
    throw new RegistryFileProblem(
      'wrong-file',
      `${name} is a spreadsheet or a zip inside a zip, and text is needed here.`,
    )
  }
  if (chunk.subarray(0, 4096).includes(0)) {
    throw new RegistryFileProblem('wrong-encoding', `${name} is not text: it holds zero bytes.`, {
      line: 1,
    })
  }
  return chunk.subarray(0, 3).equals(UTF8_MARK) ? chunk.subarray(3) : chunk
}
