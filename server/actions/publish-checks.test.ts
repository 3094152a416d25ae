import { expect, test } from 'vitest'
import type { IsoDate } from '#core/calendar.ts'
import { parseRecord } from '#core/contract/provider.ts'
import type { RegistryFinding } from '#core/registry-check.ts'
import type { Produced } from './publish-checks.ts'
import { withChecks } from './publish-checks.ts'

const parsed = parseRecord({
  id: 'blue-door',
  name: 'Blue Door',
  kind: 'clinic',
  status: { value: 'open', source: 'S1' },
  offerings: [],
  findings: [{ criterion: 'A1', level: 'met', basis: 'Names the prescriber.', source: 'S1' }],
  sources: [
    { id: 'S1', url: 'https://door.example', kind: 'provider', retrieved_on: '2026-11-01' },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { record } = parsed

const finding: RegistryFinding = {
  criterion: 'A3',
  level: 'not_met',
  strength: 'proof',
  modality: null,
  setting: null,
  state: null,
  url: 'https://list.example#row',
  observed_on: '2026-10-31',
  retrieved_on: '2026-11-23',
  basis: `Ada Example: ${'excluded '.repeat(60)}`,
  row_key: 'row',
}
const produced: Produced = {
  checked_on: '2026-11-23' as IsoDate,
  findings: [finding, { ...finding, criterion: 'A2', state: 'NY' }],
  events: [
    {
      event: {
        kind: 'license_action',
        stage: 'filed',
        date: '2026-05-01',
        subject: 'clinician',
        summary: 'The board made an allegation.',
        response: null,
      },
      source: { url: 'https://board.example', publisher: 'Board', observed_on: null },
    },
  ],
}

test('findings and events of checks stand beside those of curators, each with its source', () => {
  const checked = withChecks(record, produced)
  expect(checked.findings.map(({ criterion, source }) => [criterion, source])).toEqual([
    ['A1', 'S1'],
    ['A3', 'S900'],
    ['A2', 'S900'],
  ])
  expect(checked.events.map(({ stage, source }) => [stage, source])).toEqual([['filed', 'S901']])
  expect(checked.sources.map(({ id, kind }) => [id, kind])).toEqual([
    ['S1', 'provider'],
    ['S900', 'regulator'],
    ['S901', 'regulator'],
  ])
})

test('a checked record is a sound record, long words cut', () => {
  const { status, locations, ...checked } = withChecks(record, produced)
  expect(parseRecord({ ...checked, status, locations: [] })).toMatchObject({ ok: true })
  expect(checked.findings[1]?.basis).toHaveLength(300)
  expect(locations).toEqual([])
})

test('checking again replaces what earlier checks said, and nothing else', () => {
  const nothing: Produced = { ...produced, findings: [], events: [] }
  expect(withChecks(withChecks(record, produced), nothing)).toEqual(record)
  expect(withChecks(withChecks(record, produced), produced)).toEqual(withChecks(record, produced))
})
