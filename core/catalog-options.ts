/**
 * A bit set for every option of every filter: over rows where the option belongs to a case, over
 * providers where it belongs to the provider. Options stand in the order in which they are listed.
 */

import type { Bits } from './bits.ts'
import { bitsFor, countBits, setBit } from './bits.ts'
import type { CatalogEntry } from './catalog-input.ts'
import { verdictPosition } from './catalog-input.ts'
import type { Layout } from './catalog-layout.ts'
import type { PriceBasis } from './search-query.ts'
import { UNKNOWN, VERDICT_FILTERS } from './search-query.ts'
import {
  CONDITIONS,
  MODALITIES,
  PAYMENT_WAYS,
  PROVIDER_KINDS,
  PROVIDER_STATUSES,
  SETTINGS,
  US_STATES,
} from './vocabulary.ts'

export type Options = ReadonlyMap<string, Bits>

export type RowOptions = {
  /** Rows that stand for a case or for the lack of one; the rest is padding. */
  all: Bits
  modality: Options
  setting: Options
  /** Rows with a comparable price on each basis. */
  priced: Record<PriceBasis, Bits>
  /** By criterion, then by position in `VERDICT_FILTERS`; null where no row has that verdict. */
  verdict: (Bits | null)[][]
}

export type ProviderOptions = Record<'state' | 'payment' | 'condition' | 'kind' | 'status', Options>

function emptyOptions(values: readonly string[], size: number): Map<string, Bits> {
  return new Map(values.map((value) => [value, bitsFor(size)]))
}

/** Marks a member under a value; a value outside the vocabulary is the mistake of the caller. */
function mark(options: Options, value: string, member: number): void {
  const bits = options.get(value)
  if (!bits) throw new RangeError(`"${value}" is not an option`)
  setBit(bits, member)
}

export function rowOptions({ cases }: Layout, criteria: readonly string[]): RowOptions {
  const size = cases.length
  const result: RowOptions = {
    all: bitsFor(size),
    modality: emptyOptions([...MODALITIES, UNKNOWN], size),
    setting: emptyOptions([...SETTINGS, UNKNOWN], size),
    priced: { session: bitsFor(size), first_3_months: bitsFor(size) },
    verdict: criteria.map(() => VERDICT_FILTERS.map(() => bitsFor(size))),
  }
  const unknown = VERDICT_FILTERS.indexOf('unknown')
  cases.forEach((one, row) => {
    if (one === undefined) return
    setBit(result.all, row)
    mark(result.modality, one?.modality ?? UNKNOWN, row)
    mark(result.setting, one?.setting ?? UNKNOWN, row)
    if (one?.session) setBit(result.priced.session, row)
    if (one?.first_3_months) setBit(result.priced.first_3_months, row)
    result.verdict.forEach((options, at) => {
      const bits = options[one ? verdictPosition(one.verdicts, at) : unknown]
      if (bits) setBit(bits, row)
    })
  })
  result.verdict = result.verdict.map((options) =>
    options.map((bits) => (bits && countBits(bits) > 0 ? bits : null)),
  )
  return result
}

export function providerOptions(entries: readonly CatalogEntry[]): ProviderOptions {
  const size = entries.length
  const result = {
    state: emptyOptions([...US_STATES, UNKNOWN], size),
    payment: emptyOptions([...PAYMENT_WAYS, UNKNOWN], size),
    condition: emptyOptions([...CONDITIONS, UNKNOWN], size),
    kind: emptyOptions(PROVIDER_KINDS, size),
    status: emptyOptions(PROVIDER_STATUSES, size),
  }
  entries.forEach((entry, at) => {
    for (const state of entry.site_states) mark(result.state, state, at)
    for (const state of entry.served_states) mark(result.state, state, at)
    if (!entry.reach_known) mark(result.state, UNKNOWN, at)
    for (const way of entry.payment) mark(result.payment, way, at)
    if (!entry.payment_known) mark(result.payment, UNKNOWN, at)
    for (const condition of entry.conditions) mark(result.condition, condition, at)
    if (entry.conditions.length === 0) mark(result.condition, UNKNOWN, at)
    mark(result.kind, entry.kind, at)
    mark(result.status, entry.status, at)
  })
  return result
}
