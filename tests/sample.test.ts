import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Scored } from '#core/assess.ts'
import { assessRecord } from '#core/assess.ts'
import type { IsoDate } from '#core/calendar.ts'
import { daysBetween, firstDay } from '#core/calendar.ts'
import { DEFAULT_CARE_PLAN } from '#core/care-plan.ts'
import { parseRecord } from '#core/contract/provider.ts'
import type { CostRange } from '#core/cost.ts'
import { costOf } from '#core/cost.ts'
import type { ProviderRecord } from '#core/provider.ts'
import { casesOf, hasEnded, sourceOf } from '#core/provider.ts'
import type { Rubric } from '#core/rubric.ts'
import { prepareRubric } from '#core/rubric.ts'
import {
  ACCEPTANCES,
  CLINICIAN_ROLES,
  CONDITIONS,
  EVENT_KINDS,
  EVENT_STAGES,
  GRADES,
  INCLUSIONS,
  LOCATION_BASES,
  MODALITIES,
  PAYERS,
  PAYMENT_WAYS,
  PROVIDER_KINDS,
  PROVIDER_STATUSES,
  SERVICES,
  SOURCE_KINDS,
  VERDICTS,
} from '#core/vocabulary.ts'

/** The sample ages as days pass; it is meant to be looked at on this day. */
const TODAY = '2026-11-23' as IsoDate
const FOLDER = 'seeds/sample'
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const prepared = prepareRubric(read('seeds/rubric/rubric-v1.json') as Rubric)

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
const records = files.map((name): ProviderRecord => {
  const parsed = parseRecord(read(`${FOLDER}/${name}`))
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
  return parsed.record
})

const statesOf = (record: ProviderRecord) => [
  null,
  ...new Set(record.findings.flatMap(({ state }) => (state === null ? [] : [state]))),
]

/** Every assessment that the sample can show: each case, for no state and each state named. */
const shown = records.flatMap((record) =>
  casesOf(record).flatMap((of) =>
    statesOf(record).map((state) => {
      const assessment = assessRecord(record, of, prepared, TODAY, state)
      if (assessment.status === 'rejected') throw new Error(`${record.id}: ${assessment.detail}`)
      return { record, of, state, assessment }
    }),
  ),
)
const scored = shown.flatMap(({ assessment, ...rest }) =>
  assessment.status === 'scored' ? [{ ...rest, assessment }] : [],
)
const assessments = scored.map(({ assessment }) => assessment)
const results = assessments.flatMap(({ criteria }) => criteria)
const readings = results.flatMap((result) => result.readings)

const sorted = <Word extends string | null>(words: Iterable<Word>) => [...new Set(words)].sort()
const lettersOf = (found: readonly Scored[]) =>
  found.flatMap(({ confirmed_grade }) => (confirmed_grade ? [confirmed_grade] : []))

