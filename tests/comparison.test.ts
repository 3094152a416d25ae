import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import type { Cell } from '#core/compare.ts'
import { compare } from '#core/compare.ts'
import { knownFrom } from '#core/comparison-cells.ts'
import { numberSources } from '#core/comparison-sources.ts'
import { parseRecord } from '#core/contract/provider.ts'
import { comparisonCsv } from '#core/export/comparison-csv.ts'
import { comparisonJson } from '#core/export/comparison-json.ts'
import type { ProviderRecord } from '#core/provider.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json') as Rubric)

function record(folder: 'providers' | 'sample', id: string): ProviderRecord {
  const parsed = parseRecord(read(`seeds/${folder}/${id}.json`))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.record
}

const real = (id: string) => record('providers', id)
const request = {
  prepared,
  today: '2026-11-23' as IsoDate,
  state: null,
  plan: DEFAULT_CARE_PLAN,
  case: null,
}
const golden = compare([real('mindbloom'), real('joyous'), real('innerwell')], {
  ...request,
  case: 'lozenge-home',
})
const allCells = (comparison: typeof golden): Cell[] =>
  comparison.groups.flatMap((group) => group.rows.flatMap((row) => row.cells))

describe('the sources of a comparison', () => {
  const { sources, numbersOf } = numberSources(golden)
  const rows = golden.groups.flatMap((group) => group.rows)

  test('stand once each, and every backed cell names its own by number', () => {
    const said = sources.map(({ id: _, ...rest }) => JSON.stringify(rest))
    expect(new Set(said).size).toBe(said.length)
    for (const { cells } of rows) {
      cells.forEach((cell, at) => {
        const urls = numbersOf(cell, at).map((number) => sources[number - 1]?.url)
        const own = cell.evidence.length > 0 ? cell.evidence.map((one) => one.source) : cell.sources
        expect(new Set(urls)).toEqual(new Set(own.map(({ url }) => url)))
      })
    }
  })

  test('are numbered from 1 in the order of the table', () => {
    const named = rows.flatMap(({ cells }) => cells.flatMap((cell, at) => numbersOf(cell, at)))
    expect([...new Set(named)].sort((one, other) => one - other)).toEqual(
      sources.map((_, at) => at + 1),
    )
  })
})

describe('a comparison', () => {
  test('of three real providers is as recorded, in JSON and in CSV', async () => {
    await expect(comparisonJson(golden)).toMatchFileSnapshot('golden/lozenge-home.json')
    await expect(comparisonCsv(golden)).toMatchFileSnapshot('golden/lozenge-home.csv')
  })

  test('takes the best-covered case that all share when none is asked for', () => {
    const found = compare([real('mindbloom'), real('joyous')], request)
    expect(found.case?.id).toBe('lozenge-home')
    expect(found.notices).toEqual([])
  })

  test('says so when nothing is shared, and shows each provider its own care', () => {
    const found = compare([real('joyous'), real('ny-ketamine-infusions')], request)
    expect(found.case).toBeNull()
    expect(found.notices[0]).toContain('no care in common')
    expect(found.providers.map((one) => one.summary?.id)).toEqual(['lozenge-home', 'iv-clinic'])
  })

  test('names the provider that does not offer the case asked for', () => {
    const records = [real('joyous'), real('ny-ketamine-infusions')]
    const found = compare(records, { ...request, case: 'iv-clinic' })
    expect(found.notices).toEqual([
      'No source says that Joyous offers this kind of care: IV infusion in a clinic.',
      'They offer no care in common.',
    ])
    const row = found.groups[1]?.rows[0]
    expect(row?.cells[0]?.text).toBe('No source says that it offers this care')
  })

  test('names all that do not offer it, the care itself, and that there is a choice', () => {
    const records = [real('nushama'), real('kensho-wellbeing')]
    const found = compare(records, { ...request, case: 'lozenge-home' })
    expect(found.notices).toEqual([
      'No source says that Nushama and Kensho Wellbeing offer this kind of care: Lozenge or tablet at home.',
      'Choose a kind of care that all of them offer.',
    ])
    expect(found.shared_cases.length).toBeGreaterThan(0)
  })

  test('has no empty cell and as many cells in each row as providers', () => {
    const samples = [
      record('sample', 'sample-quiet-harbor-program'),
      record('sample', 'sample-blue-acorn-wellness'),
      record('sample', 'sample-foggy-window-counseling'),
    ]
    const found = compare(samples, request)
    for (const comparison of [golden, found]) {
      expect(allCells(comparison).filter((cell) => cell.text.trim() === '')).toEqual([])
      for (const row of comparison.groups.flatMap((group) => group.rows)) {
        expect(row.cells).toHaveLength(comparison.providers.length)
      }
    }
    expect(found.sample).toBe(true)
  })

  test('says that a row differs exactly when its words do', () => {
    for (const row of golden.groups.flatMap((group) => group.rows)) {
      expect(row.differs).toBe(new Set(row.cells.map((cell) => cell.text)).size > 1)
    }
  })

  test('keeps the order given and does not change when a provider is added', () => {
    const two = compare([real('mindbloom'), real('joyous')], { ...request, case: 'lozenge-home' })
    expect(golden.providers.slice(0, 2)).toEqual(two.providers)
  })

  test('is refused for a closed provider, for one and for five', () => {
    const open = real('joyous')
    expect(() => compare([open, real('ketamine-wellness-centers')], request)).toThrow(RangeError)
    expect(() => compare([open], request)).toThrow(RangeError)
    expect(() => compare([open, open, open, open, open], request)).toThrow(RangeError)
  })
})

