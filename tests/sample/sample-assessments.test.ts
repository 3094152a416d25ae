import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Scored } from '#core/assess.ts'
import { daysBetween, firstDay } from '#core/calendar.ts'
import { sourceOf } from '#core/provider.ts'
import { GRADES, VERDICTS } from '#core/vocabulary.ts'
import {
  FOLDER,
  files,
  prepared,
  read,
  records,
  scored,
  shown,
  sorted,
  TODAY,
} from './sample-directory.ts'

const assessments = scored.map(({ assessment }) => assessment)
const results = assessments.flatMap(({ criteria }) => criteria)
const readings = results.flatMap((result) => result.readings)

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
