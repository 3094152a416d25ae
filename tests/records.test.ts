import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { buildCatalog } from '#core/catalog.ts'
import { catalogEntry } from '#core/catalog-entry.ts'
import { costOf, sessionRange } from '#core/cost.ts'
import { isProgram } from '#core/cost-lines.ts'
import { rangeInWords } from '#core/money.ts'
import { providerProfile } from '#core/profile.ts'
import { isClosed } from '#core/provider.ts'
import { COUNTED_CRITERIA, medianCents, recordsFigures } from '#core/records.ts'
import { siteSpots } from '#core/records-states.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import { search } from '#core/search.ts'
import { emptyQuery } from '#core/search-query.ts'
import { readRecordFiles } from '#seeds/record-files.ts'
import { recordsCharts } from '#server/loaders/records-charts.ts'
import { recordsMap } from '#server/loaders/records-map.ts'

const TODAY = '2026-11-23' as IsoDate
const rubric = JSON.parse(readFileSync('seeds/rubric/rubric-v1.json', 'utf8')) as Rubric
const prepared = prepareRubric(rubric)
const real = readRecordFiles('seeds/providers')
const sample = readRecordFiles('seeds/sample')
const context = { prepared, today: TODAY, state: null, plan: DEFAULT_CARE_PLAN }

describe.each([
  ['the real records', real],
  ['the sample records', sample],
])('the figures of %s', (_, records) => {
  const figures = recordsFigures(records, prepared, TODAY)
  const open = records.filter((record) => !isClosed(record))

  test('leave out those that have closed', () => {
    expect(figures.providers).toBe(records.length)
    expect(figures.statuses.closed).toBe(records.length - open.length)
    const closed = new Set(records.filter(isClosed).map(({ id }) => id))
    const shown = figures.prices.flatMap(({ points }) => points.map(({ id }) => id))
    expect(shown.filter((id) => closed.has(id))).toEqual([])
  })

  test('price a session as the provider page does, and only where it has a price', () => {
    for (const { id, points } of figures.prices) {
      const of = prepared.caseById.get(id)?.of
      if (!of) throw new Error(`no case ${id}`)
      const expected = open.flatMap((record) => {
        const mine = providerProfile(record, context).cases.find(
          ({ summary }) => summary.id === id && !summary.ended,
        )
        const price = mine && costOf(record, of, DEFAULT_CARE_PLAN, prepared, TODAY).per_session
        const range = sessionRange((price?.lines ?? []).filter((line) => !isProgram(line)))
        return range ? [`${record.id} ${range.low} ${range.high}`] : []
      })
      expect(points.map((one) => `${one.id} ${one.low} ${one.high}`).sort()).toEqual(
        expected.sort(),
      )
    }
  })

  test('show no program that holds other care as a price of a session', () => {
    const shown = new Set(figures.prices.flatMap(({ points }) => points.map(({ id }) => id)))
    const sold = new Set(figures.prices.flatMap(({ programs }) => programs))
    expect(figures.with_program_only).toBe([...sold].filter((id) => !shown.has(id)).length)
    expect(shown.has('field-trip-health-clinics')).toBe(false)
    if (records === real) expect(sold).toContain('field-trip-health-clinics')
  })

  test('count each provider once a question, by the verdict of its best-known care', () => {
    expect(figures.answers.map(({ criterion }) => criterion)).toEqual(COUNTED_CRITERIA)
    for (const { criterion, counts, providers } of figures.answers) {
      const verdicts = open.flatMap((record) => {
        const [best] = providerProfile(record, context).cases.filter(
          ({ summary }) => !summary.ended && summary.status === 'scored',
        )
        const verdict = best?.criteria.find(({ id }) => id === criterion)?.verdict
        return verdict === undefined || verdict === 'not_applicable' ? [] : [verdict]
      })
      const of = (...words: string[]) => verdicts.filter((one) => words.includes(one)).length
      expect(counts).toEqual({
        met: of('met'),
        partly: of('partly', 'at_least_partly'),
        not_met: of('not_met'),
        conflict: of('conflict'),
        unknown: of('unknown'),
      })
      expect(providers).toBe(verdicts.length)
    }
  })

  test('put each finding into one year and one way of counting', () => {
    const all = figures.ages.reduce((sum, { full, less, none }) => sum + full + less + none, 0)
    expect(all).toBe(open.flatMap(({ findings }) => findings).length)
    expect(figures.findings).toBe(all)
    const undated = open.flatMap(({ findings, sources }) =>
      findings.filter(
        ({ source }) => sources.find(({ id }) => id === source)?.observed_on === null,
      ),
    )
    const row = figures.ages.find(({ year }) => year === null)
    expect((row?.full ?? 0) + (row?.less ?? 0) + (row?.none ?? 0)).toBe(undated.length)
    expect(row?.full ?? 0).toBe(0)
  })

  test('count for each state what a search for that state finds', () => {
    const ids = rubric.criteria.map(({ id }) => id)
    const catalog = buildCatalog(
      records.map((record) => catalogEntry(record, prepared, TODAY)),
      ids,
    )
    for (const { state, either, with_site, from_afar } of figures.states) {
      expect([state, search(catalog, { ...emptyQuery(), state: [state] }).total]).toEqual([
        state,
        either,
      ])
      // A provider with a site there that also serves the state from afar counts once.
      expect([state, with_site + from_afar]).toEqual([state, either])
    }
  })
})

