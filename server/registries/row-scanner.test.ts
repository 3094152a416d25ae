import { isAscii } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLAIN_CSV } from './csv-form.ts'
import { createFieldSpans, rowText, splitRow } from './row-fields.ts'
import { createRowScanner, MAX_ROW_BYTES } from './row-scanner.ts'

type Seen = { line: number; fields: string[] }

/** Reads text as the importers do, in chunks of the given size. */
function scan(text: string, chunkBytes: number): { rows: Seen[]; oversize: number[] } {
  const rows: Seen[] = []
  const oversize: number[] = []
  const spans = createFieldSpans(50, PLAIN_CSV)
  const scanner = createRowScanner({
    onRow(bytes, start, end, line, crossed) {
      splitRow(bytes, start, end, spans)
      const value = rowText(bytes, start, spans, isAscii(bytes.subarray(start, end)), true)
      if (crossed && spans.badField >= 0) return false
      rows.push({ line, fields: Array.from({ length: spans.count }, (_, index) => value(index)) })
      return true
    },
    onOversize: (line) => oversize.push(line),
  })
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    // A fresh copy each time: the real source reuses its buffer.
    scanner.push(Buffer.from(bytes.subarray(at, at + chunkBytes)))
  }
  scanner.end()
  return { rows, oversize }
}

const word = fc.stringMatching(/^[A-Za-zé0-9.#-]{0,6}$/)
const quotedValue = fc
  .array(fc.constantFrom('a', '1', ',', '""', '\n', '\r\n', '\r', 'é', ' x '), { maxLength: 6 })
  .map((parts) => `"${parts.join('')}"`)
const value = fc.oneof(
  word,
  word.map((text) => `"${text}"`),
  quotedValue,
)
const npi = fc.oneof(fc.constant('"1234567893"'), fc.constant('1234567893'))
const row = fc
  .tuple(npi, fc.array(value, { minLength: 2, maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest].join(','))

describe('the row scanner', () => {
  test('finds the rows that csv-parse finds, whatever the quoting, line ends and chunks', () => {
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
    const lines = fc.array(fc.tuple(row, lineEnd), { minLength: 1, maxLength: 8 })
    const oneKind = fc.tuple(fc.array(row, { minLength: 1, maxLength: 8 }), lineEnd)
    const file = fc.oneof(
      lines,
      oneKind.map(([rows, end]) => rows.map((text): [string, string] => [text, end])),
    )
    fc.assert(
      fc.property(
        file,
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        (given, closed, chunkBytes) => {
          const whole = given.flat().join('')
          const text = closed ? whole : whole.slice(0, -(given.at(-1)?.[1].length ?? 0))
          const expected = parse(text, { record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]
          const trimmed = expected.map((fields) => fields.map((field) => field.trim()))
          expect(scan(text, chunkBytes).rows.map(({ fields }) => fields)).toEqual(trimmed)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('counts lines by every kind of line end', () => {
    const { rows } = scan('a,b\r\nc,"x\ry\r\nz"\re,f\n"g",h', 5)
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5, 6])
  })

  test('counts the lines inside quoted values', () => {
    const { rows } = scan('"NPI","A"\n"1","x\ny\nz"\n"2","b"\n', 7)
    expect(rows).toEqual([
      { line: 1, fields: ['NPI', 'A'] },
      { line: 2, fields: ['1', 'x\ny\nz'] },
      { line: 5, fields: ['2', 'b'] },
    ])
  })

  test('loses one row to a quote that is never closed, and finds the next', () => {
    const { rows } = scan('"NPI","A"\n"1","open\n"2","b"\n"3","c"\n', 1000)
    expect(rows.map(({ fields }) => fields[0])).toEqual(['NPI', '1', '2', '3'])
  })

  test.each(
    ['\n', '\r\n', '\r'].flatMap((end) => [
      ['ends', end, `"1","${'x'.repeat(10 * 1024 * 1024)}"`],
      ['opens a quote and', end, `1,"${'x'.repeat(MAX_ROW_BYTES + 10)}`],
    ]),
  )('skips one oversize row that %s in %j, holding no more than the limit', (_, end, long) => {
    // Among them, parts that break off right behind the carriage return.
    for (const chunkBytes of [1 << 16, ...[10, 11, 12, 13].map((more) => long.length + more)]) {
      const { rows, oversize } = scan(`"NPI","A"${end}${long}${end}"2","b"${end}3,c`, chunkBytes)
      expect(oversize).toEqual([2])
      expect(rows).toEqual([
        { line: 1, fields: ['NPI', 'A'] },
        { line: 3, fields: ['2', 'b'] },
        { line: 4, fields: ['3', 'c'] },
      ])
    }
  })
})

describe('a split row', () => {
  test('has the values that csv-parse finds, however many empty ones stand in a row', () => {
    const values = fc.array(fc.constantFrom('""', '""', '""', '""', '""', '', '"a"', '"b,c"'), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 45 }), (given, limit) => {
        const text = given.join(',')
        if (text === '') return
        const bytes = Buffer.from(text)
        const spans = createFieldSpans(41, PLAIN_CSV)
        splitRow(bytes, 0, bytes.length, spans, limit)
        const value = rowText(bytes, 0, spans, true, false)
        const found = Array.from({ length: spans.count }, (_, index) => value(index))
        expect(found).toEqual((parse(text) as string[][])[0]?.slice(0, limit))
        expect(spans.badField).toBe(-1)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['a,"b"c,d', 1],
    ['a,b"c,d', 1],
    ['a,"b', 1],
    ['"a","b","c"', -1],
  ])('of %s has its first bad quote at %i', (text, badField) => {
    const spans = createFieldSpans(10, PLAIN_CSV)
    splitRow(Buffer.from(text), 0, text.length, spans)
    expect(spans.badField).toBe(badField)
  })
})