describe('the CSV of a comparison', () => {
  const rows = parse(comparisonCsv(golden), { bom: true }) as string[][]

  test('reads back with the same words as the screen', () => {
    const texts = golden.groups.flatMap((group) =>
      group.rows.map((row) => row.cells.map((cell) => cell.text)),
    )
    const body = rows.slice(1).filter((row) => row[0] !== 'About')
    const columns = golden.providers.map((_, at) => 3 + 3 * at)
    const plain = (text: string) => text.replace(/^'/, '')
    expect(body.map((row) => columns.map((at) => plain(row[at] ?? '')))).toEqual(texts)
  })

  test('gives a source address and a day or "date unknown" for every verdict with evidence', () => {
    const known = rows.filter((row) =>
      ['Meets', 'Partly', 'Partly or better'].includes(row[3] ?? ''),
    )
    expect(known.length).toBeGreaterThan(3)
    for (const row of known) {
      expect(row[4]).toMatch(/^https?:/)
      expect(row[5]).toMatch(/^\d{4}|date unknown/)
    }
  })

  test('gives each source its own day, line by line', () => {
    const pairs = rows.slice(1).flatMap((row) =>
      golden.providers.map((_, at) => ({
        urls: (row[4 + 3 * at] ?? '').split('\n'),
        days: (row[5 + 3 * at] ?? '').split('\n'),
      })),
    )
    for (const { urls, days } of pairs) expect(days).toHaveLength(urls.length)
    const several = pairs.filter(({ days }) => new Set(days).size > 1)
    expect(several.length).toBeGreaterThan(3)
    const sources = allCells(golden).flatMap((cell) => [
      ...cell.sources,
      ...cell.evidence.map(({ source }) => source),
    ])
    for (const { urls, days } of several) {
      urls.forEach((url, at) => {
        const own = sources.filter((source) => source.url === url)
        expect(own.map(({ observed_on }) => observed_on ?? 'date unknown')).toContain(days[at])
      })
    }
  })

  test('says of evidence that is too old that it does not count, and from which day it is', () => {
    const records = ['mindbloom', 'nue-life-health', 'innerwell'].map(real)
    const found = compare(records, request)
    const aside = found.groups.flatMap((group) =>
      group.rows.flatMap((row) => {
        const [cell] = row.cells
        return cell?.evidence.some(({ set_aside }) => set_aside === 'stale') &&
          cell.evidence.every(({ set_aside }) => set_aside !== null)
          ? [{ label: row.label, said: knownFrom(cell, (day) => day) }]
          : []
      }),
    )
    expect(aside.length).toBeGreaterThan(5)
    const inFile = parse(comparisonCsv(found), { bom: true }) as string[][]
    for (const { label, said } of aside) {
      expect(said).toMatch(/^too old to count, 20\d\d/)
      const line = inFile.find((row) => row[1] === label)
      expect(line?.[5]).toBe(said)
      expect(line?.[4]).toMatch(/^https?:/)
    }
  })

  test('carries the crisis line and the plan', () => {
    const about = rows.filter((row) => row[0] === 'About').map((row) => row[3])
    expect(about.join(' ')).toContain('988')
    expect(about.join(' ')).toContain('6 sessions in the first course')
    const plan = { first_course_sessions: 1, maintenance_per_month: 1 }
    const once = comparisonCsv(compare([real('mindbloom'), real('joyous')], { ...request, plan }))
    expect(once).toContain('"1 session in the first course')
  })
})

describe('the JSON of a comparison', () => {
  test('reads back to the same comparison', () => {
    expect(JSON.parse(comparisonJson(golden)).comparison).toEqual(golden)
  })
})