describe('the sample directory', () => {
  test('holds 12 records, each in a file named for its id', () => {
    expect(files).toEqual(records.map(({ id }) => `${id}.json`))
    expect(records).toHaveLength(12)
  })

  test('is marked as a sample in every id, name, alias, successor and publisher', () => {
    for (const record of records) {
      expect(record.origin).toBe('sample')
      expect(record.id).toMatch(/^sample-/)
      const { successor } = record.status
      const names = [record.name, ...record.aliases, ...(successor === null ? [] : [successor])]
      for (const name of names) expect(name).toMatch(/^Sample: /)
      for (const { publisher } of record.sources) expect(publisher).toMatch(/^Sample/)
    }
  })

  test('names only example addresses', () => {
    for (const name of files) {
      const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
      const addresses = text.match(/https?:\/\/[^"\s]+/g) ?? []
      expect(addresses.length).toBeGreaterThan(0)
      for (const address of addresses) {
        expect(new URL(address).hostname).toMatch(/^(example\.org|([a-z-]+\.)+example)$/)
      }
    }
  })

  test('names no real person, telephone or NPI', () => {
    const clinicians = records.flatMap((record) => record.clinicians)
    for (const { name, npi, board_certified } of clinicians) {
      expect(name ?? 'Sample Person A').toMatch(/^Sample Person [A-Z]$/)
      expect(npi).toBeNull()
      expect(board_certified ?? '(invented)').toContain('(invented)')
    }
    const phones = records.flatMap(({ locations }) => locations.map(({ phone }) => phone))
    for (const phone of phones) expect(phone ?? '000-555-0100').toMatch(/^\d{3}-555-01\d\d$/)
  })

  test('does not mix with the real directory', () => {
    const real = readdirSync('seeds/providers').map((name) => read(`seeds/providers/${name}`))
    expect(real.length).toBeGreaterThan(0)
    for (const { origin, name } of real) {
      expect(origin ?? 'real').toBe('real')
      expect(name).not.toMatch(/^Sample/)
    }
  })

  test('keeps to the strengths that the evidence tables of the rubric allow', () => {
    for (const record of records) {
      for (const { criterion, strength, source } of record.findings) {
        const table = prepared.criterionById.get(criterion)?.criterion.evidence ?? []
        const allowed = table.map((row) => row.strength)
        expect(allowed, `${record.id} ${criterion} ${source}`).toContain(strength)
      }
    }
  })

  test('takes proof on licenses, exclusions and certified sites from registries alone', () => {
    for (const record of records) {
      for (const finding of record.findings) {
        if (!['A2', 'A3', 'D6'].includes(finding.criterion) || finding.strength !== 'proof')
          continue
        expect(sourceOf(record, finding.source).kind).toBe('registry')
      }
    }
  })

  test('is mostly of the 30 days before the day it is meant for', () => {
    const days = records.flatMap((record) =>
      record.findings.map(({ source }) => sourceOf(record, source).observed_on),
    )
    const recent = days.filter((day) => {
      const age = day === null ? -1 : daysBetween(firstDay(day), TODAY)
      return age >= 0 && age <= 30
    })
    expect(recent.length / days.length).toBeGreaterThan(0.9)
  })
})

describe('between them, the sample assessments show', () => {
  test('every verdict but not_applicable, which a record cannot state', () => {
    const statable = VERDICTS.filter((verdict) => verdict !== 'not_applicable')
    expect(sorted(results.map(({ verdict }) => verdict))).toEqual(sorted(statable))
    expect(assessments.flatMap(({ not_applicable }) => not_applicable)).toEqual([])
  })

  test('every letter, and a letter that may yet rise', () => {
    expect(sorted(lettersOf(assessments))).toEqual([...GRADES])
    const open = assessments.filter(
      ({ letter_shown, confirmed_grade, possible_grade }) =>
        letter_shown && confirmed_grade !== possible_grade,
    )
    expect(open.length).toBeGreaterThan(0)
  })

  test('every status of a gate, and each letter as a cap', () => {
    const statuses = results.flatMap(({ gate }) => (gate ? [gate.status] : []))
    expect(sorted(statuses)).toEqual(
      sorted(['met', 'partly', 'at_least_partly', 'not_met', 'conflict', 'unknown']),
    )
    const caps = assessments.flatMap((assessment) => assessment.caps)
    expect(sorted(caps.map(({ cap }) => cap))).toEqual(['B', 'C', 'D', 'F'])
  })

  test('a ceiling that alone holds down a letter', () => {
    const held = assessments.filter(
      ({ caps, low, letter_shown, confirmed_grade }) =>
        caps.length === 1 &&
        caps[0]?.status === 'ceiling' &&
        letter_shown &&
        low >= 70 &&
        confirmed_grade === 'C',
    )
    expect(held.length).toBeGreaterThan(0)
  })

  test('a gate that alone holds down a letter', () => {
    const held = assessments.filter(
      ({ caps, low, confirmed_grade }) =>
        caps.length === 1 && caps[0]?.status === 'partly' && low >= 70 && confirmed_grade === 'C',
    )
    expect(held.length).toBeGreaterThan(0)
  })

  test('conflicts, on a gate and elsewhere', () => {
    const conflicts = results.filter((result) => result.in_conflict)
    expect(conflicts.some(({ gate }) => gate !== null)).toBe(true)
    expect(conflicts.some(({ gate }) => gate === null)).toBe(true)
  })

  test('evidence of every age, and dates that cannot be right', () => {
    expect(sorted(readings.map(({ dating }) => dating.age))).toEqual(
      sorted(['fresh', 'past_recheck', 'stale', 'undated', 'future']),
    )
    const problems = readings.filter(({ dating }) => dating.dateProblem)
    expect(sorted(problems.map(({ dating }) => dating.age))).toEqual(['future', 'undated'])
    expect(assessments.some(({ date_problems }) => date_problems.length > 0)).toBe(true)
  })

  test('every reason for which a finding is set aside', () => {
    expect(sorted(readings.map(({ set_aside }) => set_aside ?? 'none'))).toEqual(
      sorted(['none', 'other_case', 'future', 'stale', 'too_weak', 'older_reading']),
    )
  })

  test('every reason for which there is no letter', () => {
    const reasons = assessments.flatMap(({ no_letter_reasons }) => no_letter_reasons)
    expect(sorted(reasons)).toEqual(
      sorted(['closed', 'coverage', 'core:A', 'core:B', 'core:C', 'gate:A2', 'gate:A3']),
    )
  })

  test('red flags of every severity, and care that is not scored', () => {
    const raised = new Set(shown.flatMap(({ assessment }) => assessment.red_flags))
    const flags = prepared.rubric.red_flags
    const severities = flags.filter(({ id }) => raised.has(id)).map(({ severity }) => severity)
    expect(sorted(severities)).toEqual(sorted(flags.map(({ severity }) => severity)))
    expect(shown.some(({ assessment }) => assessment.status === 'not_scored')).toBe(true)
  })

  test('one provider whose offerings get different letters', () => {
    const differing = records.filter((record) => {
      const own = scored.filter((entry) => entry.record === record && entry.state === null)
      return new Set(lettersOf(own.map(({ assessment }) => assessment))).size > 1
    })
    expect(differing.length).toBeGreaterThan(0)
  })

  test('one offering whose letter depends on the state, and needs one', () => {
    const byState = records.map((record) =>
      scored
        .filter((entry) => entry.record === record)
        .map(({ state, assessment }) => ({ state, letter: assessment.confirmed_grade })),
    )
    const depends = byState.filter(
      (own) =>
        own.some(({ state, letter }) => state === null && letter === null) &&
        new Set(own.filter(({ state, letter }) => state && letter).map((one) => one.letter)).size >
          1,
    )
    expect(depends.length).toBeGreaterThan(0)
  })

  test('a certified esketamine clinic', () => {
    const certified = scored.filter(
      ({ of, assessment }) =>
        of.modality === 'esketamine' &&
        assessment.criteria.some(
          ({ criterion, verdict }) => criterion === 'D6' && verdict === 'met',
        ),
    )
    expect(certified.length).toBeGreaterThan(0)
  })
})

describe('between them, the sample records show', () => {
  const all = <Part>(part: (record: ProviderRecord) => readonly Part[]) => records.flatMap(part)

  test.each<[string, readonly string[], readonly (string | null)[]]>([
    ['modality', MODALITIES, all((record) => record.offerings.map((one) => one.modality))],
    ['kind of provider', PROVIDER_KINDS, records.map(({ kind }) => kind)],
    ['status', PROVIDER_STATUSES, records.map(({ status }) => status.value)],
    ['clinician role', CLINICIAN_ROLES, all((record) => record.clinicians.map((one) => one.role))],
    ['service', SERVICES, all((record) => record.prices.map((one) => one.service))],
    ['payer', PAYERS, all((record) => record.prices.map((one) => one.payer))],
    ['inclusion', INCLUSIONS, all((record) => record.prices.flatMap((one) => one.includes))],
    ['way of payment', PAYMENT_WAYS, all((record) => record.payment.map((one) => one.way))],
    ['answer on payment', ACCEPTANCES, all((record) => record.payment.map((one) => one.accepted))],
    ['condition', CONDITIONS, all((record) => record.conditions.flatMap((one) => one.names))],
    ['kind of event', EVENT_KINDS, all((record) => record.events.map((one) => one.kind))],
    ['stage of an event', EVENT_STAGES, all((record) => record.events.map((one) => one.stage))],
    ['kind of source', SOURCE_KINDS, all((record) => record.sources.map((one) => one.kind))],
    [
      'basis of a location',
      LOCATION_BASES,
      all((record) => record.locations.map((one) => one.basis)),
    ],
  ])('every %s', (_, words, used) => {
    expect(words.filter((word) => !used.includes(word))).toEqual([])
  })

  test('a closed provider with the day and the source', () => {
    const closed = records.filter(({ status }) => status.value === 'closed')
    expect(closed.length).toBeGreaterThan(0)
    for (const { status } of closed) {
      expect(status.since).not.toBeNull()
      expect(status.source).not.toBeNull()
    }
  })

  test('acquired and renamed providers with their successors', () => {
    const moved = records.filter(({ status }) => ['acquired', 'renamed'].includes(status.value))
    expect(sorted(moved.map(({ status }) => status.value))).toEqual(['acquired', 'renamed'])
    for (const { status } of moved) expect(status.successor).not.toBeNull()
  })

  test('reach as a whole list, as a part of one and as a number only', () => {
    const reach = all((record) => record.serves)
    expect(reach.some(({ states, complete }) => states !== null && complete === true)).toBe(true)
    expect(reach.some(({ states, complete }) => states !== null && complete === false)).toBe(true)
    expect(reach.some(({ states, count }) => states === null && count !== null)).toBe(true)
  })

  test('an offering that has ended, one that may have, and a provider with none established', () => {
    expect(scored.some(({ record, of }) => hasEnded(record, of))).toBe(true)
    expect(all((record) => record.offerings).some(({ current }) => current === null)).toBe(true)
    expect(records.some(({ offerings }) => offerings.length === 0)).toBe(true)
  })

  test('events with a response and without one', () => {
    const events = all((record) => record.events)
    expect(events.some(({ response }) => response !== null)).toBe(true)
    expect(events.some(({ response }) => response === null)).toBe(true)
  })

  test('sites in at least 12 states', () => {
    const states = all((record) => record.locations.map(({ state }) => state))
    expect(new Set(states).size).toBeGreaterThanOrEqual(12)
  })
})

describe('between them, the sample prices show', () => {
  const costs = records.flatMap((record) =>
    casesOf(record).map((of) => costOf(record, of, DEFAULT_CARE_PLAN, prepared, TODAY)),
  )
  const partsOf = (range: CostRange) =>
    range.known ? [...range.low_parts, ...range.high_parts] : []
  const starts = costs.map(({ to_start }) => partsOf(to_start))
  const parts = costs.flatMap(({ first_year }) => partsOf(first_year))

  test('an evaluation with sessions, a course and months as ways to start', () => {
    const bought = starts.map((start) => new Set(start.map(({ line }) => line.service)))
    expect(bought.some((one) => one.has('evaluation') && one.has('session'))).toBe(true)
    expect(bought.some((one) => one.has('course') && !one.has('evaluation'))).toBe(true)
    expect(bought.some((one) => one.has('month'))).toBe(true)
  })

  test('a required follow-up and add-on, and optional add-ons, therapy and a sitter', () => {
    const required = sorted(parts.map(({ line }) => line.service))
    expect(required).toEqual(expect.arrayContaining(['addon', 'follow_up']))
    const optional = costs.flatMap((cost) => cost.optional.map(({ service }) => service))
    expect(sorted(optional)).toEqual(['addon', 'follow_up', 'sitter', 'therapy_session'])
  })

  test('introductory prices, counted once', () => {
    const introductory = parts.filter(({ line }) => line.introductory)
    expect(sorted(introductory.map(({ line }) => line.service))).toEqual(['evaluation', 'month'])
    for (const { count } of introductory) expect(count).toBe(1)
  })

  test('amounts after insurance and in another currency, apart from the sums', () => {
    expect(costs.some((cost) => cost.after_insurance.length > 0)).toBe(true)
    expect(costs.some((cost) => cost.other_currency.length > 0)).toBe(true)
    expect(parts.every(({ line }) => line.payer === 'cash' && line.currency === 'USD')).toBe(true)
  })

  test('a stated total that contradicts its own lines', () => {
    expect(costs.some((cost) => cost.contradictions.length > 0)).toBe(true)
  })

  test('prices past re-check, stale and undated', () => {
    const ages = costs.flatMap((cost) => cost.aged.map(({ age }) => age))
    expect(sorted(ages)).toEqual(['past_recheck', 'stale', 'undated'])
  })

  test('one amount, a range, an estimate and a price left out for a newer one', () => {
    expect(costs.some(({ to_start }) => to_start.known && to_start.low === to_start.high)).toBe(
      true,
    )
    expect(costs.some(({ to_start }) => to_start.known && to_start.low < to_start.high)).toBe(true)
    expect(parts.some(({ line }) => line.estimate)).toBe(true)
    expect(costs.some(({ assumed }) => assumed.some((text) => text.includes('older price')))).toBe(
      true,
    )
  })

  test('no price at all, a course without its sessions and a start without a later price', () => {
    expect(records.some(({ prices }) => prices.length === 0)).toBe(true)
    const unsized = records.some(({ prices }) =>
      prices.some(({ service, sessions }) => service === 'course' && sessions === null),
    )
    expect(unsized).toBe(true)
    expect(costs.some(({ to_start, first_year }) => to_start.known && !first_year.known)).toBe(true)
  })
})