describe('the middle of some amounts', () => {
  test('is the one in the middle, or half way between two, half a cent up', () => {
    expect(medianCents([300, 100, 200])).toBe(200)
    expect(medianCents([100, 400])).toBe(250)
    expect(medianCents([100, 101])).toBe(101)
    expect(medianCents([7])).toBe(7)
    expect(medianCents([])).toBeNull()
  })
})

describe('the charts', async () => {
  const figures = recordsFigures(real, prepared, TODAY)
  const charts = await recordsCharts(figures)
  const drawings = [charts.prices, charts.answers, charts.ages]
    .filter((one) => one !== null)
    .flatMap(({ wide, narrow }) => [wide, narrow])

  test('obey a policy without inline styles, scripts or foreign addresses', () => {
    expect(drawings).toHaveLength(6)
    for (const svg of drawings) {
      expect(svg).toMatch(/^<svg [^>]*role="img"/)
      expect(svg).not.toMatch(/<style|style="|<script|\son\w+="|href=|url\(/)
    }
  })

  test('name themselves once, and no group inside', () => {
    for (const svg of drawings) {
      expect(svg.match(/aria-label="/g)).toHaveLength(1)
      expect(svg).toMatch(/^<svg [^>]*aria-label="Chart: /)
    }
  })

  test('write out every price and name every provider that has one', () => {
    const text = charts.prices?.wide ?? ''
    for (const point of figures.prices.flatMap(({ points }) => points)) {
      expect(text).toContain(`>${rangeInWords(point.low, point.high)}<`)
      expect(text).toContain(`>${point.name.slice(0, 20)}`)
    }
  })

  test('draw a mark for both ends of every price', () => {
    const points = figures.prices.flatMap((group) => group.points)
    const marks = [
      ...(charts.prices?.wide ?? '').matchAll(/class="chart__point[^"]*"[^>]*>(.*?)<\/g>/g),
    ]
    const paths = marks.flatMap(([, inside = '']) => inside.match(/<(path|circle)/g) ?? [])
    expect(paths).toHaveLength(2 * points.length)
  })

  test('are left out where there is nothing to draw', async () => {
    const empty = await recordsCharts(recordsFigures([], prepared, TODAY))
    expect(empty).toEqual({ prices: null, answers: null, ages: null })
  })

  test('stay true when a directory is too large to name every provider', async () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      real.map((record) => ({ ...record, id: `${record.id}-${at}` })),
    ).flat()
    const large = await recordsCharts(recordsFigures(many, prepared, TODAY))
    expect(large.prices?.wide).not.toContain('chart__name')
    expect(large.prices?.wide.match(/<path|<circle/g)?.length).toBeGreaterThan(1000)
  })
})

describe('the map', async () => {
  const figures = recordsFigures(real, prepared, TODAY)
  const map = await recordsMap(figures, [])

  test('draws the 50 states and the District, each with its own outline', () => {
    expect(map.states).toHaveLength(51)
    expect(new Set(map.states.map(({ path }) => path)).size).toBe(51)
    for (const { path } of map.states) expect(path).toMatch(/^M[\d.,MLZ-]+Z$/)
  })

  test('lists the states in the order of their names', () => {
    const names = map.states.map(({ name }) => name)
    expect(names).toEqual([...names].sort())
  })

  test('puts every placed site of a state inside its frame, those of one spot together', async () => {
    const at = (state: string, latitude: number, longitude: number, placed_by: 'zip' | 'city') => ({
      ...blank,
      state,
      point: { latitude, longitude, placed_by },
    })
    const blank = { address: null, city: null, zip: null, phone: null, basis: null, source: 'S1' }
    const locations = [
      at('HI', 21.3, -157.9, 'zip'),
      at('AK', 61.2, -149.9, 'zip'),
      at('ME', 44.8, -68.8, 'zip'),
      at('ME', 44.8, -68.8, 'city'),
      at('Ontario', 43.7, -79.4, 'zip'),
      { ...blank, state: 'TX', point: null },
    ]
    const [first] = real
    if (!first) throw new Error('no record')
    const { sites } = await recordsMap(figures, siteSpots([{ ...first, locations }]))
    expect(sites.map((site) => [site.sites, site.exact])).toEqual([
      [1, true],
      [1, true],
      [2, false],
    ])
    for (const { x, y } of sites) {
      expect(x > 0 && x < map.width && y > 0 && y < map.height).toBe(true)
    }
  })

  test('puts a site near the middle of a small state that it stands in', async () => {
    const [providence] = (
      await recordsMap(figures, [{ latitude: 41.6, longitude: -71.5, sites: 1, exact: true }])
    ).sites
    const island = map.states.find(({ state }) => state === 'RI')
    expect(
      Math.hypot((providence?.x ?? 0) - (island?.x ?? 0), (providence?.y ?? 0) - (island?.y ?? 0)),
    ).toBeLessThan(8)
  })

  test('stays under 40 kB of outlines', () => {
    const bytes = map.states.reduce((sum, { path }) => sum + path.length, 0)
    process.stdout.write(`map outlines ${bytes} bytes\n`)
    expect(bytes).toBeLessThan(40_000)
  })
})

test('the drawing libraries load on first use only', () => {
  for (const file of ['records-plot', 'records-map', 'records-charts', 'records-page']) {
    const text = readFileSync(`server/loaders/${file}.ts`, 'utf8')
    const eager = /^import (?!type)[^'\n]*from '(@observablehq|linkedom|d3|topojson|us-atlas)/m
    expect(text).not.toMatch(eager)
  }
})
