import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { parseRecord } from '#core/contract/provider.ts'
import type { CostRange } from '#core/cost.ts'
import { costAmongCases, costOf } from '#core/cost.ts'
import { NO_PRICE, PRICED_ELSEWHERE } from '#core/cost-gaps.ts'
import { paysForTreatment } from '#core/cost-lines.ts'
import { rangeInWords } from '#core/money.ts'
import { caseId, casesOf } from '#core/provider.ts'
import { prepareRubric } from '#core/rubric.ts'

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json'))
const today = '2026-10-01' as IsoDate

const words = (range: CostRange) =>
  range.known ? rangeInWords(range.low, range.high) : 'not known'

/** Every case of every shipped record whose start can be priced, each worked out by hand. */
// biome-ignore format: one row a case
const BY_HAND = [
  ['brigham-and-womens-faulkner-hospital-ketamine-program', 'iv-clinic', '$3,300', '$4,400', '$9,350'],
  ['ember-health', 'iv-clinic', '$3,000', '$4,000', '$8,500'],
  ['field-trip-health-clinics', 'im-clinic', '$4,700', 'not known', 'not known'],
  ['field-trip-health-clinics', 'iv-clinic', '$4,700', 'not known', 'not known'],
  ['field-trip-health-clinics', 'lozenge-clinic', '$4,700', 'not known', 'not known'],
  ['inner-path-wellness-baltimore', 'im-clinic', '$1,650 to $4,675', '$2,050 to $5,575', '$3,850 to $9,625'],
  ['inner-path-wellness-baltimore', 'lozenge-clinic', '$1,350 to $4,375', '$1,650 to $5,175', '$3,000 to $8,775'],
  ['joyous', 'lozenge-home', '$129', '$387', '$1,548'],
  ['kalypso-wellness-centers', 'iv-clinic', '$2,970', '$3,960', '$8,415'],
  ['kensho-wellbeing', 'iv-clinic', '$2,750 to $3,500', '$3,600 to $4,350', '$7,300 to $8,175'],
  ['ketamine-clinics-los-angeles', 'iv-clinic', '$3,600', '$4,800', '$10,200'],
  ['ketamine-lounge', 'iv-clinic', '$3,025', 'not known', 'not known'],
  ['ketamine-treatment-center-of-east-tennessee', 'iv-clinic', '$2,010 to $2,490', '$2,680 to $3,220', '$5,695 to $6,505'],
  ['ketatherapy', 'iv-clinic', '$3,600 to $6,000', '$4,800 to $8,000', '$10,200 to $17,000'],
  ['lone-star-infusion', 'iv-clinic', '$2,250 to $9,900', '$3,000 to $13,200', '$6,375 to $28,050'],
  ['mindbloom', 'lozenge-home', '$1,158 to $1,200', '$1,558 to $1,600', '$3,358 to $3,400'],
  ['nova-health-recovery', 'iv-clinic', '$2,880 to $3,200', '$3,840 to $4,160', '$8,160 to $8,480'],
  ['nushama', 'im-clinic', '$2,800', 'not known', 'not known'],
  ['nushama', 'iv-clinic', '$2,800 to $4,500', 'not known', 'not known'],
  ['nushama', 'lozenge-clinic', '$2,800', 'not known', 'not known'],
  ['ny-ketamine-infusions', 'iv-clinic', '$3,150', '$4,200', '$8,925'],
  ['peak', 'lozenge-home', '$1,000', '$1,000', 'not known'],
  ['smith-ketamine-services', 'lozenge-home', '$250', '$750', '$3,000'],
  ['soft-reboot-wellness', 'iv-clinic', '$5,400', '$7,100', '$14,750'],
  ['tovani-health', 'lozenge-home', '$349', '$1,047', '$4,188'],
]

function shippedRecords() {
  return readdirSync('seeds/providers').flatMap((file) => {
    const parsed = parseRecord(read(`seeds/providers/${file}`))
    return parsed.ok ? [parsed.record] : []
  })
}

test('every shipped record costs what its price lines add up to by hand', () => {
  const priced = shippedRecords().flatMap((record) =>
    casesOf(record).flatMap((of) => {
      const cost = costOf(record, of, DEFAULT_CARE_PLAN, prepared, today)
      if (!cost.to_start.known) return []
      const ranges = [cost.to_start, cost.first_3_months, cost.first_year].map(words)
      return [[record.id, caseId(of), ...ranges]]
    }),
  )
  expect(priced.map((row) => row.join(' | ')).sort()).toEqual(
    BY_HAND.map((row) => row.join(' | ')).sort(),
  )
})

test('nobody who states the price of some treatment is said to state none', () => {
  const gaps = shippedRecords().flatMap((record) =>
    casesOf(record).map((of) => ({
      id: `${record.id} ${caseId(of)}`,
      gap: costAmongCases(record, of, DEFAULT_CARE_PLAN, prepared, today).per_session_gap,
      prices: record.prices.filter(paysForTreatment).length,
    })),
  )
  expect(gaps.filter(({ gap, prices }) => gap === NO_PRICE && prices > 0)).toEqual([])
  expect(gaps.filter(({ gap }) => gap === PRICED_ELSEWHERE).map(({ id }) => id)).not.toEqual([])
  expect(gaps.find(({ id }) => id === 'mindbloom sc-home')?.gap).toBe(
    'A course price only: $1,254 (date of price unknown)',
  )
})
