/**
 * Any number of providers drawn from the distribution of the real records: each takes its kind,
 * status, cases and number of sites from one record, its way of being paid and what it treats from
 * others, and a place from the ZIP table in a state drawn as often as the records name it. Verdicts
 * mix two real cases of one kind, so that scores spread; the same seed gives the same directory.
 */

import type { AssessedCase, CatalogCase, CatalogEntry } from '../../core/catalog-input.ts'
import { toCents } from '../../core/money.ts'
import { streamOf } from '../../core/random.ts'
import type { ZipRow } from '../../seeds/zip-rows.ts'
import { readZipRows } from '../../seeds/zip-rows.ts'

export type Draw = {
  /** A whole number from 0 to `below` - 1. */
  whole: (below: number) => number
  pick: <Value>(values: readonly Value[]) => Value
  chance: (share: number) => boolean
}

/** Draws that repeat for one seed and name. */
export function drawOf(seed: number, name: string): Draw {
  const { uniform } = streamOf(seed, name)
  const whole = (below: number) => Math.floor(uniform() * below)
  const pick = <Value>(values: readonly Value[]) => values[whole(values.length)] as Value
  return { whole, pick, chance: (share) => uniform() < share }
}

const ONSETS = ['b', 'c', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ay', 'ea', 'oo']
const CODAS = ['', 'l', 'n', 'r', 's', 'm', 'x', 'nd']

function inventedWord(draw: Draw): string {
  const syllable = () => draw.pick(ONSETS) + draw.pick(VOWELS) + draw.pick(CODAS)
  const word = syllable() + syllable() + (draw.chance(0.5) ? syllable() : '')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Half of one case's answers and half of another's; points in proportion, none above 100. */
function mixed(one: AssessedCase, other: AssessedCase, draw: Draw): AssessedCase {
  const { low, stated, high, coverage } = one
  if (low === null || stated === null || high === null || coverage === null) return one
  const letters = [...one.verdicts].map((letter, at) =>
    draw.chance(0.5) ? letter : other.verdicts.charAt(at),
  )
  const verdicts = letters.join('')
  const answered = (text: string) => text.replace(/[u-]/g, '').length
  const share = Math.min(1.5, answered(verdicts) / Math.max(1, answered(one.verdicts)))
  const wobble = 1 + (draw.whole(1000) - 500) / 5000
  const scaled = (points: number) => Math.min(100, points * share * wobble)
  return { low: scaled(low), stated: scaled(stated), high, coverage: scaled(coverage), verdicts }
}

function scaledRange(range: CatalogCase['session'], draw: Draw): CatalogCase['session'] {
  if (range === null) return null
  const percent = 70 + draw.whole(61)
  const dollars = (cents: number) => toCents(Math.round((cents * percent) / 10_000) * 100)
  return { low: dollars(range.low), high: dollars(range.high) }
}

type Stock = {
  templates: readonly CatalogEntry[]
  casesById: Map<string, CatalogCase[]>
  states: string[]
  zipsByState: Map<string, ZipRow[]>
  tails: string[]
  words: string[]
}

/** Given names, surnames and fancies: names repeat, however many providers there are. */
const INVENTED_WORDS = 20_000

function stockOf(templates: readonly CatalogEntry[], draw: Draw): Stock {
  const cases = templates.flatMap((entry) => entry.cases)
  const zipsByState = Map.groupBy(readZipRows(), ({ state }) => state)
  return {
    templates,
    casesById: Map.groupBy(cases, ({ id }) => id),
    states: templates
      .flatMap((entry) => entry.site_states)
      .filter((state) => zipsByState.has(state)),
    zipsByState,
    tails: templates.map(({ name }) => name.split(' ').slice(1).join(' ')).filter((tail) => tail),
    words: Array.from({ length: INVENTED_WORDS }, () => inventedWord(draw)),
  }
}

function generatedCase(one: CatalogCase, state: string, stock: Stock, draw: Draw): CatalogCase {
  const base = mixed(one, draw.pick(stock.casesById.get(one.id) ?? [one]), draw)
  const there = Object.values(one.by_state)[0]
  return {
    ...one,
    ...base,
    session: scaledRange(one.session, draw),
    first_3_months: scaledRange(one.first_3_months, draw),
    by_state: there ? { [state]: mixed(there, base, draw) } : {},
  }
}

function generatedEntry(at: number, stock: Stock, draw: Draw): CatalogEntry {
  const template = draw.pick(stock.templates)
  const { payment, payment_known } = draw.pick(stock.templates)
  const home = draw.pick(stock.states)
  const states = template.points.map((_, site) => (site === 0 ? home : draw.pick(stock.states)))
  const sites = states.map((state) => draw.pick(stock.zipsByState.get(state) ?? []))
  const first = draw.chance(0.3) && sites[0] ? sites[0].city : draw.pick(stock.words)
  return {
    ...template,
    id: `generated-${at}`,
    name: `${first} ${draw.pick(stock.tails)}`,
    aliases: template.aliases.length > 0 ? [draw.pick(stock.words)] : [],
    cities: sites.map(({ city }) => city),
    site_states: [...new Set(states)],
    points: sites.map(({ latitude, longitude }) => ({ latitude, longitude })),
    payment,
    payment_known,
    conditions: draw.pick(stock.templates).conditions,
    cases: template.cases.map((one) => generatedCase(one, home, stock, draw)),
  }
}

/** Providers that between them have at least so many offerings. */
export function generateEntries(
  templates: readonly CatalogEntry[],
  offerings: number,
  seed: number,
): CatalogEntry[] {
  const draw = drawOf(seed, `directory of ${offerings}`)
  const stock = stockOf(templates, draw)
  const entries: CatalogEntry[] = []
  for (let made = 0; made < offerings; ) {
    const entry = generatedEntry(entries.length, stock, draw)
    entries.push(entry)
    made += entry.cases.length
  }
  return entries
}
