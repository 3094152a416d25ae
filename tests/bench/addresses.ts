/** Addresses of list pages as visitors mix them, each different and each valid. */

import { CONDITIONS, MODALITIES, PROVIDER_KINDS, SETTINGS } from '../../core/vocabulary.ts'
import { drawOf } from './generate.ts'

const STATES = ['CA', 'TX', 'NY', 'MA', 'FL', 'WA', 'UT', 'OH', 'IL', 'CO', 'unknown']
const ZIPS = ['10001', '94103', '60601', '02110', '98101', '78701', '33101', '84101']
const WORDS = ['ketamine', 'mind', 'health', 'clinic', 'wellness', 'mindblom', 'boston', 'seatle']
const CRITERIA = ['A1', 'A4', 'B1', 'C1', 'C4', 'D1', 'D2']
const SORTS = ['stated', 'possible', 'coverage', 'name', 'cost']

/** So many query strings, `?` not included; the same seed gives the same ones. */
export function generateAddresses(count: number, seed: number): string[] {
  const draw = drawOf(seed, 'addresses')
  const made = new Set<string>()
  while (made.size < count) {
    const query = new URLSearchParams()
    if (draw.chance(0.12)) query.set('q', draw.pick(WORDS))
    if (draw.chance(0.4)) query.append('modality', draw.pick(MODALITIES))
    if (draw.chance(0.15)) query.set('setting', draw.pick(SETTINGS))
    if (draw.chance(0.2)) query.set('price_max', String(100 * (3 + draw.whole(9))))
    if (query.has('price_max') && draw.chance(0.7)) query.set('price', 'unknown')
    if (draw.chance(0.12)) query.set('payment', draw.pick(['insurance', 'superbill', 'unknown']))
    if (draw.chance(0.2)) query.append('condition', draw.pick(CONDITIONS))
    if (draw.chance(0.08)) query.set('kind', draw.pick(PROVIDER_KINDS))
    if (draw.chance(0.1)) query.set('met', draw.pick(CRITERIA))
    if (draw.chance(0.35)) query.set('state', draw.pick(STATES))
    else if (draw.chance(0.25)) {
      query.set('zip', draw.pick(ZIPS))
      query.set('within_miles', draw.pick(['25', '50', '100', '250']))
    }
    if (draw.chance(0.5)) query.set('sort', draw.pick(SORTS))
    if (query.size > 0) made.add(query.toString())
  }
  return [...made]
}
