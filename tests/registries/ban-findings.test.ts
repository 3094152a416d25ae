import { describe, expect, test } from 'vitest'
import type { BanRow, BanSubject } from '#core/ban-finding.ts'
import { BAN_LISTS, banResult, disciplineBan, exclusionBan } from '#core/ban-finding.ts'
import { disciplineEvents } from '#core/discipline-events.ts'
import type { ExclusionSpan } from '#core/exclusion-span.ts'
import { exclusionSpans, spanState } from '#core/exclusion-span.ts'
import { exclusionReason } from '#core/exclusion-type.ts'
import type { ExclusionRow } from '#core/registry-rows.ts'
import {
  checked,
  DOWN,
  EXAMPLE_RECORD,
  exampleLicense,
  found,
  NOT_CHECKED,
} from './example-rows.ts'
import { day } from './imported.ts'

const EXCLUSION: ExclusionRow = {
  kind: 'excluded',
  last_name: 'DOE',
  first_name: 'JANE',
  middle_name: null,
  business_name: null,
  general: null,
  specialty: null,
  upin: null,
  npi: EXAMPLE_RECORD.npi,
  npi_as_given: EXAMPLE_RECORD.npi,
  born_on: null,
  address: null,
  city: null,
  state: 'WA',
  zip: null,
  exclusion_type: '1128b4',
  exclusion_type_as_given: '1128b4',
  excluded_on: day('2016-01-20'),
  reinstated_on: null,
  waived_on: null,
  waiver_state: null,
}
const span = (more: Partial<ExclusionSpan> = {}): ExclusionSpan => ({
  row: EXCLUSION,
  excluded_on: EXCLUSION.excluded_on,
  reinstated_on: null,
  in_force_on: day('2026-10-31'),
  absent_on: null,
  ...more,
})

describe('an exclusion', () => {
  test('can end and come again: its history is a list of spans', () => {
    const again = { ...EXCLUSION, excluded_on: day('2018-05-20') }
    const back = { ...EXCLUSION, kind: 'reinstated' as const, reinstated_on: day('2017-02-01') }
    const spans = exclusionSpans([
      { row: EXCLUSION, file: 'exclusions', listed_on: day('2016-01-31') },
      { row: back, file: 'reinstatements', listed_on: day('2017-02-28') },
      { row: again, file: 'full', listed_on: day('2026-10-31') },
    ])
    expect(spans.map((one) => [one.excluded_on, one.reinstated_on, spanState(one)])).toEqual([
      ['2018-05-20', null, 'in_force'],
      ['2016-01-20', '2017-02-01', 'ended'],
    ])
  })

  test('known from a monthly file alone is not called current', () => {
    expect(exclusionBan(span({ in_force_on: null }), 'WA').effect).toBe('unclear')
    expect(exclusionBan(span(), 'WA').effect).toBe('ban')
  })

  test('that is waived in the state is shown and is no ban there', () => {
    const waived = span({ row: { ...EXCLUSION, waiver_state: 'WA', waived_on: day('2020-01-01') } })
    expect([exclusionBan(waived, 'WA').effect, exclusionBan(waived, 'OR').effect]).toEqual([
      'limit',
      'ban',
    ])
  })

  test('is worded by its statute: a loan is a loan, and codes we do not know stay codes', () => {
    expect(exclusionReason('1128a1   ')).toEqual({
      citation: '1128(a)(1)',
      words: 'convicted of a crime tied to Medicare or a state health program',
    })
    expect(exclusionReason('1128b14')).toEqual({
      citation: '1128(b)(14)',
      words: 'unpaid health education loan',
    })
    expect(exclusionReason('1128Aa').citation).toBe('1128A(a)')
    expect(exclusionReason('BRCH CIA').words).toContain('agreement')
    expect(exclusionReason('9999z')).toEqual({
      citation: '9999z',
      words: 'a reason that the list gives only as a code',
    })
  })
})

describe('A3, bans and orders', () => {
  type Checks = BanSubject['checks']
  const all = (check: Checks['sam'], more: Partial<Checks> = {}): Checks => ({
    ...(Object.fromEntries(BAN_LISTS.map((list) => [list, check])) as Checks),
    ...more,
  })
  const of = (...subjects: Checks[]) =>
    banResult(subjects.map((checks, index) => ({ name: `S${index}`, checks })))
  const ban: BanRow = { effect: 'ban', words: 'excluded' }
  const limit: BanRow = { effect: 'limit', words: 'reprimand' }
  const unclear: BanRow = { effect: 'unclear', words: 'suspended once' }

  test('are met only when every list was checked for everyone', () => {
    expect(of(all(checked()), all(checked())).finding).toMatchObject({
      level: 'met',
      strength: 'proof',
    })
    const partial = of(all(checked()), all(checked(), { sam: NOT_CHECKED }))
    expect(partial).toMatchObject({
      state: 'checked_nothing_found',
      finding: null,
      todo: 'Check SAM.gov.',
    })
    expect(partial.statement).toContain('Not checked: SAM.gov')
  })

  test('keep not checked and unavailable apart', () => {
    expect([of(all(NOT_CHECKED)).state, of(all(DOWN)).state]).toEqual([
      'not_checked',
      'source_unavailable',
    ])
  })

  test('fail by one settled ban, whatever else is not checked', () => {
    const result = of(all(NOT_CHECKED), all(NOT_CHECKED, { oig_leie: checked(found(ban)) }))
    expect(result).toMatchObject({
      state: 'found',
      finding: { level: 'not_met', strength: 'proof', basis: 'S1: excluded.' },
    })
  })

  test('do not fail by a likely ban before review, nor ever by a name', () => {
    expect(of(all(checked(), { oig_leie: checked(found(ban, 'likely')) }))).toMatchObject({
      state: 'in_review',
      finding: null,
    })
    const named = all(checked(), { oig_leie: checked(found(ban, 'possible', 'confirmed')) })
    expect(of(named)).toMatchObject({ state: 'in_review', finding: null })
    const rejected = all(checked(), { oig_leie: checked(found(ban, 'possible', 'rejected')) })
    expect(of(rejected).finding?.level).toBe('met')
  })

  test('are partly met by an order, unless a suspension beside it is unclear', () => {
    expect(of(all(checked(), { board_orders: checked(found(limit)) })).finding?.level).toBe(
      'partly',
    )
    expect(
      of(all(checked(), { board_orders: checked(found(limit), found(unclear)) })),
    ).toMatchObject({ state: 'in_review', finding: null })
  })
})

describe('a board action', () => {
  const item = (
    kind: 'order' | 'allegation' | 'closed_allegation' | 'unspecified',
    words: string,
  ) => ({ kind, words, on: day('2020-01-02'), case_number: null })

  test('that suspends is a ban only while the license says so', () => {
    expect(disciplineBan(item('order', 'Suspended'), exampleLicense('suspended'))?.effect).toBe(
      'ban',
    )
    expect(disciplineBan(item('order', 'Suspended'), exampleLicense('active'))?.effect).toBe(
      'unclear',
    )
    expect(disciplineBan(item('order', 'Public Reprimand'), exampleLicense('active'))?.effect).toBe(
      'limit',
    )
  })

  test.each(['Surrendered', 'Automatic Cancellation', 'CANCELLED', 'Voluntary relinquishment'])(
    'in the words "%s" ends practice, and is never a mere order',
    (words) => {
      expect(disciplineBan(item('order', words), exampleLicense('unknown'))?.effect).toBe('unclear')
      expect(disciplineBan(item('order', words), exampleLicense('surrendered'))?.effect).toBe('ban')
    },
  )

  test('that only alleges is an event with its stage and no finding', () => {
    const accused = item('allegation', 'Accusation Filed')
    expect(disciplineBan(accused, exampleLicense('active'))).toBeNull()
    const row = exampleLicense('active', {
      discipline: [
        accused,
        item('closed_allegation', 'Accusation Withdrawn'),
        item('unspecified', 'Yes'),
      ],
    })
    expect(
      disciplineEvents(row, 'The board').map(({ stage, summary }) => [stage, summary]),
    ).toEqual([
      [
        'filed',
        'The board made an allegation, which is not a finding of fault: "Accusation Filed".',
      ],
      ['dismissed', 'The board withdrew or dismissed an allegation: "Accusation Withdrawn".'],
    ])
  })
})
